import type { Leaf } from '#syntax';
import type { DraftNode } from './draft-node.js';
import type { Path } from './path.js';
import type { ConditionPlan, ExpressionCondition, PlaceCondition } from './plan.js';
import type { Way } from './shape.js';
import type { WriteRun } from './writing.js';

/** Whether a condition holds for what has been written so far; `run.message` is the message of the scope. */
export type Holds = (scope: DraftNode, run: WriteRun) => boolean;

type Resolve = (path: Path) => Way | undefined;

const textLeaf: Leaf = { at: 'text' };

/** @param rule pointer into the mapping, for faults of an expression */
export const compileHoldsWhenWriting = (
  when: ConditionPlan,
  rule: string,
  resolve: Resolve,
): Holds | undefined => (when.kind === 'place' ? ofPlace(when, resolve) : ofExpression(when, rule, resolve));

function ofPlace({ path, values, absent }: PlaceCondition, resolve: Resolve): Holds | undefined {
  const way = resolve(path);
  const { leaf } = path;
  return (
    way &&
    ((node, run) => {
      const found = run.find(way, node, run.message);
      if (values) return found !== undefined && values.includes(found.get(leaf ?? textLeaf));
      const there = leaf?.at === 'cell' || leaf?.at === 'attribute' ? found?.get(leaf) : found;
      return Boolean(there) !== absent;
    })
  );
}

function ofExpression({ test, places }: ExpressionCondition, rule: string, resolve: Resolve): Holds {
  const ways = places.map((path) => ({ way: resolve(path), leaf: path.leaf ?? textLeaf }));
  return (node, run) => {
    const texts = ways.map(({ way, leaf }) => (way && run.find(way, node, run.message)?.get(leaf)) ?? '');
    const result = test(texts.map((text) => text.trim()));
    if (result.ok) return result.value;
    run.fault('MAPPING_WRITE_EXPRESSION', run.base, {
      detail: String(result.error.values['detail'] ?? rule),
    });
    return false;
  };
}
