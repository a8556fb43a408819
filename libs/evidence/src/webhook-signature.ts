import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Fault, type Result } from '#kernel';
import { evidenceFaults } from './faults.js';
import { webhookPrivateKey, webhookPublicKey } from './webhook-key.js';

/** Secrets of one destination at a time: two while one replaces another, and some room. */
const secretLimit = 5;

/** Standard Webhooks: a receiver refuses what is older or newer than this. */
export const webhookTolerance = 300;

/** A secret for one destination: `whsec_` and base64 of 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** How requests are signed: `v1` HMAC-SHA-256 with a shared secret, `v1a` Ed25519, which its receiver can only check. */
export const webhookSignatures = ['v1', 'v1a'] as const;
export type WebhookSignature = (typeof webhookSignatures)[number];

/** Secrets ready for signing many times. */
export interface WebhookSigner {
  /**
   * The value of `webhook-signature`: one `v1,<base64>` or `v1a,<base64>` for each secret, with a space between them.
   *
   * @param timestamp Unix time in seconds, as sent in `webhook-timestamp`
   * @param body exactly the bytes that are sent
   */
  sign(id: string, timestamp: number, body: string | Uint8Array): string;
}

/**
 * Several secrets while one replaces another: the receiver accepts whichever it has.
 *
 * @param secrets `whsec_…` or private keys `whsk_…`, also both
 */
export function webhookSigner(secrets: readonly string[]): Result<WebhookSigner, Fault> {
  const keys = secrets.map(signerOf);
  if (keys.length === 0 || keys.length > secretLimit || !keys.every((key) => key !== undefined))
    return fail(evidenceFaults.make('EVIDENCE_WEBHOOK_SECRET', { values: { limit: secretLimit } }));
  return ok({
    sign: (id, timestamp, body) => {
      const content = contentOf(id, timestamp, body);
      return keys.map((sign) => sign(content)).join(' ');
    },
  });
}

export interface ReceivedWebhook {
  /** `webhook-id` */
  readonly id: string;
  /** `webhook-timestamp` */
  readonly timestamp: string;
  /** `webhook-signature` */
  readonly signature: string;
  readonly body: string | Uint8Array;
}

/**
 * What a receiver does, for checking deliveries and for nodes that take webhooks.
 *
 * @param secret the shared secret `whsec_…`, or the public key `whpk_…` of the sender
 * @param now Unix seconds
 */
export function verifyWebhook(
  secret: string,
  received: ReceivedWebhook,
  now: number,
  tolerance = webhookTolerance,
): Result<true, Fault> {
  const check = checkerOf(secret);
  if (!check) return fail(evidenceFaults.make('EVIDENCE_WEBHOOK_SECRET', { values: { limit: secretLimit } }));
  const timestamp = /^\d{1,12}$/.test(received.timestamp) ? Number(received.timestamp) : Number.NaN;
  if (!(Math.abs(now - timestamp) <= tolerance))
    return fail(evidenceFaults.make('EVIDENCE_WEBHOOK_TIMESTAMP', { values: { seconds: tolerance } }));
  const content = contentOf(received.id, timestamp, received.body);
  const matches = received.signature.split(' ', secretLimit * 2).some((one) => check(content, one));
  return matches ? ok(true) : fail(evidenceFaults.make('EVIDENCE_SIGNATURE_INVALID'));
}

/** What is signed, by Standard Webhooks 1.0. */
const contentOf = (id: string, timestamp: number, body: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), typeof body === 'string' ? Buffer.from(body) : body]);

type Signing = (content: Buffer) => string;

function signerOf(secret: string): Signing | undefined {
  if (secret.startsWith('whsk_')) {
    const key = webhookPrivateKey(secret);
    return key && ((content) => `v1a,${key.sign(content).toString('base64')}`);
  }
  const key = sharedKey(secret);
  return key && ((content) => `v1,${createHmac('sha256', key).update(content).digest('base64')}`);
}

/** Whether one signature of a header is by this secret. A key checks signatures of its own kind alone. */
function checkerOf(secret: string): ((content: Buffer, signature: string) => boolean) | undefined {
  if (secret.startsWith('whpk_')) {
    const key = webhookPublicKey(secret);
    return (
      key &&
      ((content, signature) =>
        signature.startsWith('v1a,') && key.verify(content, Buffer.from(signature.slice(4), 'base64')))
    );
  }
  const sign = secret.startsWith('whsk_') ? undefined : signerOf(secret);
  return (
    sign &&
    ((content, signature) => {
      const [expected, given] = [Buffer.from(sign(content)), Buffer.from(signature)];
      return given.length === expected.length && timingSafeEqual(given, expected);
    })
  );
}

function sharedKey(secret: string) {
  const encoded = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : secret;
  const bytes = Buffer.from(encoded, 'base64');
  const spelt = bytes.toString('base64').replace(/=+$/, '') === encoded.replace(/=+$/, '');
  return spelt && bytes.length >= 24 && bytes.length <= 64 ? createSecretKey(bytes) : undefined;
}

/**
 * The value of `webhook-signature` for one message. To sign many for the same destination prepare `webhookSigner`.
 * Throws on secrets that `webhookSigner` would refuse.
 */
export function signWebhook(
  secrets: readonly string[],
  id: string,
  timestamp: number,
  body: string | Uint8Array,
): string {
  const signer = webhookSigner(secrets);
  if (!signer.ok) throw new Error(signer.error.text.en);
  return signer.value.sign(id, timestamp, body);
}
