import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fail, ok, type Fault, type Result } from '#kernel';
import { sha256 } from './digest.js';
import { evidenceFaults } from './faults.js';

/**
 * Sealed: `version (1) | id of the master key (4) | nonce (12) | tag (16) | AES-256-GCM ciphertext`. Version and id
 * are authenticated. Nonces are random: one master key is good for 2^32 seals (NIST SP 800-38D §8.3), far beyond
 * the secrets of a node.
 */
const version = 1;
const idBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + idBytes;
const bodyAt = headBytes + nonceBytes + tagBytes;

/** What is wrong with a master key; nothing if it may be used. Ask before sealing: `seal` throws on a wrong one. */
export function checkMasterKey(masterKey: Uint8Array): Fault | undefined {
  return masterKey.length === 32
    ? undefined
    : evidenceFaults.make('EVIDENCE_MASTER_KEY_MALFORMED', { values: { length: masterKey.length } });
}

/** Eight hexadecimal digits that tell master keys apart and say nothing about them. */
export const masterKeyId = (masterKey: Uint8Array): string => idOf(masterKey).toString('hex');

/**
 * @param place what the value belongs to, such as `destination:<id>`: sealed for one place it does not open in
 * another, so swapping rows of a table is found out
 */
export function seal(masterKey: Uint8Array, plain: Uint8Array, place = ''): Buffer {
  const head = Buffer.concat([Buffer.of(version), idOf(masterKey)]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(authenticated(head, place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** @param masterKeys the present one, and former ones while values sealed with them remain */
export function open(
  masterKeys: Uint8Array | readonly Uint8Array[],
  sealed: Uint8Array,
  place = '',
): Result<Buffer, Fault> {
  if (sealed.length < bodyAt || sealed[0] !== version)
    return fail(evidenceFaults.make('EVIDENCE_SEALED_MALFORMED'));
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  const head = bytes.subarray(0, headBytes);
  const id = head.subarray(1);
  const known = masterKeys instanceof Uint8Array ? [masterKeys] : masterKeys;
  const masterKey = known.find((key) => idOf(key).equals(id));
  if (!masterKey)
    return fail(evidenceFaults.make('EVIDENCE_SEALED_OTHER_KEY', { values: { key: id.toString('hex') } }));
  try {
    const nonce = bytes.subarray(headBytes, headBytes + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce, { authTagLength: tagBytes })
      .setAAD(authenticated(head, place))
      .setAuthTag(bytes.subarray(headBytes + nonceBytes, bodyAt));
    return ok(Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]));
  } catch {
    return fail(evidenceFaults.make('EVIDENCE_SEALED_BROKEN'));
  }
}

const idOf = (masterKey: Uint8Array): Buffer =>
  sha256(Buffer.concat([Buffer.from('tongguan master key\0'), masterKey])).subarray(0, idBytes);

const authenticated = (head: Buffer, place: string): Buffer => Buffer.concat([head, Buffer.from(place)]);
