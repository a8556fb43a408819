import { verifyWebhook as verifySignature, webhookTolerance } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import { isCloudEvent, isObject, type CloudEvent } from './answers.js';
import { clientFaults } from './faults.js';

/** Secrets tried at most: while they are rotated there are two. */
const secretLimit = 10;

/** As node:http, fetch or a framework gives them, in whatever case. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookOptions {
  /** Seconds that the clocks may differ. Default 300. */
  readonly toleranceSeconds?: number;
  /** Unix time in seconds. Default: now. */
  readonly now?: number;
}

export interface VerifiedWebhook {
  /** `webhook-id`: the same at every attempt. */
  readonly id: string;
  /** Unix time of the attempt in seconds. */
  readonly timestamp: number;
  /** One, or as many as the batch limit of the destination says. */
  readonly events: readonly CloudEvent[];
}

/**
 * 验证 webhook 签名（Standard Webhooks：v1 共有密钥，v1a 公钥）并取出事件。请求体须是收到的原始字节。
 *
 * Checks a webhook by Standard Webhooks 1.0 and gives its events. Several secrets, while one replaces another; several
 * signatures; compared in constant time.
 *
 * @param secrets `whsec_…` shared with the hub, or the public keys `whpk_…` of the destination (`config.publicKeys`); also both
 *
 * @param body exactly what arrived: parsed and written again it has another signature
 * @returns `CLIENT_WEBHOOK_HEADERS`, `EVIDENCE_WEBHOOK_TIMESTAMP`, `EVIDENCE_SIGNATURE_INVALID`, `EVIDENCE_WEBHOOK_SECRET`,
 *   `CLIENT_WEBHOOK_CONTENT`; answer each with its `status`
 * @example
 * const received = verifyWebhook(['whsec_…'], request.headers, body);
 * if (!received.ok) return response.writeHead(received.error.status).end();
 * response.end(challengeOf(received.value) ?? '');
 */
export function verifyWebhook(
  secrets: string | readonly string[],
  headers: WebhookHeaders,
  body: string | Uint8Array,
  { toleranceSeconds = webhookTolerance, now = Math.floor(Date.now() / 1000) }: WebhookOptions = {},
): Result<VerifiedWebhook, Fault> {
  const id = valueOf(headers, 'webhook-id');
  const timestamp = valueOf(headers, 'webhook-timestamp');
  const signature = valueOf(headers, 'webhook-signature');
  const missing = id === '' ? 'webhook-id' : timestamp === '' ? 'webhook-timestamp' : 'webhook-signature';
  if (id === '' || timestamp === '' || signature === '')
    return fail(clientFaults.make('CLIENT_WEBHOOK_HEADERS', { values: { name: missing } }));
  const known = (typeof secrets === 'string' ? [secrets] : secrets).slice(0, secretLimit);
  const received = { id, timestamp, signature, body };
  // Every secret is tried, so that the time taken does not tell which one fits.
  const outcomes = (known.length === 0 ? [''] : known).map((secret) =>
    verifySignature(secret, received, now, toleranceSeconds),
  );
  const [first] = outcomes;
  if (!outcomes.some((outcome) => outcome.ok) && first && !first.ok) return first;
  const events = eventsIn(body);
  if (!events) return fail(clientFaults.make('CLIENT_WEBHOOK_CONTENT'));
  return ok({ id, timestamp: Number(timestamp), events });
}

/**
 * 枢纽核实地址时，回答中须含此内容。
 *
 * What the answer has to hold when the hub asks whether an address is its receiver's; undefined for any other webhook.
 */
export function challengeOf({ events }: VerifiedWebhook): string | undefined {
  const asked = events.find(({ type }) => type === 'cn.tongguan.verification')?.data;
  const challenge = isObject(asked) ? asked['challenge'] : undefined;
  return typeof challenge === 'string' ? challenge : undefined;
}

function valueOf(headers: WebhookHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? '';
  const key = Object.keys(headers).find((one) => one.toLowerCase() === name);
  const value = key === undefined ? undefined : headers[key];
  return typeof value === 'string' ? value : (value?.join(' ') ?? '');
}

function eventsIn(body: string | Uint8Array): readonly CloudEvent[] | undefined {
  try {
    const value: unknown = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    const events: readonly unknown[] = Array.isArray(value) ? value : [value];
    return events.every(isCloudEvent) ? events : undefined;
  } catch {
    return undefined;
  }
}
