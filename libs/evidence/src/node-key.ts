import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fail, ok, type Fault, type Result } from '#kernel';
import { sha256 } from './digest.js';
import { evidenceFaults } from './faults.js';

/** The public half of a node's key, as published (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The 32 bytes of the key in base64url. */
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** The Ed25519 key that a node signs its receipts with. */
export interface NodeKey {
  /** RFC 7638 thumbprint (SHA-256, base64url) of the public key: the same wherever it is computed. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

export function generateNodeKey(): NodeKey {
  return nodeKeyOf(generateKeyPairSync('ed25519').privateKey);
}

/** PKCS #8 DER: what is sealed and stored. */
export const exportNodeKey = (key: NodeKey): Buffer =>
  key.privateKey.export({ type: 'pkcs8', format: 'der' });

export function importNodeKey(pkcs8: Uint8Array): Result<NodeKey, Fault> {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });
    if (key.asymmetricKeyType === 'ed25519') return ok(nodeKeyOf(key));
  } catch {
    // Told below: why a key cannot be read is nothing to print.
  }
  return fail(evidenceFaults.make('EVIDENCE_KEY_MALFORMED'));
}

export function thumbprint(x: string): string {
  return sha256(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).toString('base64url');
}

function nodeKeyOf(privateKey: KeyObject): NodeKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key without x');
  const kid = thumbprint(x);
  return { kid, privateKey, publicJwk: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' } };
}
