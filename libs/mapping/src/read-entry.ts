import type { SourceNode } from '#syntax';
import type { Locate } from './locate.js';
import type { Draft } from './pointer.js';
import type { LeafRule } from './read-leaf.js';
import type { ReadRun } from './reading.js';
import type { Slots } from './slots.js';

/** One rule as a function: takes from the message at `scope`, puts into the document or item. */
export type ReadRule = (scope: SourceNode, target: Draft, run: ReadRun) => void;

/** Rules in their order, with the slots of the scope that they read from and those of the message. */
export interface ReadRules {
  readonly slots: Slots;
  readonly message: Slots;
  readonly entries: readonly ReadEntry[];
}

/** One rule, or the values of one place. All entries have the same members, as they are what reading runs through. */
export interface ReadEntry {
  /** Where the nodes are, or at least the first on the way to them; undefined: not in a slot. */
  readonly slots: Slots | undefined;
  readonly number: number;
  readonly holds: ((node: SourceNode) => boolean) | undefined;
  /** How the nodes are found that are in no slot; undefined: it is the scope itself. */
  readonly locate: Locate | undefined;
  /** Values of the nodes found. */
  readonly leaves: LeafRule[];
  /** Any other rule. */
  readonly call: ReadRule | undefined;
}

export function readAll(rules: ReadRules, scope: SourceNode, target: Draft, run: ReadRun): void {
  rules.slots.look(scope);
  rules.message.look(run.message);
  for (const entry of rules.entries) {
    const first = entry.slots?.first[entry.number];
    if (entry.slots && !first) allMissing(entry, scope, target, run);
    else if (entry.call) entry.call(scope, target, run);
    else if (entry.locate) ofSeveral(entry, entry.locate(scope, run), scope, target, run);
    else ofSlot(entry, first ?? scope, scope, target, run);
  }
}

function ofSlot(entry: ReadEntry, node: SourceNode, scope: SourceNode, target: Draft, run: ReadRun): void {
  const { holds, leaves } = entry;
  const all = entry.slots?.all[entry.number];
  if (all) {
    ofSeveral(entry, holds ? all.filter(holds) : all, scope, target, run);
    return;
  }
  if (holds && !holds(node)) {
    allMissing(entry, scope, target, run);
    return;
  }
  for (const leaf of leaves) {
    if (!leaf.take(node, target, run) && leaf.insists) leaf.missing(scope, target, run);
  }
}

function ofSeveral(
  { leaves }: ReadEntry,
  nodes: readonly SourceNode[],
  scope: SourceNode,
  target: Draft,
  run: ReadRun,
): void {
  for (const leaf of leaves) {
    if (!leaf.takeFirst(nodes, target, run) && leaf.insists) leaf.missing(scope, target, run);
  }
}

function allMissing({ leaves }: ReadEntry, scope: SourceNode, target: Draft, run: ReadRun): void {
  for (const leaf of leaves) if (leaf.insists) leaf.missing(scope, target, run);
}
