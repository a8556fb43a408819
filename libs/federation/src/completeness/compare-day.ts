import type { HeldDocument } from '#evidence';
import { uuidv7, type Fault } from '#kernel';
import {
  accountedFor,
  agrees,
  keepComparison,
  offerAgain,
  tellDifference,
  type Comparison,
  type Held,
  type Sql,
} from '#store';
import { federationFaults } from '../faults.js';
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
 * to have. A document that came to the peer by another way first is there all the same. The administration is told of
 * what differs.
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
  const again = missing.length === 0 ? nothing : await offerAgain(sql, destinationId, missing);
  const known = new Set(await accountedFor(sql, node, destinationId, found.onlyThere));
  const comparison: Comparison = {
    id: uuidv7(now),
    nodeCode: node,
    day,
    at: now,
    own: found.own,
    peer: found.peer,
    onlyHere: missing,
    onlyThere: found.onlyThere.filter((id) => !known.has(id)),
    unlike: found.unlike,
    truncated: found.truncated,
    ...again,
  };
  await keepComparison(sql, comparison);
  if (!agrees(comparison)) await tellDifference(sql, comparison, difference(comparison));
  return comparison;
}

const nothing = { offered: 0, keptBack: [] };

/** What a person need know: whether it mends itself, or somebody must see to it. */
function difference({ nodeCode, day, onlyHere, onlyThere, unlike, offered, keptBack }: Comparison): Fault {
  const lasting = keptBack.length + onlyThere.length + unlike.length;
  const values = {
    node: nodeCode,
    day,
    missing: onlyHere.length,
    offered,
    keptBack: keptBack.length,
    why: [...new Set(keptBack.map(({ why }) => why))].slice(0, 5).join(', ') || '-',
    onlyThere: onlyThere.length,
    unlike: unlike.length,
  };
  const code = lasting === 0 ? 'FEDERATION_DOCUMENTS_LOST' : 'FEDERATION_DOCUMENTS_DIFFER';
  return federationFaults.make(code, { values });
}
