import type { HeldDocument } from '#evidence';
import { uuidv7 } from '#kernel';
import { keepComparison, offerAgain, type Comparison, type Held, type Sql } from '#store';
import { answerQuestions } from './answers.js';
import { findDifferences, type Look } from './differences.js';

/** Differences that one comparison looks for; the rest is found by the next. */
export const differencesAtOnce = 10_000;

/** Documents asked about by name in one request. */
export const namedAtOnce = 1_000;

/** How a peer is asked what it has from this node. */
export interface PeerAsked {
  /** About the tree of a day. */
  readonly look: Look;
  /** The ids of those of some documents that it has, whoever gave them to it. */
  readonly holds: (documents: readonly HeldDocument[]) => Promise<readonly string[]>;
}

export interface DayToCompare {
  readonly node: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
  /** The peer's destination here. */
  readonly destinationId: string;
}

/**
 * Compares what this node has sent to a peer with what the peer has from it, and owes again what the peer turns out not
 * to have. A document that came to the peer by another way first is there all the same.
 */
export async function compareDay(
  sql: Sql,
  peer: PeerAsked,
  { node, day, from, to, destinationId }: DayToCompare,
  now: number,
): Promise<Comparison> {
  const sent: Held = { direction: 'sent', node, from, to };
  const own: Look = (questions) => answerQuestions(sql, sent, questions);
  const found = await findDifferences(own, peer.look, differencesAtOnce);
  const elsewhere = new Set<string>();
  for (let at = 0; at < found.onlyHere.length; at += namedAtOnce)
    for (const id of await peer.holds(found.onlyHere.slice(at, at + namedAtOnce))) elsewhere.add(id);
  const missing = found.onlyHere.map(({ id }) => id).filter((id) => !elsewhere.has(id));
  const comparison: Comparison = {
    id: uuidv7(now),
    nodeCode: node,
    day,
    at: now,
    own: found.own,
    peer: found.peer,
    onlyHere: missing,
    onlyThere: found.onlyThere,
    unlike: found.unlike,
    truncated: found.truncated,
    offered: missing.length === 0 ? 0 : await offerAgain(sql, destinationId, missing),
  };
  await keepComparison(sql, comparison);
  return comparison;
}
