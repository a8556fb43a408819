import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fail, ok, type Fault, type Result } from '#kernel';
import { sha256 } from './digest.js';
import { evidenceFaults } from './faults.js';

/** What a node signs with: Ed25519 (RFC 8032), or SM2 with SM3 (GM/T 0003.2, GM/T 0004) where the rules ask for it. */
export type KeyAlgorithm = 'ed25519' | 'sm2';

export const keyAlgorithms: readonly KeyAlgorithm[] = ['ed25519', 'sm2'];

/** The public half of an Ed25519 key, as published (RFC 8037). */
export interface Ed25519Jwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The 32 bytes of the key in base64url. */
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** The public half of an SM2 key. RFC 7518 has no name for the curve nor for the algorithm: these are ours. */
export interface Sm2Jwk {
  readonly kty: 'EC';
  readonly crv: 'SM2';
  /** Coordinates of the point, 32 bytes each in base64url. */
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'SM2-SM3';
  readonly use: 'sig';
}

export type PublicJwk = Ed25519Jwk | Sm2Jwk;

/** All that verifying needs of a public JWK; its `kid` is computed, not believed. */
export interface PublicKeyLike {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
}

/** The key that a node signs with. */
export interface NodeKey {
  /** RFC 7638 thumbprint (SHA-256, base64url) of the public key: the same wherever it is computed. */
  readonly kid: string;
  readonly algorithm: KeyAlgorithm;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

export function generateNodeKey(algorithm: KeyAlgorithm = 'ed25519'): NodeKey {
  if (algorithm === 'ed25519') return ed25519Key(generateKeyPairSync('ed25519').privateKey);
  // As it is generated it is an EC key, which OpenSSL signs with by ECDSA; as it is read back it is an SM2 key.
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'SM2',
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return sm2Key(createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' }));
}

/** PKCS #8 DER: what is sealed and stored. */
export const exportNodeKey = (key: NodeKey): Buffer =>
  key.privateKey.export({ type: 'pkcs8', format: 'der' });

export function importNodeKey(pkcs8: Uint8Array): Result<NodeKey, Fault> {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });
    if (key.asymmetricKeyType === 'ed25519') return ok(ed25519Key(key));
    if (isSm2(createPublicKey(key))) return ok(sm2Key(key));
  } catch {
    // Told below: why a key cannot be read is nothing to print.
  }
  return fail(evidenceFaults.make('EVIDENCE_KEY_MALFORMED'));
}

/** RFC 7638: the required members in the order of their names; `undefined` for a kind of key that is not used here. */
export function thumbprint({ kty, crv, x, y }: PublicKeyLike): string | undefined {
  if (![x, y ?? ''].every((one) => /^[\w-]*$/.test(one))) return undefined;
  if (kty === 'OKP' && crv === 'Ed25519')
    return sha256(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).toString('base64url');
  if (kty === 'EC' && crv === 'SM2' && y !== undefined)
    return sha256(`{"crv":"SM2","kty":"EC","x":"${x}","y":"${y}"}`).toString('base64url');
  return undefined;
}

/** A public key ready for verifying. */
export interface VerifyingKey {
  readonly algorithm: KeyAlgorithm;
  readonly key: KeyObject;
}

/** Reading a key costs as much as some signatures: done once for each object that it is given in. */
const ready = new WeakMap<PublicKeyLike, VerifyingKey | undefined>();

export function verifyingKey(jwk: PublicKeyLike): VerifyingKey | undefined {
  if (ready.has(jwk)) return ready.get(jwk);
  const made = readPublic(jwk);
  ready.set(jwk, made);
  return made;
}

/** The key that a signature names, of those given. */
export function keyNamed(kid: string, keys: readonly PublicKeyLike[]): VerifyingKey | undefined {
  const jwk = keys.find((one) => thumbprint(one) === kid);
  return jwk && verifyingKey(jwk);
}

function readPublic({ kty, crv, x, y }: PublicKeyLike): VerifyingKey | undefined {
  try {
    if (kty === 'OKP' && crv === 'Ed25519') {
      return {
        algorithm: 'ed25519',
        key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
      };
    }
    const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y ?? '', 'base64url')]);
    if (kty !== 'EC' || crv !== 'SM2' || point.length !== 64) return undefined;
    const key = createPublicKey({ key: Buffer.concat([sm2Prefix, point]), type: 'spki', format: 'der' });
    return { algorithm: 'sm2', key };
  } catch {
    return undefined;
  }
}

/** SubjectPublicKeyInfo of an SM2 key (GM/T 0009) up to its uncompressed point. */
const sm2Prefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d03420004', 'hex');

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

const isSm2 = (key: KeyObject): boolean => spki(key).subarray(0, sm2Prefix.length).equals(sm2Prefix);

function ed25519Key(privateKey: KeyObject): NodeKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key without x');
  const kid = known(thumbprint({ kty: 'OKP', crv: 'Ed25519', x }));
  const publicJwk: Ed25519Jwk = { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
  return { kid, algorithm: 'ed25519', privateKey, publicJwk };
}

function sm2Key(privateKey: KeyObject): NodeKey {
  const point = spki(createPublicKey(privateKey)).subarray(sm2Prefix.length);
  const x = point.subarray(0, 32).toString('base64url');
  const y = point.subarray(32).toString('base64url');
  const kid = known(thumbprint({ kty: 'EC', crv: 'SM2', x, y }));
  const publicJwk: Sm2Jwk = { kty: 'EC', crv: 'SM2', x, y, kid, alg: 'SM2-SM3', use: 'sig' };
  return { kid, algorithm: 'sm2', privateKey, publicJwk };
}

function known(kid: string | undefined): string {
  if (kid === undefined) throw new Error('a node key of an unknown kind');
  return kid;
}
