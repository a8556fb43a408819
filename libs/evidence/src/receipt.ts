import { ok, type Fault, type JsonObject, type Result } from '#kernel';
import { signJws, verifyJws } from './jws.js';
import type { NodeKey, PublicKeyLike } from './node-key.js';

/** Media type of a receipt, in the header of its JWS: nothing else that the node signs can be taken for one. */
export const receiptType = 'tongguan-receipt+jws';

/** Characters of a receipt that are read; one made here has about 700. */
const receiptLimit = 16_384;

/**
 * Signs a receipt: one for each interchange accepted.
 *
 * @example
 * signReceipt(key, { iss: 'dalian', sub: interchangeId, iat: 1764000000, kind: 'technical', sha256: '…' })
 */
export const signReceipt = (key: NodeKey, claims: JsonObject): string => signJws(key, receiptType, claims);

/**
 * The claims of a receipt, if one of the keys signed exactly this. Offline: it needs nothing but the public keys
 * of the node, of which the one named by the receipt's `kid` is used.
 */
export function verifyReceipt(
  jws: string,
  keys: PublicKeyLike | readonly PublicKeyLike[],
): Result<JsonObject, Fault> {
  const read = verifyJws(jws, receiptType, 'x' in keys ? [keys] : keys, receiptLimit);
  return read.ok ? ok(read.value.claims) : read;
}
