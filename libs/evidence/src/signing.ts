import { sign, verify } from 'node:crypto';
import type { KeyAlgorithm, NodeKey, VerifyingKey } from './node-key.js';

/**
 * The signature of a node over some bytes, 64 bytes: for Ed25519 as RFC 8032 has it, for SM2 the numbers r and s of
 * 32 bytes each, as JWS has those of other curves (RFC 7518 §3.4). OpenSSL computes SM2 with an empty identity of
 * the signer, and Node offers no way to give one; both sides here do the same.
 */
export function signBytes({ algorithm, privateKey }: NodeKey, bytes: Uint8Array): Buffer {
  return algorithm === 'ed25519' ? sign(null, bytes, privateKey) : rawOfDer(sign('sm3', bytes, privateKey));
}

export function verifyBytes({ algorithm, key }: VerifyingKey, bytes: Uint8Array, signature: Buffer): boolean {
  if (signature.length !== 64) return false;
  return algorithm === 'ed25519'
    ? verify(null, bytes, key, signature)
    : verify('sm3', bytes, key, derOfRaw(signature));
}

/** `alg` in the header of a JWS: RFC 8037 for Ed25519; the name for SM2 with SM3 is ours, none is registered. */
export const jwsAlgorithms: Readonly<Record<KeyAlgorithm, string>> = { ed25519: 'EdDSA', sm2: 'SM2-SM3' };

/** `alg` of an HTTP message signature: RFC 9421 §6.2 for Ed25519; for SM2 ours again. */
export const httpAlgorithms: Readonly<Record<KeyAlgorithm, string>> = { ed25519: 'ed25519', sm2: 'sm2-sm3' };

/** `SEQUENCE { INTEGER r, INTEGER s }`, always below 128 bytes. */
function rawOfDer(der: Buffer): Buffer {
  const raw = Buffer.alloc(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + length);
    const digits = number[0] === 0 ? number.subarray(1) : number;
    digits.copy(raw, end - digits.length);
    at += 2 + length;
  }
  return raw;
}

function derOfRaw(raw: Buffer): Buffer {
  const content = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return Buffer.concat([Buffer.of(0x30, content.length), content]);
}

function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Buffer.of(0) : bytes.subarray(first);
  const signed = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
  return Buffer.concat([Buffer.of(0x02, signed.length), signed]);
}
