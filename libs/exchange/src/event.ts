import { toCloudEvent } from '#canonical';
import { isUuid } from '#kernel';
import { project } from '#routing';
import type { StoredEnvelope } from '#store';
import type { Rules } from './rulebook.js';

/** What an event is made of: one delivery of one document, whatever the channel. */
export interface EventSource {
  readonly document: StoredEnvelope;
  /** The document as JSON text. */
  readonly body: string;
  /** The fields granted, as JSON pointers; `undefined`: all. */
  readonly fields: readonly string[] | undefined;
  readonly replayed: boolean;
}

/** The CloudEvent of a delivery as JSON text: the same for the mailbox, the webhook and every later channel. */
export function eventOf(source: EventSource, rules: Rules): string {
  const { document } = source;
  const subject = isUuid(document.orderKey) ? undefined : document.orderKey;
  return toCloudEvent(
    {
      id: document.id,
      type: document.type,
      schemaVersion: document.schemaVersion,
      originNode: document.originNode,
      sender: rules.codeOf(document.senderId),
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
    projected(source),
  );
}

/** The body as its receiver may have it, as JSON text. Without a projection it is the stored text itself. */
export function projected(source: Pick<EventSource, 'body' | 'fields'>): string {
  if (source.fields === undefined) return source.body;
  return JSON.stringify(project(JSON.parse(source.body), source.fields));
}
