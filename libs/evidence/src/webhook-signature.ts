import { createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { fail, ok, type Fault, type Result } from '#kernel';
import { evidenceFaults } from './faults.js';

/** Secrets of one destination at a time: two while one replaces another, and some room. */
const secretLimit = 5;

/** Standard Webhooks: a receiver refuses what is older or newer than this. */
export const webhookTolerance = 300;

/** A secret for one destination: `whsec_` and base64 of 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Secrets ready for signing many times. */
export interface WebhookSigner {
  /**
   * The value of `webhook-signature`: one `v1,<base64>` for each secret, with a space between them.
   *
   * @param timestamp Unix time in seconds, as sent in `webhook-timestamp`
   * @param body exactly the bytes that are sent
   */
  sign(id: string, timestamp: number, body: string | Uint8Array): string;
}

/** Several secrets while one replaces another: the receiver accepts whichever it has. */
export function webhookSigner(secrets: readonly string[]): Result<WebhookSigner, Fault> {
  const keys = secrets.map(keyOf);
  if (keys.length === 0 || keys.length > secretLimit || !keys.every((key) => key !== undefined))
    return fail(evidenceFaults.make('EVIDENCE_WEBHOOK_SECRET', { values: { limit: secretLimit } }));
  return ok({
    sign: (id, timestamp, body) => keys.map((key) => `v1,${hmac(key, id, timestamp, body)}`).join(' '),
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

/** What a receiver does, for checking deliveries and for nodes that take webhooks. @param now Unix seconds */
export function verifyWebhook(
  secret: string,
  received: ReceivedWebhook,
  now: number,
  tolerance = webhookTolerance,
): Result<true, Fault> {
  const key = keyOf(secret);
  if (!key) return fail(evidenceFaults.make('EVIDENCE_WEBHOOK_SECRET', { values: { limit: secretLimit } }));
  const timestamp = /^\d{1,12}$/.test(received.timestamp) ? Number(received.timestamp) : Number.NaN;
  if (!(Math.abs(now - timestamp) <= tolerance))
    return fail(evidenceFaults.make('EVIDENCE_WEBHOOK_TIMESTAMP', { values: { seconds: tolerance } }));
  const expected = Buffer.from(`v1,${hmac(key, received.id, timestamp, received.body)}`);
  const matches = received.signature
    .split(' ', secretLimit * 2)
    .map((one) => Buffer.from(one))
    .some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  return matches ? ok(true) : fail(evidenceFaults.make('EVIDENCE_SIGNATURE_INVALID'));
}

function hmac(key: KeyObject, id: string, timestamp: number, body: string | Uint8Array): string {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

function keyOf(secret: string): KeyObject | undefined {
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
