import type { Leaf, SourceNode } from '#syntax';
import { valueAt, type Locate } from './locate.js';
import type { Path } from './path.js';
import type { ConditionPlan, ExpressionCondition, PlaceCondition } from './plan.js';
import { gather, joinedPlace } from './read-joined.js';
import type { ReadRun } from './reading.js';

export type ReadCondition = (scope: SourceNode, run: ReadRun) => boolean;

type Find = (path: Path) => Locate;

/** @param at pointer into the document that its faults name */
export const compileReadCondition = (when: ConditionPlan, at: string, find: Find): ReadCondition =>
  when.kind === 'place' ? ofPlace(when, find) : ofExpression(when, at, find);

function ofPlace({ path, values, absent }: PlaceCondition, find: Find): ReadCondition {
  const locate = find(path);
  const { leaf } = path;
  // A node of XML exists by itself; its text is asked for only where values are compared.
  const ofNode = leaf === undefined || (leaf.at === 'text' && values === undefined);
  return (scope, run) => {
    const nodes = locate(scope, run);
    if (ofNode) return nodes.length > 0 !== absent;
    const value = firstValue(nodes, leaf);
    if (values) return value !== undefined && values.includes(value.trim());
    return (value !== undefined) !== absent;
  };
}

function ofExpression({ test, places }: ExpressionCondition, at: string, find: Find): ReadCondition {
  const found = places.map((path) => joinedPlace(path, find(path)));
  return (scope, run) => {
    const { texts, origins } = gather(found, scope, run);
    const result = test(texts);
    if (result.ok) return result.value;
    const [first] = origins;
    run.fault(result.error.code, at, first?.node ?? scope, first?.leaf, result.error.values);
    return false;
  };
}

export function firstValue(nodes: readonly SourceNode[], leaf: Leaf): string | undefined {
  for (const node of nodes) {
    const value = valueAt(node, leaf);
    if (value !== undefined) return value;
  }
  return undefined;
}
