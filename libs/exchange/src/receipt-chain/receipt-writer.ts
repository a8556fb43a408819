import { answersOf } from '#canonical';
import {
  answeredDocuments,
  custodyOf,
  documentsSentBy,
  oweReceipts,
  type BrokenPromise,
  type NewDelivery,
  type NewDocument,
  type NewReceipt,
  type NormalisationOutcome,
  type PendingInterchange,
  type ReceiptKind,
  type Setup,
  type SetupReceiptPreference,
  type TakenDocument,
  type Tx,
} from '#store';
import { type ReceiptSigner } from '../receipts.js';
import type { Rules } from '../rulebook.js';
import { dueAt, type Promises } from './promises.js';
import { answeredBody, questionsOf, storedBody } from './receipt-bodies.js';
import {
  answerReference,
  isoTime,
  receiptAnswer,
  receiptDocument,
  receiptFaults,
  receiptReference,
  type ReceiptBody,
} from './receipt-document.js';

/** A message that is settled, with what it gave. */
export interface SettledMessage {
  readonly pending: PendingInterchange;
  readonly outcome: NormalisationOutcome;
  readonly documents: readonly NewDocument[];
}

export interface ReceiptParts {
  readonly nodeCode: string;
  readonly promises: Promises;
  /** The key that technical receipts are signed with; asked for when one is. */
  readonly signer: () => ReceiptSigner;
}

/** What a receipt is made with, when it is not about what was read just now. */
export type Known = Pick<Rules, 'setup' | 'codeOf'>;

export const knownOf = (setup: Setup): Known => ({
  setup,
  codeOf: (id) => setup.participants.get(id)?.code ?? id,
});

/** Destinations that are owed something now. */
export type Owed = ReadonlySet<string>;

const nothing: Owed = new Set();

/**
 * Makes the receipts that participants want to have brought to them, in the transaction of what they tell of. Who has no
 * preference costs a look into a map.
 */
export class ReceiptWriter {
  private readonly told = new WeakMap<Rules, readonly string[]>();

  constructor(private readonly parts: ReceiptParts) {}

  /** What a batch of one sender came to: for the sender itself, and for those whom its documents answer. */
  async settled(
    tx: Tx,
    rules: Rules,
    senderId: string,
    messages: readonly SettledMessage[],
    deliveries: readonly NewDelivery[],
    now: number,
  ): Promise<Owed> {
    if (rules.setup.receiptPreferences.size === 0) return nothing;
    return this.owe(
      tx,
      [
        ...this.ofMessages(rules, senderId, messages, now),
        ...(await this.ofAnswers(
          tx,
          rules,
          senderId,
          messages.flatMap(({ documents }) => documents),
          deliveries,
          now,
        )),
      ],
      now,
    );
  }

  /** Documents that came otherwise than in a message of a sender here: for those whom they answer. */
  async answered(
    tx: Tx,
    rules: Rules,
    senderId: string,
    documents: readonly NewDocument[],
    deliveries: readonly NewDelivery[],
    now: number,
  ): Promise<Owed> {
    if (rules.setup.receiptPreferences.size === 0) return nothing;
    return this.owe(tx, await this.ofAnswers(tx, rules, senderId, documents, deliveries, now), now);
  }

  /** Another node has documents, and has signed for them. */
  async inCustody(
    tx: Tx,
    known: Known,
    nodeCode: string,
    documentIds: readonly string[],
    now: number,
  ): Promise<Owed> {
    const told = [...known.setup.receiptPreferences.values()].filter(({ kinds }) =>
      kinds.includes('custody'),
    );
    if (told.length === 0 || documentIds.length === 0) return nothing;
    const senderIds = told.map(({ participantId }) => participantId);
    const given = await custodyOf(tx, documentIds);
    const sent = await documentsSentBy(tx, documentIds, senderIds);
    const receipts = sent.flatMap(({ documentId, type, senderId, interchangeId }) => {
      const preference = wanted(known, senderId, 'custody');
      const signed = given.find((one) => one.documentId === documentId && one.nodeCode === nodeCode);
      if (!preference || !signed) return [];
      return this.made(known, preference, now, {
        interchange: interchangeId,
        kind: 'custody',
        outcome: 'in-custody',
        at: isoTime(signed.receivedAt),
        documents: [{ id: documentId, type }],
        node: nodeCode,
        receipt: signed.receipt,
      });
    });
    return this.owe(tx, receipts, now);
  }

  /** The participants of these that are told when their documents are handed on. */
  toldOfDeliveries(rules: Rules): readonly string[] {
    const known = this.told.get(rules);
    if (known) return known;
    const told = [...rules.setup.receiptPreferences.values()]
      .filter(({ kinds }) => kinds.includes('delivery'))
      .map(({ participantId }) => participantId);
    this.told.set(rules, told);
    return told;
  }

  /** What became of documents at a destination. */
  async handedOn(
    tx: Tx,
    rules: Known,
    destinationId: string,
    documents: readonly TakenDocument[],
    outcome: 'delivered' | 'failed',
    now: number,
  ): Promise<Owed> {
    const consumerId = rules.setup.destinations.get(destinationId)?.participantId;
    const receipts = documents.flatMap(({ documentId, type, senderId, interchangeId }) => {
      const preference = wanted(rules, senderId, 'delivery');
      if (!preference || consumerId === senderId) return [];
      return this.made(rules, preference, now, {
        interchange: interchangeId,
        kind: 'delivery',
        outcome,
        at: isoTime(now),
        documents: [{ id: documentId, type }],
        ...(consumerId === undefined ? {} : { consumer: rules.codeOf(consumerId) }),
      });
    });
    return this.owe(tx, receipts, now);
  }

  /** Promises that were broken, to those who want to be told of that step. */
  async late(tx: Tx, rules: Known, broken: readonly BrokenPromise[], now: number): Promise<Owed> {
    const receipts = broken.flatMap(({ step, interchangeId, senderId, document, consumerId, since }) => {
      const kind = kindOfStep[step];
      const preference = wanted(rules, senderId, kind);
      const promisedBy = dueAt(since, this.promised(step, document?.type ?? ''));
      if (!preference) return [];
      return this.made(rules, preference, now, {
        interchange: interchangeId,
        kind,
        outcome: 'late',
        at: isoTime(now),
        ...(promisedBy === undefined ? {} : { promisedBy: isoTime(promisedBy) }),
        ...(document ? { documents: [document] } : {}),
        ...(consumerId === undefined ? {} : { consumer: rules.codeOf(consumerId) }),
      });
    });
    return this.owe(tx, receipts, now);
  }

  private promised(step: BrokenPromise['step'], type: string): number {
    const { normalisedMs, deliveredMs, answeredMs, answeredByType } = this.parts.promises;
    if (step === 'normalised') return normalisedMs;
    return step === 'delivered' ? deliveredMs : (answeredByType.get(type) ?? answeredMs);
  }

  private async owe(tx: Tx, receipts: readonly NewReceipt[], now: number): Promise<Owed> {
    if (receipts.length === 0) return nothing;
    await oweReceipts(tx, this.parts.nodeCode, receipts, now);
    return new Set(receipts.map(({ destinationId }) => destinationId));
  }

  private made(rules: Known, preference: SetupReceiptPreference, now: number, body: ReceiptBody): NewReceipt {
    return receiptDocument(body, preference, rules.codeOf(preference.participantId), now);
  }

  private ofMessages(
    rules: Rules,
    senderId: string,
    messages: readonly SettledMessage[],
    now: number,
  ): NewReceipt[] {
    const technical = wanted(rules, senderId, 'technical');
    const syntax = wanted(rules, senderId, 'syntax');
    const signer = technical && this.parts.signer();
    return messages.flatMap((message) => [
      ...(technical && signer
        ? [this.made(rules, technical, now, storedBody(message, signer, rules.codeOf(senderId)))]
        : []),
      ...(syntax ? [this.made(rules, syntax, now, this.readBody(rules, message, now))] : []),
    ]);
  }

  private readBody(rules: Rules, { pending, outcome, documents }: SettledMessage, now: number): ReceiptBody {
    const promisedBy = dueAt(pending.receivedAt, this.parts.promises.normalisedMs);
    const answer = rules.mappings.normaliser.answer(outcome.adapterId ?? '', {
      interchange: pending.body,
      faults: outcome.faults,
      now,
      reference: answerReference(pending.id),
    });
    return {
      interchange: pending.id,
      ...receiptReference(outcome.identity),
      sha256: pending.sha256.toString('hex'),
      kind: 'syntax',
      outcome: outcome.state === 'normalised' ? 'accepted' : outcome.state,
      at: isoTime(now),
      ...(promisedBy === undefined ? {} : { promisedBy: isoTime(promisedBy) }),
      ...(documents.length === 0
        ? {}
        : { documents: documents.slice(0, maxDocuments).map(({ id, type }) => ({ id, type })) }),
      ...receiptFaults(outcome.faults),
      ...(answer ? { acknowledgement: receiptAnswer(pending.id, answer) } : {}),
    };
  }

  /** Only who is to have the answer itself, under its right, is told that it came. */
  private async ofAnswers(
    tx: Tx,
    rules: Rules,
    senderId: string,
    documents: readonly NewDocument[],
    deliveries: readonly NewDelivery[],
    now: number,
  ): Promise<NewReceipt[]> {
    const answers = new Map(
      documents.filter(({ type }) => answersOf(type).length > 0).map((one) => [one.id, one]),
    );
    if (answers.size === 0) return [];
    const owed = deliveries.filter(({ documentId }) => answers.has(documentId));
    const questions = owed.flatMap(({ documentId, destinationId }) => {
      const participantId = rules.setup.destinations.get(destinationId)?.participantId ?? '';
      const answer = answers.get(documentId);
      if (!answer || participantId === senderId || !wanted(rules, participantId, 'business')) return [];
      return questionsOf(answer, participantId);
    });
    const found = unique(await answeredDocuments(tx, questions), ({ answerId, id }) => `${answerId} ${id}`);
    return found.flatMap((original) => {
      const { participantId } = original;
      const preference = wanted(rules, participantId, 'business');
      const answer = answers.get(original.answerId);
      const delivery = owed.find(
        ({ documentId, destinationId }) =>
          documentId === original.answerId &&
          rules.setup.destinations.get(destinationId)?.participantId === participantId,
      );
      if (!preference || !answer || !delivery) return [];
      return this.made(
        rules,
        preference,
        now,
        answeredBody(rules, original, answer, delivery, senderId, now),
      );
    });
  }
}

/** Documents that a receipt names at most. */
const maxDocuments = 1000;

const kindOfStep = { normalised: 'syntax', delivered: 'delivery', answered: 'business' } as const;

function wanted(rules: Known, participantId: string, kind: ReceiptKind): SetupReceiptPreference | undefined {
  const preference = rules.setup.receiptPreferences.get(participantId);
  return preference?.kinds.includes(kind) ? preference : undefined;
}

const unique = <T>(list: readonly T[], name: (one: T) => string): T[] => [
  ...new Map(list.map((one) => [name(one), one])).values(),
];
