import type { PublicJwk, PublicKeyLike } from '#evidence';
import type { DatedKey } from './generated/directory.js';

const retiredBy = (key: DatedKey, now: number): boolean =>
  key.retiredAt !== undefined && Date.parse(key.retiredAt) <= now;

/** Those that verify at this moment, in their order. @param now Unix milliseconds */
export const activeKeys = (keys: readonly DatedKey[], now: number): DatedKey[] =>
  keys.filter((key) => !retiredBy(key, now));

export const retiredKeys = (keys: readonly DatedKey[], now: number): DatedKey[] =>
  keys.filter((key) => retiredBy(key, now));

export const jwksOf = (keys: readonly DatedKey[]): PublicKeyLike[] => keys.map(({ jwk }) => jwk);

/** As the other libraries have it; `undefined` for a mixture of both kinds, which no signature would verify with. */
export function publicJwk({ jwk }: DatedKey): PublicJwk | undefined {
  const { kid, x, y } = jwk;
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.alg === 'EdDSA')
    return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
  if (jwk.kty === 'EC' && jwk.crv === 'SM2' && jwk.alg === 'SM2-SM3' && y !== undefined)
    return { kty: 'EC', crv: 'SM2', x, y, kid, alg: 'SM2-SM3', use: 'sig' };
  return undefined;
}

/** Keys of one node that are kept at most; the oldest retired ones go first. */
const mostKeys = 100;

/**
 * What a node says of its keys, joined with what was known of them: a key that it no longer speaks of is retired and
 * stays, for what was signed with it; one that is retired is never taken up again, nor its time put off. What is
 * marked as revoked stays so, and no node marks its own.
 */
export function mergeKeys(known: readonly DatedKey[], said: readonly DatedKey[], now: number): DatedKey[] {
  const before = new Map(known.map((key) => [key.jwk.kid, key]));
  const after = new Map(said.map((key) => [key.jwk.kid, key]));
  const merged = [...new Set([...after.keys(), ...before.keys()])].flatMap((kid) => {
    const [old, fresh] = [before.get(kid), after.get(kid)];
    const key = old ?? fresh;
    if (!key) return [];
    const ends = [old?.retiredAt, fresh ? fresh.retiredAt : new Date(now).toISOString()].filter(
      (time) => time !== undefined,
    );
    const end = ends.sort()[0];
    return [
      {
        ...{ jwk: key.jwk, since: key.since },
        ...(end === undefined ? {} : { retiredAt: end }),
        ...(old?.revoked ? { revoked: true as const } : {}),
      },
    ];
  });
  return merged.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0)).slice(0, mostKeys);
}

/** Nothing that any of them signs from then on counts; those that were good until now may be in other hands. */
export function revokeAll(keys: readonly DatedKey[], now: number): DatedKey[] {
  const good = new Set(activeKeys(keys, now).map(({ jwk }) => jwk.kid));
  return mergeKeys(keys, [], now).map((key) => (good.has(key.jwk.kid) ? { ...key, revoked: true } : key));
}
