import type { Leaf, SourceNode } from '#syntax';
import { valueAt, type Locate } from './locate.js';
import type { Path } from './path.js';
import type { JoinedPlan } from './plan.js';
import { compilePut, type Draft } from './pointer.js';
import { missing } from './read-leaf.js';
import type { ReadRule } from './read-entry.js';
import type { ReadRun } from './reading.js';
import type { Origin } from './trace.js';

const textLeaf: Leaf = { at: 'text' };

/** One of the places of a joined value. */
export interface JoinedPlace {
  readonly find: Locate;
  readonly leaf: Leaf;
  /** Whether it stands below the scope. */
  readonly own: boolean;
}

export const joinedPlace = (path: Path, find: Locate): JoinedPlace => ({
  find,
  leaf: path.leaf ?? textLeaf,
  own: !path.absolute && path.up === 0,
});

/** The texts of places, with where they stand. */
export interface Gathered {
  readonly texts: readonly string[];
  readonly origins: readonly Origin[];
  readonly own: boolean;
}

/** Of each place the first value; an empty text where there is none. */
export function gather(places: readonly JoinedPlace[], scope: SourceNode, run: ReadRun): Gathered {
  const texts: string[] = [];
  const origins: Origin[] = [];
  let anyOwn = false;
  for (const { find, leaf, own } of places) {
    const origin = firstWithValue(find(scope, run), leaf);
    texts.push(origin?.text.trim() ?? '');
    if (!origin) continue;
    origins.push(origin);
    anyOwn ||= own;
  }
  return { texts, origins, own: anyOwn };
}

function firstWithValue(
  nodes: readonly SourceNode[],
  leaf: Leaf,
): (Origin & { readonly text: string }) | undefined {
  for (const node of nodes) {
    const text = valueAt(node, leaf);
    if (text !== undefined) return { node, leaf, text };
  }
  return undefined;
}

/** A value made of several places. Without any of them there is none, and nothing is computed. */
export function compileJoined(rule: JoinedPlan, places: readonly JoinedPlace[]): ReadRule {
  const put = compilePut(rule.to);
  const { join, codes, pointer } = rule;
  const sources = rule.places.map(({ source }) => source).join(' + ');
  return (scope: SourceNode, target: Draft, run: ReadRun) => {
    const { texts, origins, own } = gather(places, scope, run);
    const [first] = origins;
    const read = first && join.read(texts, run.comma);
    if (read?.ok === false && first) {
      const { code, values } = read.error;
      run.fault(code, pointer, first.node, first.leaf, values);
      return;
    }
    const value = read?.ok ? read.value : undefined;
    if (value === undefined || !first) {
      missing(rule, sources, put, scope, target, run);
      return;
    }
    const code = codes && typeof value === 'string' ? codes.toDocument.get(value) : undefined;
    if (codes && code === undefined) {
      run.fault('MAPPING_CODE', pointer, first.node, first.leaf, { table: codes.name, value: String(value) });
    }
    put(target, code ?? value);
    run.values++;
    if (own) run.own++;
    if (run.traces) run.originOf(pointer, rule.rule, first, origins.slice(1));
  };
}
