import { answeredBy, keysThatTell, saidBy, type Answering } from '#canonical';
import type { Fault } from '#kernel';
import { project } from '#routing';
import {
  answersTo,
  custodyOf,
  deliveriesOf,
  namesOfDocuments,
  type AnswerView,
  type AwaitedAnswer,
  type DeliveryView,
  type DocumentNames,
  type InterchangeView,
  type ReceiptKind,
  type Sql,
} from '#store';
import type { Rules } from '../rulebook.js';
import { answerPromise, dueAt, isLate, mayBeAnswered, sharedTypes, type Promises } from './promises.js';

/** Where a step of the life of a message stands, as far as its sender may know. Times are Unix milliseconds. */
export interface ChainReceipt {
  readonly kind: ReceiptKind;
  readonly state: ReceiptState;
  /** When it came to that; absent while it has not. */
  readonly at?: number;
  readonly promisedBy?: number;
  /** It came after the time promised, or has not come and the time is over. */
  readonly late: boolean;
  /** The forms that the answer is had in; of a syntax receipt. */
  readonly forms?: readonly string[];
  readonly faults?: readonly Fault[];
  /** The document of the message that it is about. */
  readonly document?: { readonly id: string; readonly type: string };
  /** Participant that the document goes to. */
  readonly consumer?: string;
  readonly attempts?: number;
  /** Node that has the document and answers for it from then on. */
  readonly node?: string;
  /** What the other node has signed. */
  readonly signed?: string;
  readonly answer?: ChainAnswer;
}

export type ReceiptState =
  | 'stored'
  | 'waiting'
  | 'accepted'
  | 'rejected'
  | 'held'
  | 'duplicate'
  | 'delivered'
  | 'failed'
  | 'withdrawn'
  | 'answered'
  | 'in-custody';

export interface ChainAnswer {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  /** What it says in a word, as far as that is shared. */
  readonly says?: string;
  /** `kind:value` of the keys that both have. */
  readonly keys: readonly string[];
}

export interface ReceiptChain {
  readonly receipts: readonly ChainReceipt[];
  /** There is more than is shown: a message of very many documents. */
  readonly cut: boolean;
}

export const chainLimits = {
  /** Deliveries that a chain tells of. */
  deliveries: 1000,
  /** Documents whose answers are looked for. */
  answered: 50,
};

/** What a chain is read with. */
export interface ChainReading {
  readonly sql: Sql;
  readonly rules: Rules;
  readonly promises: Promises;
  readonly now: number;
}

/** Every receipt of a message in the order of its life: stored, read, handed on, answered, taken over. */
export async function receiptChain(view: InterchangeView, reading: ChainReading): Promise<ReceiptChain> {
  const { sql } = reading;
  const documents = await namesOfDocuments(sql, view.documentIds);
  const deliveries = await deliveriesOf(sql, view.documentIds);
  const answers = await ofAnswers(view, documents, reading);
  const others = deliveries.filter(({ participantId }) => participantId !== view.participantId);
  return {
    receipts: [
      { kind: 'technical', state: 'stored', at: view.receivedAt, late: false },
      ofReading(view, reading),
      ...ofDeliveries(others, documents, reading),
      ...answers.receipts,
      ...(await ofCustody(documents, sql)),
    ],
    cut: answers.cut || deliveries.length >= chainLimits.deliveries,
  };
}

function ofReading(view: InterchangeView, { rules, promises, now }: ChainReading): ChainReceipt {
  const promisedBy = dueAt(view.receivedAt, promises.normalisedMs);
  const state = view.state === 'pending' ? 'waiting' : view.state === 'normalised' ? 'accepted' : view.state;
  return {
    kind: 'syntax',
    state,
    ...(view.finishedAt === undefined || state === 'waiting' ? {} : { at: view.finishedAt }),
    ...(promisedBy === undefined ? {} : { promisedBy }),
    late: isLate(promisedBy, state === 'waiting' ? undefined : view.finishedAt, now),
    ...(state === 'waiting' ? {} : { forms: rules.mappings.normaliser.answerForms(view.adapterId ?? '') }),
    faults: view.faults,
  };
}

const stateOfDelivery = {
  pending: 'waiting',
  delivered: 'delivered',
  dead: 'failed',
  cancelled: 'withdrawn',
} as const;

/** To whom, whether and when: which destination it was and what it answered is for its owner alone. */
function ofDeliveries(
  deliveries: readonly DeliveryView[],
  documents: readonly DocumentNames[],
  { rules, promises, now }: ChainReading,
): ChainReceipt[] {
  const types = new Map(documents.map(({ id, type }) => [id, type]));
  return deliveries.map(({ documentId, participantId, state, createdAt, finishedAt, attempts }) => {
    const promisedBy = dueAt(createdAt, promises.deliveredMs);
    const ended = state === 'pending' ? undefined : finishedAt;
    // What was given up never arrived, whenever that was.
    const came = state === 'dead' ? undefined : ended;
    return {
      kind: 'delivery',
      state: stateOfDelivery[state],
      ...(ended === undefined ? {} : { at: ended }),
      ...(promisedBy === undefined || state === 'cancelled' ? {} : { promisedBy }),
      late: state !== 'cancelled' && isLate(promisedBy, came, now),
      document: { id: documentId, type: types.get(documentId) ?? '' },
      consumer: rules.codeOf(participantId),
      attempts,
    };
  });
}

async function ofAnswers(
  view: InterchangeView,
  documents: readonly DocumentNames[],
  { sql, rules, promises, now }: ChainReading,
): Promise<{ receipts: ChainReceipt[]; cut: boolean }> {
  const { participantId } = view;
  const answerable = documents.filter(({ type }) => answeredBy(type).length > 0);
  const looked = answerable.slice(0, chainLimits.answered);
  const answers = await answersTo(sql, participantId, looked.flatMap(awaitedOf));
  const shared = sharedTypes(rules.setup.agreements, now);
  const receipts = looked.flatMap((document): ChainReceipt[] => {
    const { id, type } = document;
    const own = answers.filter((one) => one.answers === id);
    const promised = mayBeAnswered(shared, participantId, type)
      ? dueAt(document.receivedAt, answerPromise(promises, type))
      : undefined;
    const promisedBy = promised === undefined ? {} : { promisedBy: promised };
    const about = { kind: 'business', document: { id, type } } as const;
    const [first] = own;
    if (!first) {
      if (promised === undefined) return [];
      return [{ ...about, state: 'waiting', ...promisedBy, late: isLate(promised, undefined, now) }];
    }
    return own.map((one) => ({
      ...about,
      state: 'answered',
      at: one.receivedAt,
      ...(one === first ? promisedBy : {}),
      late: one === first && isLate(promised, one.receivedAt, now),
      answer: answerOf(one, document, rules),
    }));
  });
  return { receipts, cut: answerable.length > looked.length };
}

/** What may answer a document, and by which of its keys. */
export const awaitedOf = ({ id, type, keys }: Pick<DocumentNames, 'id' | 'type' | 'keys'>): AwaitedAnswer[] =>
  answeredBy(type).flatMap((relation) => {
    const telling = keysThatTell(relation, keys);
    return telling.length === 0 ? [] : [{ documentId: id, type: relation.from, keys: telling }];
  });

function answerOf(view: AnswerView, original: DocumentNames, rules: Rules): ChainAnswer {
  const relation: Answering | undefined = answeredBy(original.type).find(({ from }) => from === view.type);
  const says = relation && saidBy(relation, project(JSON.parse(view.body), view.fields));
  return {
    id: view.id,
    type: view.type,
    sender: rules.codeOf(view.senderId),
    ...(says === undefined ? {} : { says }),
    keys: relation ? keysThatTell(relation, view.keys).filter((key) => original.keys.includes(key)) : [],
  };
}

/** Documents that a peer node has taken over: one receipt for each, signed by that node. */
async function ofCustody(documents: readonly DocumentNames[], sql: Sql): Promise<ChainReceipt[]> {
  const types = new Map(documents.map(({ id, type }) => [id, type]));
  const custody = await custodyOf(sql, [...types.keys()]);
  return custody.map(({ documentId, nodeCode, receipt, receivedAt }) => ({
    kind: 'custody',
    state: 'in-custody',
    at: receivedAt,
    late: false,
    document: { id: documentId, type: types.get(documentId) ?? '' },
    node: nodeCode,
    signed: receipt,
  }));
}
