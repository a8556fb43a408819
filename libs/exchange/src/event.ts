import { personalFieldsOf, toCloudEvent } from '#canonical';
import { isUuid } from '#kernel';
import { masking, project, type Masking } from '#routing';
import type { StoredEnvelope } from '#store';
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

/** The body as its receiver may have it, as JSON text: the stored text itself where nothing is held back. */
export function projected(source: Omit<EventSource, 'replayed'>): string {
  const text = source.personal ? source.body : maskedBody(source.document, source.body);
  if (source.fields === undefined) return text;
  return JSON.stringify(project(JSON.parse(text), source.fields));
}

const maskings = new Map<string, Masking | undefined>();

/** A document goes to several receivers within moments: what was masked for one is masked for all. */
const masked = new WeakMap<StoredEnvelope, string>();

function maskedBody(document: StoredEnvelope, body: string): string {
  const mask = maskingOf(document.type);
  if (!mask) return body;
  const known = masked.get(document);
  if (known !== undefined) return known;
  const whole = JSON.parse(body);
  const after = mask(whole);
  const text = after === whole ? body : JSON.stringify(after);
  masked.set(document, text);
  return text;
}

function maskingOf(type: string): Masking | undefined {
  if (maskings.has(type)) return maskings.get(type);
  const fields = personalFieldsOf(type);
  const mask = fields.length === 0 ? undefined : masking(fields);
  maskings.set(type, mask);
  return mask;
}
