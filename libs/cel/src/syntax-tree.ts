import type { ASTNode } from '@marcbachmann/cel-js';

export type { ASTNode };

/** The direct parts of a node. Names of fields and functions, which stand beside them, are not parts. */
export function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}

/** The node and all below it, outermost first. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const part of partsOf(node)) yield* nodesOf(part);
}

/** Macros that go over a list: `list.exists(x, …)`. Their first argument names the variable. */
const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

export interface Loop {
  readonly over: ASTNode;
  readonly variable: string;
  readonly body: readonly ASTNode[];
}

export function loopOf(node: ASTNode): Loop | undefined {
  if (node.op !== 'rcall' || !loops.has(node.args[0])) return undefined;
  const [variable, ...body] = node.args[2];
  return variable?.op === 'id' ? { over: node.args[1], variable: variable.args, body } : undefined;
}

/** `list.filter(…)` gives members of the list: as a thing to go over it is the list. */
export function unfiltered(node: ASTNode): ASTNode {
  const loop = loopOf(node);
  return loop && node.op === 'rcall' && node.args[0] === 'filter' ? unfiltered(loop.over) : node;
}

/** The variable that a path starts from; undefined for anything but a path. `.orValue([])` is part of a path. */
export function rootOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op === '.' || node.op === '.?' || node.op === '[]' || node.op === '[?]')
    return rootOf(node.args[0]);
  const [fallback] = node.op === 'rcall' && node.args[0] === 'orValue' ? node.args[2] : [];
  const isPath =
    node.op === 'rcall' && (fallback?.op === 'value' || (fallback?.op === 'list' && countOf(fallback) === 1));
  return isPath ? rootOf(node.args[1]) : undefined;
}

/** Nodes in all. */
export const countOf = (node: ASTNode): number => [...nodesOf(node)].length;

/** A constant text. */
export const textOf = (node: ASTNode | undefined): string | undefined =>
  node?.op === 'value' && typeof node.args === 'string' ? node.args : undefined;
