import { createHash } from 'node:crypto';
import { schemaVersionOf } from '#canonical';
import { uuidv7 } from '#kernel';
import type { Normalised, NormalisedDocument } from '#adapters';
import type { Decision, Subject } from '#routing';
import type { NewDelivery, NewDocument, PendingInterchange } from '#store';
import { writeDecisions } from './decision-record.js';
import { indexable } from './indexable.js';
import type { Rules } from './rulebook.js';

export interface RoutedDocuments {
  readonly documents: readonly NewDocument[];
  readonly deliveries: readonly NewDelivery[];
}

/** The documents of one interchange with the decisions about them and the deliveries these give. */
export function documentsOf(
  pending: PendingInterchange,
  normalised: Normalised,
  senderId: string,
  nodeCode: string,
  rules: Rules,
  now: number,
): RoutedDocuments {
  const documents: NewDocument[] = [];
  const deliveries: NewDelivery[] = [];
  const sender = rules.senderOf(senderId);
  const { channel, receivedAt } = pending;
  const { adapter } = normalised;
  const came = { origin: nodeCode, channel, receivedAt, ...(adapter === undefined ? {} : { adapter }) };
  normalised.documents.forEach((document, ordinal) => {
    const id = uuidv7(now);
    const orderKey = indexable(document.orderKey ?? id);
    const routed = routeDocument(
      {
        id,
        type: document.type,
        body: document.body,
        keys: document.keys,
        orderKey,
        sender,
        envelope: { ...came, occurredAt: instantOf(document.occurredAt) },
      },
      rules,
      now,
    );
    documents.push(newDocument(id, document, ordinal, pending, orderKey, routed.decisions));
    deliveries.push(...routed.deliveries);
  });
  return { documents, deliveries };
}

/** A document as far as it matters where it goes. */
export interface RoutableDocument extends Omit<Subject, 'now'> {
  readonly id: string;
  readonly orderKey: string;
}

/** The decisions about one document, as they are kept, and the deliveries that they give. */
export function routeDocument(
  { id, orderKey, ...subject }: RoutableDocument,
  rules: Rules,
  now: number,
): { readonly decisions: string; readonly deliveries: readonly NewDelivery[] } {
  const decisions = rules.table.decide({ ...subject, now });
  const deliveries = deliveriesFrom(decisions, id, `${subject.sender.code}:${orderKey}`, rules);
  return { decisions: writeDecisions(decisions), deliveries };
}

/**
 * Two routes to one destination are one delivery: the first, which is the one with the higher priority, stands, in the
 * form that it asks for; the others are named with it.
 */
export function deliveriesFrom(
  decisions: readonly Decision[],
  documentId: string,
  orderKey: string,
  rules: Pick<Rules, 'wishOf'>,
): NewDelivery[] {
  const owed = new Map<string, NewDelivery & { also?: string[] }>();
  for (const { outcome, destinationId, routeId, agreementId, agreementVersion } of decisions) {
    if (outcome !== 'deliver') continue;
    const first = owed.get(destinationId);
    if (first) (first.also ??= []).push(routeId);
    else
      owed.set(destinationId, {
        destinationId,
        documentId,
        routeId,
        agreementId,
        agreementVersion,
        orderKey,
        ...rules.wishOf(routeId),
      });
  }
  return [...owed.values()];
}

function newDocument(
  id: string,
  document: NormalisedDocument,
  ordinal: number,
  pending: PendingInterchange,
  orderKey: string,
  decisions: string,
): NewDocument {
  const body = Buffer.from(JSON.stringify(document.body));
  return {
    id,
    interchangeId: pending.id,
    ordinal,
    type: document.type,
    schemaVersion: schemaVersionOf(document.type),
    occurredAt: instantOf(document.occurredAt),
    receivedAt: pending.receivedAt,
    keys: document.keys.map((key) => indexable(`${key.kind}:${key.value}`)),
    orderKey,
    sha256: createHash('sha256').update(body).digest(),
    body,
    decisions: Buffer.from(decisions),
  };
}

/** Messages of the ports say their local time without a zone; all of China keeps Beijing time. */
const LOCAL_OFFSET = '+08:00';

/** Unix milliseconds of a time as a document says it; undefined when it is none. */
export function instantOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const withTime = text.length === 10 ? `${text}T00:00:00` : text;
  const instant = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(withTime) ? withTime : `${withTime}${LOCAL_OFFSET}`);
  return Number.isNaN(instant) ? undefined : instant;
}
