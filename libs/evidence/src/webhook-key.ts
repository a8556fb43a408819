import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/**
 * Ed25519 keys as Standard Webhooks write them: `whpk_` and base64 of the 32 bytes of the public key, `whsk_` and base64
 * of the 64 bytes of the private one, which are its seed and its public key (RFC 8032 §5.1.5).
 */
const seedBytes = 32;
const publicBytes = 32;

/** What stands before the 32 bytes in PKCS #8 and in SPKI (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** A private key for one destination. */
export function newWebhookKey(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-seedBytes);
  return `whsk_${Buffer.concat([seed, rawOf(publicKey)]).toString('base64')}`;
}

/** What its receivers check with: `whpk_…` of `whsk_…`; `undefined` for anything else, as for a shared secret. */
export function publicWebhookKey(secret: string): string | undefined {
  const key = privateKeyOf(secret);
  return key && `whpk_${rawOf(createPublicKey(key)).toString('base64')}`;
}

export function webhookPrivateKey(secret: string): { sign(content: Buffer): Buffer } | undefined {
  const key = privateKeyOf(secret);
  return key && { sign: (content) => sign(null, content, key) };
}

export function webhookPublicKey(
  text: string,
): { verify(content: Buffer, signature: Buffer): boolean } | undefined {
  const raw = bytesOf(text, 'whpk_');
  if (raw?.length !== publicBytes) return undefined;
  const key = createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });
  return { verify: (content, signature) => verify(null, content, key, signature) };
}

/** The public half is to be the seed's own: signing with another gives the key away. */
function privateKeyOf(secret: string): KeyObject | undefined {
  const raw = bytesOf(secret, 'whsk_');
  if (raw?.length !== seedBytes + publicBytes) return undefined;
  const der = Buffer.concat([pkcs8Head, raw.subarray(0, seedBytes)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return rawOf(createPublicKey(key)).equals(raw.subarray(seedBytes)) ? key : undefined;
}

const rawOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-publicBytes);

function bytesOf(text: string, prefix: string): Buffer | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const encoded = text.slice(prefix.length);
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.toString('base64') === encoded ? bytes : undefined;
}
