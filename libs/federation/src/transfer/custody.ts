import { sha256, signReceipt, verifyReceipt, type NodeKey, type PublicJwk } from '#evidence';

/** What a custody receipt says: this node has this document of that proof, committed. */
export interface Custody {
  /** The node that has it. */
  readonly node: string;
  /** The node that gave it. */
  readonly from: string;
  readonly documentId: string;
  readonly origin: string;
  readonly proof: string;
  /** Unix milliseconds. */
  readonly since: number;
}

/** Made of what is stored, so that it can be given again at any time. */
export function custodyReceipt(key: NodeKey, custody: Custody): string {
  return signReceipt(key, {
    iss: custody.node,
    sub: custody.documentId,
    iat: Math.floor(custody.since / 1000),
    kind: 'custody',
    origin: custody.origin,
    from: custody.from,
    proof: proofDigest(custody.proof),
  });
}

/** Of what the origin signed, whatever of it is shown: SHA-256 in hexadecimal. */
export const proofDigest = (proof: string): string =>
  sha256(proof.slice(0, proof.indexOf('~'))).toString('hex');

/** Whether a receipt says, by a key of the node, that it has the very document that it was offered from here. */
export function isCustody(
  receipt: string,
  keys: readonly PublicJwk[],
  { node, from, documentId, origin, proof }: Omit<Custody, 'since'>,
): boolean {
  const read = verifyReceipt(receipt, keys);
  if (!read.ok) return false;
  const said = read.value;
  return (
    said['kind'] === 'custody' &&
    said['iss'] === node &&
    said['from'] === from &&
    said['sub'] === documentId &&
    said['origin'] === origin &&
    said['proof'] === proofDigest(proof)
  );
}
