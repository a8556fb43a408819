import type { SourceNode } from './tree.js';

/** Paths of nodes, each computed once: the leaves of a message mostly stand in few nodes. */
export type NodePaths = (node: SourceNode) => string;

/** `DecLists/DecList[2]`: names from below the top, with a number where a name stands more than once. */
export function nodePaths(isTop: (node: SourceNode) => boolean): NodePaths {
  const known = new Map<SourceNode, string>();
  const numbered = new Map<SourceNode, ReadonlyMap<SourceNode, number>>();
  const inner = (node: SourceNode): string => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const path = pathOf(node);
    known.set(node, path);
    return path;
  };
  const pathOf = (node: SourceNode): string => {
    const { parent } = node;
    if (!parent || isTop(node)) return '';
    const outer = inner(parent);
    let numbers = numbered.get(parent);
    if (!numbers) numbered.set(parent, (numbers = numbersIn(parent)));
    const number = numbers.get(node);
    const name = number === undefined ? node.name : `${node.name}[${number}]`;
    return outer === '' ? name : `${outer}/${name}`;
  };
  return pathOf;
}

/** The numbers of all children whose name stands more than once, from 1, in one walk: lists may be long. */
function numbersIn(parent: SourceNode): ReadonlyMap<SourceNode, number> {
  const numbers = new Map<SourceNode, number>();
  const counts = new Map<string, { count: number; readonly first: SourceNode }>();
  for (const child of parent.children) {
    const same = counts.get(child.name);
    if (!same) {
      counts.set(child.name, { count: 1, first: child });
      continue;
    }
    if (++same.count === 2) numbers.set(same.first, 1);
    numbers.set(child, same.count);
  }
  return numbers;
}
