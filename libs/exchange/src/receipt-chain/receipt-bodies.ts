import { answersOf, keysThatTell, saidBy } from '#canonical';
import type { Json } from '#kernel';
import { project } from '#routing';
import type {
  AnsweredDocument,
  AnswerQuestion,
  NewDelivery,
  NewDocument,
  NormalisationOutcome,
  PendingInterchange,
} from '#store';
import { receiptOf, type ReceiptSigner } from '../receipts.js';
import type { Rules } from '../rulebook.js';
import { isoTime, receiptReference, type ReceiptBody } from './receipt-document.js';

/** Keys that a receipt names at most. */
const maxKeys = 100;

/** A message with what became of it. */
export interface StoredMessage {
  readonly pending: PendingInterchange;
  readonly outcome: NormalisationOutcome;
}

/** That a message is stored: what its sender was told at the door. */
export function storedBody(
  { pending: { id, sha256, receivedAt }, outcome }: StoredMessage,
  signer: ReceiptSigner,
  sender: string,
): ReceiptBody {
  return {
    interchange: id,
    ...receiptReference(outcome.identity),
    sha256: sha256.toString('hex'),
    kind: 'technical',
    outcome: 'stored',
    at: isoTime(receivedAt),
    receipt: receiptOf(signer, id, sha256, receivedAt, sender),
  };
}

/** What to ask of documents that were sent here, to find those that this one answers. */
export const questionsOf = (answer: NewDocument, participantId: string): AnswerQuestion[] =>
  answersOf(answer.type).flatMap((relation) => {
    const keys = keysThatTell(relation, answer.keys);
    return keys.length === 0 ? [] : [{ answerId: answer.id, participantId, type: relation.to, keys }];
  });

/** That a document of a message was answered, and by what, as far as its sender may know. */
export function answeredBody(
  rules: Pick<Rules, 'setup' | 'codeOf'>,
  original: AnsweredDocument,
  answer: NewDocument,
  { agreementId }: NewDelivery,
  senderId: string,
  now: number,
): ReceiptBody {
  const relation = answersOf(answer.type).find(({ to }) => to === original.type);
  const shared = rules.setup.agreements.find(({ id }) => id === agreementId)?.fields;
  const body: Json = project(JSON.parse(answer.body.toString('utf8')), shared);
  const says = relation && saidBy(relation, body);
  const keys = relation
    ? keysThatTell(relation, answer.keys).filter((key) => original.keys.includes(key))
    : [];
  return {
    interchange: original.interchangeId,
    kind: 'business',
    outcome: 'answered',
    at: isoTime(now),
    documents: [{ id: original.id, type: original.type }],
    answer: {
      document: answer.id,
      type: answer.type,
      sender: rules.codeOf(senderId),
      ...(says ? { says } : {}),
      ...(keys.length === 0 ? {} : { keys: keys.slice(0, maxKeys) }),
    },
  };
}
