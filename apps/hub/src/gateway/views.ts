import { receiptOf, type ReceiptSigner } from '#exchange';
import type { DeliveryView, DocumentView, InterchangeView, ReplayView } from '#store';
import { problemEntry } from '../http/problem.js';
import type { Language } from '../http/language.js';

const iso = (at: number): string => new Date(at).toISOString();

/** What the interface shows of an interchange. */
export function showInterchange(
  view: InterchangeView,
  sender: string,
  language: Language,
  signer: ReceiptSigner,
) {
  return {
    id: view.id,
    sender,
    state: view.state,
    receivedAt: iso(view.receivedAt),
    ...(view.finishedAt === undefined ? {} : { finishedAt: iso(view.finishedAt) }),
    sha256: view.sha256.toString('hex'),
    size: view.size,
    channel: view.channel,
    ...(view.contentType === undefined ? {} : { contentType: view.contentType }),
    ...(view.adapterId === undefined ? {} : { adapter: view.adapterId }),
    ...(view.mappingVersion === undefined ? {} : { mappingVersion: view.mappingVersion }),
    ...(view.identity === undefined ? {} : { reference: view.identity }),
    ...(view.duplicateOf === undefined ? {} : { duplicateOf: view.duplicateOf }),
    documents: view.documentIds.map((id) => ({ id, href: `/v1/documents/${id}` })),
    faults: view.faults.map((fault) => ({
      ...problemEntry(fault, language),
      ...(fault.severity === 'error' ? { disposition: fault.disposition } : {}),
    })),
    raw: `/v1/interchanges/${view.id}/raw`,
    receipt: receiptOf(signer, view.id, view.sha256, view.receivedAt, sender),
  };
}

/** @param body the document as its reader may have it, as JSON text */
export function showDocument(view: DocumentView, sender: string, body: string) {
  const { document } = view;
  return {
    id: document.id,
    type: document.type,
    schemaVersion: document.schemaVersion,
    originNode: document.originNode,
    sender,
    receivedAt: iso(document.receivedAt),
    ...(document.occurredAt === undefined ? {} : { occurredAt: iso(document.occurredAt) }),
    keys: document.keys,
    interchange: document.interchangeId,
    ordinal: view.ordinal,
    sha256: view.sha256.toString('hex'),
    ...(document.supersedes === undefined ? {} : { supersedes: document.supersedes }),
    body: JSON.parse(body) as unknown,
  };
}

export function showDelivery(view: DeliveryView, language: Language) {
  return {
    destination: view.destinationId,
    document: view.documentId,
    state: view.state,
    attempts: view.attempts,
    createdAt: iso(view.createdAt),
    ...(view.dueAt === undefined || view.state !== 'pending' ? {} : { nextAttemptAt: iso(view.dueAt) }),
    ...(view.finishedAt === undefined ? {} : { finishedAt: iso(view.finishedAt) }),
    ...(view.position === undefined ? {} : { position: view.position }),
    replayed: view.replayed,
    ...(view.fault === undefined ? {} : { fault: problemEntry(view.fault, language) }),
  };
}

export function showReplay(replay: ReplayView) {
  const { total, again, corrected, failed, withdrawn, state } = replay;
  return {
    id: replay.id,
    destination: replay.destinationId,
    state,
    createdAt: iso(replay.createdAt),
    ...(replay.finishedAt === undefined ? {} : { finishedAt: iso(replay.finishedAt) }),
    ...(replay.reason === undefined ? {} : { reason: replay.reason }),
    criteria: {
      states: replay.states,
      ...(replay.cause === undefined ? {} : { cause: replay.cause }),
      ...(replay.documentType === undefined ? {} : { documentType: replay.documentType }),
      ...(replay.documentIds === undefined ? {} : { documents: replay.documentIds }),
      ...(replay.from === undefined ? {} : { from: iso(replay.from) }),
      ...(replay.to === undefined ? {} : { to: iso(replay.to) }),
    },
    mapping: replay.mapping,
    ...(replay.perSecond === undefined ? {} : { ratePerSecond: replay.perSecond }),
    progress: { total, again, corrected, failed, withdrawn, left: leftOf(replay) },
  };
}

/** What else became of a delivery meanwhile is not replayed, so nothing is left once it is done. */
const leftOf = ({ state, total, again, corrected, failed, withdrawn }: ReplayView): number =>
  state === 'done' ? 0 : Math.max(0, total - again - corrected - failed - withdrawn);
