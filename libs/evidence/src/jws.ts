import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { evidenceFaults } from './faults.js';
import { parseObject } from './json-object.js';
import { keyAlgorithms, keyNamed, type NodeKey, type PublicKeyLike } from './node-key.js';
import { jwsAlgorithms, signBytes, verifyBytes } from './signing.js';

/** What a node signed. */
export interface Signed {
  readonly claims: JsonObject;
  /** Thumbprint of the key that signed it. */
  readonly kid: string;
}

/** `alg` to the kind of key that it goes with; RFC 9864 calls EdDSA with this curve Ed25519. */
const accepted = new Map([
  ...keyAlgorithms.map((algorithm) => [jwsAlgorithms[algorithm], algorithm] as const),
  ['Ed25519', 'ed25519'] as const,
]);

const headers = new WeakMap<NodeKey, Map<string, string>>();

/**
 * Signs claims: compact JWS (RFC 7515), EdDSA (RFC 8037) or SM2 with SM3. Synchronous: handing each signature to another thread costs
 * more than the signature.
 *
 * @param typ media type of what is signed, in the header: nothing else that the node signs can be taken for it
 */
export function signJws(key: NodeKey, typ: string, claims: JsonObject): string {
  const signed = `${headerOf(key, typ)}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${signed}.${signBytes(key, Buffer.from(signed)).toString('base64url')}`;
}

/**
 * The claims, if one of the keys signed exactly this as `typ`. Offline: it needs nothing but the public keys, of which
 * the one named by `kid` is used.
 *
 * @param limit characters that are read at most
 */
export function verifyJws(
  jws: string,
  typ: string,
  keys: readonly PublicKeyLike[],
  limit: number,
): Result<Signed, Fault> {
  const parts = jws.length <= limit ? jws.split('.', 4) : [];
  const [header, payload, signature] = parts.map(decode);
  const head = header && parseObject(header);
  if (!head || !payload || !signature || parts.length !== 3)
    return fail(evidenceFaults.make('EVIDENCE_RECEIPT_MALFORMED'));
  // RFC 7515 §4.1.11: what is marked critical and not understood makes the JWS invalid.
  if (!accepted.has(String(head['alg'])) || head['typ'] !== typ || 'crit' in head)
    return fail(evidenceFaults.make('EVIDENCE_RECEIPT_ALGORITHM'));
  const kid = String(head['kid']).slice(0, KID_MOST);
  const publicKey = keyNamed(kid, keys);
  if (!publicKey) return fail(evidenceFaults.make('EVIDENCE_KEY_UNKNOWN', { values: { kid } }));
  if (accepted.get(String(head['alg'])) !== publicKey.algorithm)
    return fail(evidenceFaults.make('EVIDENCE_RECEIPT_ALGORITHM'));
  const signed = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
  if (!verifyBytes(publicKey, signed, signature))
    return fail(evidenceFaults.make('EVIDENCE_SIGNATURE_INVALID'));
  const claims = parseObject(payload);
  return claims ? ok({ claims, kid }) : fail(evidenceFaults.make('EVIDENCE_RECEIPT_MALFORMED'));
}

/**
 * What a JWS says, believed without looking at its signature: for what was verified before it was kept, and for
 * finding out who claims to have signed.
 */
export function claimsOf(jws: string): JsonObject | undefined {
  const payload = decode(jws.split('.', 3)[1] ?? '');
  return payload && parseObject(payload);
}

/** The key that a JWS names, whoever signed it. */
export function kidOf(jws: string): string | undefined {
  const header = decode(jws.split('.', 1)[0] ?? '');
  const kid = header && parseObject(header)?.['kid'];
  return typeof kid === 'string' ? kid.slice(0, KID_MOST) : undefined;
}

const KID_MOST = 100;

function headerOf(key: NodeKey, typ: string): string {
  const known = headers.get(key) ?? new Map<string, string>();
  headers.set(key, known);
  const made =
    known.get(typ) ??
    Buffer.from(JSON.stringify({ alg: key.publicJwk.alg, typ, kid: key.kid })).toString('base64url');
  known.set(typ, made);
  return made;
}

/** One text for one value: padding, other alphabets and stray bits are refused, so a JWS cannot be respelt. */
function decode(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : undefined;
}
