import { covers } from '#routing';
import {
  documentsByIds,
  finishedDeliveries,
  grantsOf,
  oweAgain,
  owedRights,
  type DocumentView,
  type OwedRight,
  type Right,
  type Sql,
  type Standing,
  type Tx,
} from '#store';
import { subjectOf } from './routing-questions.js';
import type { Rules } from './rulebook.js';

/** Documents whose bodies are read at once to be asked anew. */
const READ_AT_ONCE = 50;
/** Deliveries owed again in one statement. */
const AGAIN_AT_ONCE = 1_000;

type Senders = Pick<Rules, 'senderOf'>;

type Entitled = Pick<OwedRight, 'right' | 'document'>;

/**
 * What the rights to some deliveries of one destination are worth now; `undefined`: it may go. Where an agreement was
 * changed since the decision, its condition of now is asked of the document: what it covers no longer is withdrawn.
 * Without such ones nothing is read.
 */
export async function standingsOf(
  tx: Tx,
  owed: readonly Entitled[],
  rules: Senders,
  now: number,
): Promise<(one: Entitled) => Standing | undefined> {
  const asked = new Map(
    owed.flatMap(({ right, document }) =>
      right.standing === undefined && right.condition !== undefined ? [[document.id, right.condition]] : [],
    ),
  );
  const lost = new Set<string>();
  const ids = [...asked.keys()];
  for (let at = 0; at < ids.length; at += READ_AT_ONCE)
    for (const view of await documentsByIds(tx, ids.slice(at, at + READ_AT_ONCE)))
      if (!covers(asked.get(view.document.id) ?? '', subjectOf(view, rules, now))) lost.add(view.document.id);
  return ({ right, document }) => right.standing ?? (lost.has(document.id) ? 'withdrawn' : undefined);
}

/** What a participant may have now of a document that was owed to it; `undefined`: nothing. */
export async function grantFor(
  tx: Tx,
  view: DocumentView,
  participantId: string,
  rules: Senders,
  now: number,
): Promise<Right | undefined> {
  const grants = await grantsOf(tx, view.document.id, participantId);
  return grants.find(
    ({ condition }) => condition === undefined || covers(condition, subjectOf(view, rules, now)),
  );
}

/** Which of some deliveries their agreements, as they are now, still cover, and which not. */
export async function askedAnew(
  tx: Tx,
  destinationId: string,
  seqs: readonly number[],
  rules: Senders,
  now: number,
): Promise<{ readonly covered: readonly number[]; readonly lost: readonly number[] }> {
  if (seqs.length === 0) return { covered: [], lost: [] };
  const owed = await owedRights(tx, destinationId, seqs);
  const standing = await standingsOf(tx, owed, rules, now);
  const may = (one: (typeof owed)[number]): boolean => standing(one) === undefined;
  return {
    covered: owed.filter(may).map(({ seq }) => seq),
    lost: owed.filter((one) => !may(one)).map(({ seq }) => seq),
  };
}

export interface Redelivered {
  /** Owed again. */
  readonly redelivered: number;
  /** Left as they are: the right is gone, or does not hold now. */
  readonly withdrawn: number;
  /** The bound was reached: there may be more. */
  readonly more: boolean;
}

/**
 * Owe finished deliveries again, under the same document id: those named, else every dead one of the destination, up to a
 * bound. They keep their place in the order and are marked `replayed`.
 */
export async function redeliver(
  sql: Sql,
  destinationId: string,
  documentIds: readonly string[] | undefined,
  most: number,
  rules: Senders,
  now: number,
): Promise<Redelivered> {
  let redelivered = 0;
  let withdrawn = 0;
  let after = 0;
  while (redelivered < most) {
    const limit = Math.min(AGAIN_AT_ONCE, most - redelivered);
    const page = await finishedDeliveries(sql, destinationId, documentIds, { after, limit });
    const standing = page.filter((one) => one.standing === undefined);
    const changed = standing.filter((one) => one.changed).map(({ seq }) => seq);
    const { covered } = await askedAnew(sql, destinationId, changed, rules, now);
    const seqs = [...standing.filter((one) => !one.changed).map(({ seq }) => seq), ...covered];
    redelivered += await oweAgain(sql, destinationId, seqs);
    withdrawn += page.length - seqs.length;
    after = page.at(-1)?.seq ?? after;
    if (page.length < limit) return { redelivered, withdrawn, more: false };
  }
  return { redelivered, withdrawn, more: true };
}
