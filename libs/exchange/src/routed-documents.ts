import { createHash } from 'node:crypto';
import { schemaVersionOf } from '#canonical';
import { uuidv7 } from '#kernel';
import type { Normalised, NormalisedDocument } from '#adapters';
import type { Subject } from '#routing';
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
  const deliveries: NewDelivery[] = [];
  // Two routes to one destination are one delivery: the first, which is the one with the higher priority, stands.
  const owed = new Set<string>();
  for (const decision of decisions) {
    if (decision.outcome !== 'deliver' || owed.has(decision.destinationId)) continue;
    owed.add(decision.destinationId);
    deliveries.push({
      destinationId: decision.destinationId,
      documentId: id,
      routeId: decision.routeId,
      agreementId: decision.agreementId,
      orderKey: `${subject.sender.code}:${orderKey}`,
    });
  }
  return { decisions: writeDecisions(decisions), deliveries };
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
