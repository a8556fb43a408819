import { sha256, type WebhookSigner } from '#evidence';
import type { OutboundEvent } from './channel.js';

export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

/**
 * Standard Webhooks 1.0 around CloudEvents 1.0: one event in structured mode, or a batch as a JSON array. The
 * signature is over the bytes sent. The timestamp is that of the attempt, the id that of the content: the same
 * events have the same id at every attempt.
 *
 * @param asBatch by the destination's setting, also for a single event: a receiver gets one content type only
 * @param timestamp Unix seconds
 */
export function webhookMessage(
  events: readonly OutboundEvent[],
  asBatch: boolean,
  signer: WebhookSigner,
  timestamp: number,
): WebhookMessage {
  const body = Buffer.from(
    asBatch ? `[${events.map((event) => event.body).join(',')}]` : (events[0]?.body ?? ''),
  );
  const id = asBatch ? batchId(events) : (events[0]?.id ?? '');
  return {
    body,
    headers: {
      'content-type': `application/cloudevents${asBatch ? '-batch' : ''}+json`,
      'content-length': body.length,
      'accept-encoding': 'identity',
      'user-agent': 'tongguan',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signer.sign(id, timestamp, body),
    },
  };
}

const batchId = (events: readonly OutboundEvent[]): string =>
  `batch_${sha256(events.map(({ id }) => id).join('\n'))
    .toString('hex')
    .slice(0, 32)}`;
