import { signJws, thumbprint, verifyJws, type NodeKey, type PublicJwk, type PublicKeyLike } from '#evidence';

/** Type of the statement by which an old key hands over to a new one, in the header of its JWS. */
export const keyRollType = 'tongguan-key-roll+jws';

const rollLimit = 4_000;

/** The old key says that the new one is this node's too. @param at Unix milliseconds */
export const signRoll = (old: NodeKey, node: string, jwk: PublicJwk, at: number): string =>
  signJws(old, keyRollType, { iss: node, iat: Math.floor(at / 1000), jwk: { ...jwk } });

/**
 * The keys, and those that they hand over to, one after the other: how a node that missed some directories comes from
 * the key that it knows to the present one. What is not signed by one of them leads nowhere.
 */
export function followRolls(
  rolls: readonly string[],
  node: string,
  keys: readonly PublicKeyLike[],
): PublicKeyLike[] {
  const trusted = [...keys];
  for (const roll of rolls) {
    const read = verifyJws(roll, keyRollType, trusted, rollLimit);
    if (!read.ok || read.value.claims['iss'] !== node) continue;
    const jwk = keyOf(read.value.claims['jwk']);
    if (jwk && thumbprint(jwk) !== undefined) trusted.push(jwk);
  }
  return trusted;
}

function keyOf(value: unknown): PublicKeyLike | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kty, crv, x, y }: { kty?: unknown; crv?: unknown; x?: unknown; y?: unknown } = value;
  if (typeof kty !== 'string' || typeof crv !== 'string' || typeof x !== 'string') return undefined;
  return { kty, crv, x, ...(typeof y === 'string' ? { y } : {}) };
}
