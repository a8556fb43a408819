import { toCloudEvent, type Written } from '#canonical';
import { isUuid } from '#kernel';
import { nodeItself, type DestinationConfig, type OwedDocument, type StoredEnvelope } from '#store';
import { projected } from './event-body.js';
import type { Rules } from './rulebook.js';

/** What an event is made of: one delivery of one document, whatever the channel. */
export interface EventSource {
  readonly document: StoredEnvelope;
  /** The document as JSON text. */
  readonly body: string;
  /** The fields granted, as JSON pointers; `undefined`: all. */
  readonly fields: readonly string[] | undefined;
  /** Whether personal fields go as they are; otherwise masked. */
  readonly personal: boolean;
  /** Of those granted, the fields that the receiver wants; `undefined`: all. */
  readonly wanted?: readonly string[] | undefined;
  /** The adapter that the receiver wants it written with; `undefined`: JSON of the shared schema. */
  readonly format?: string | undefined;
  readonly replayed: boolean;
}

/**
 * What the event of a delivery is made of, wherever it is made: on its way out, in a feed or looked at beforehand.
 *
 * @param config of its destination, whose format stands where no subscription names one
 */
export const sourceOf = (
  { document, body, right, wanted, format, replayed }: OwedDocument,
  config: DestinationConfig | undefined,
): EventSource => ({
  document,
  body,
  fields: right.fields,
  personal: right.personal,
  wanted,
  format: format ?? config?.format,
  replayed,
});

/** The CloudEvent of a delivery as JSON text: the same for the mailbox, the webhook and every later channel. */
export function eventOf(source: EventSource, rules: Rules): string {
  const { document } = source;
  const body = projected(source);
  const subject = isUuid(document.orderKey) ? undefined : document.orderKey;
  return toCloudEvent(
    {
      id: document.id,
      type: document.type,
      schemaVersion: document.schemaVersion,
      originNode: document.originNode,
      sender: document.senderId === nodeItself ? document.originNode : rules.codeOf(document.senderId),
      receivedAt: new Date(document.receivedAt).toISOString(),
      ...(document.occurredAt === undefined
        ? {}
        : { occurredAt: new Date(document.occurredAt).toISOString() }),
      ...(subject === undefined ? {} : { subject }),
      ...(document.supersedes === undefined ? {} : { supersedes: document.supersedes }),
      keys: document.keys,
      interchangeId: document.interchangeId,
      interchangeSha256: document.interchangeSha256.toString('hex'),
      ...(source.replayed ? { replayed: true } : {}),
    },
    body,
    source.format === undefined ? {} : formatted(source.format, document, body, rules),
  );
}

/**
 * The document as a message of an adapter. It says nothing of when or to whom it goes, so that it is the same each
 * time. What cannot be written so goes as JSON, with the code of the fault beside it: it is better had than lost.
 */
function formatted(
  format: string,
  document: StoredEnvelope,
  body: string,
  rules: Rules,
): Written | { fault: string } {
  const { normaliser, adapters } = rules.mappings;
  const received = new Date(document.receivedAt).toISOString();
  const written = normaliser.write(format, [{ type: document.type, body: JSON.parse(body) }], {
    sender: rules.codeOf(document.senderId).toUpperCase(),
    date: received.slice(2, 10).replaceAll('-', ''),
    time: received.slice(11, 16).replace(':', ''),
    reference: document.id.replaceAll('-', '').slice(-REFERENCE_LENGTH).toUpperCase(),
  });
  if (!written.ok) return { fault: written.error[0]?.code ?? 'ADAPTER_UNKNOWN' };
  const mediaType = adapters.find(({ id }) => id === format)?.mediaTypes[0] ?? 'application/octet-stream';
  return { mediaType, bytes: written.value };
}

/** ISO 9735: an interchange reference has 14 characters at most. */
const REFERENCE_LENGTH = 14;
