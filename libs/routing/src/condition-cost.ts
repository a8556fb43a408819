import { countOf, loopOf, partsOf, rootOf, unfiltered, type ASTNode, type Loop } from '#cel';
import type { Fault } from '#kernel';
import { routingFaults } from './faults.js';

/**
 * How often one step is repeated, estimated without a document: `times` by constants and keys, `passes` by lists
 * of the document. One pass is the size of the document; two would be its square.
 */
interface Repetition {
  readonly times: number;
  readonly passes: number;
  /** The variable of the innermost loop, if what it stands for is a part of the document that is visited once. */
  readonly part?: string;
  /** Variables that stand for constants or keys. */
  readonly constants: readonly string[];
}

/** Keys of one kind in a document: many for a manifest, one for most. */
const keysOfOneKind = 16;

/** Operators whose cost grows with the values compared or searched. */
const growing = new Set(['==', '!=', 'in', '+', '<', '<=', '>', '>=', 'rcall', 'call']);
const alwaysSmall = new Set(['keys', 'sender', 'envelope', 'type', 'now']);
const constantTime = new Set(['size', 'hasValue', 'orValue', 'or', 'has', 'value']);

export function costFault(root: ASTNode, repetitionLimit: number): Fault | undefined {
  return visit(root, { times: 1, passes: 0, constants: [] });

  function visit(node: ASTNode, around: Repetition): Fault | undefined {
    const loop = loopOf(node);
    const here = loop ? inside(loop, around) : around;
    if (here.passes > 1 || here.times > repetitionLimit || (!loop && touchesTooMuch(node, here)))
      return routingFaults.make('ROUTING_CONDITION_COSTLY', { values: { position: node.range.start + 1 } });
    const outer = loop ? [loop.over] : partsOf(node);
    for (const part of outer) {
      const fault = visit(part, around);
      if (fault) return fault;
    }
    for (const part of loop?.body ?? []) {
      const fault = visit(part, here);
      if (fault) return fault;
    }
    return undefined;
  }
}

function inside(loop: Loop, around: Repetition): Repetition {
  const { times, passes, constants } = around;
  const over = unfiltered(loop.over);
  const root = rootOf(over);
  if (over.op === 'list' || root === 'keys')
    return {
      ...around,
      times: times * (root === 'keys' ? keysOfOneKind : countOf(over)),
      constants: isSmall(over, around) ? [...constants, loop.variable] : constants,
    };
  if (root !== undefined && root === around.part) return { times, passes, constants, part: loop.variable };
  // The elements of a made list may each be the whole document: only those of a path are parts of it.
  return root === 'document'
    ? { times, passes: passes + 1, constants, part: loop.variable }
    : { times: times * countOf(over), passes: passes + 1, constants };
}

/** Inside a pass over the document, a step that looks at more than its own part may make it a second pass. */
function touchesTooMuch(node: ASTNode, here: Repetition): boolean {
  if (here.passes === 0 || !growing.has(node.op)) return false;
  if ((node.op === 'rcall' || node.op === 'call') && constantTime.has(node.args[0])) return false;
  const small = partsOf(node).map((operand) => isSmall(operand, here));
  const pairwise = node.op === '==' || node.op === '!=' || /^[<>]/.test(node.op);
  return pairwise ? !small.some(Boolean) : !small.every(Boolean);
}

function isSmall(node: ASTNode, here: Repetition): boolean {
  if (node.op === 'value') return true;
  const root = rootOf(node);
  if (root !== undefined) return root === here.part || alwaysSmall.has(root) || here.constants.includes(root);
  return node.op !== 'id' && partsOf(node).every((operand) => isSmall(operand, here));
}
