import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { evidenceFaults } from './faults.js';
import { thumbprint, type NodeKey } from './node-key.js';

/** Media type of a receipt, in the header of its JWS: nothing else that the node signs can be taken for one. */
export const receiptType = 'tongguan-receipt+jws';

/** Characters of a receipt that are read; one made here has about 700. */
const receiptLimit = 16_384;

const headers = new WeakMap<NodeKey, string>();

/**
 * Signs a receipt: compact JWS (RFC 7515), EdDSA (RFC 8037). One for each interchange accepted, so it is
 * synchronous: handing each signature to another thread costs more than the signature.
 *
 * @example
 * signReceipt(key, { iss: 'dalian', sub: interchangeId, iat: 1764000000, kind: 'technical', sha256: '…' })
 */
export function signReceipt(key: NodeKey, claims: JsonObject): string {
  const signed = `${headerOf(key)}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

/**
 * The claims of a receipt, if one of the keys signed exactly this. Offline: it needs nothing but the public keys
 * of the node, of which the one named by the receipt's `kid` is used.
 */
export function verifyReceipt(
  jws: string,
  keys: PublicKeyLike | readonly PublicKeyLike[],
): Result<JsonObject, Fault> {
  const parts = jws.length <= receiptLimit ? jws.split('.') : [];
  const [header, payload, signature] = parts.map(decode);
  const head = header && parseObject(header);
  if (!head || !payload || !signature || parts.length !== 3)
    return fail(evidenceFaults.make('EVIDENCE_RECEIPT_MALFORMED'));
  // RFC 7515 §4.1.11: what is marked critical and not understood makes the JWS invalid.
  if (!['EdDSA', 'Ed25519'].includes(String(head['alg'])) || head['typ'] !== receiptType || 'crit' in head)
    return fail(evidenceFaults.make('EVIDENCE_RECEIPT_ALGORITHM'));
  const kid = String(head['kid']).slice(0, 100);
  const publicKey = keyNamed(kid, 'x' in keys ? [keys] : keys);
  if (!publicKey) return fail(evidenceFaults.make('EVIDENCE_KEY_UNKNOWN', { values: { kid } }));
  const signed = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
  if (!verify(null, signed, publicKey, signature))
    return fail(evidenceFaults.make('EVIDENCE_SIGNATURE_INVALID'));
  const claims = parseObject(payload);
  return claims ? ok(claims) : fail(evidenceFaults.make('EVIDENCE_RECEIPT_MALFORMED'));
}

/** All that verifying needs of a public JWK; its `kid` is computed, not believed. */
export interface PublicKeyLike {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
}

function headerOf(key: NodeKey): string {
  const known = headers.get(key);
  if (known) return known;
  const header = JSON.stringify({ alg: 'EdDSA', typ: receiptType, kid: key.kid });
  const made = Buffer.from(header).toString('base64url');
  headers.set(key, made);
  return made;
}

function keyNamed(kid: string, keys: readonly PublicKeyLike[]): KeyObject | undefined {
  const jwk = keys.find(({ kty, crv, x }) => kty === 'OKP' && crv === 'Ed25519' && thumbprint(x) === kid);
  if (!jwk) return undefined;
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** One text for one value: padding, other alphabets and stray bits are refused, so a receipt cannot be respelt. */
function decode(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : undefined;
}

function parseObject(bytes: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Sound for what JSON.parse gives. */
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
