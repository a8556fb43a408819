import type { SourceNode } from './tree.js';

/** Paths of nodes, each computed once: the leaves of a message mostly stand in few nodes. */
export type NodePaths = (node: SourceNode) => string;

/** `DecLists/DecList[2]`: names from below the top, with a number where a name stands more than once. */
export function nodePaths(isTop: (node: SourceNode) => boolean): NodePaths {
  const known = new Map<SourceNode, string>();
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
    const name = numbered(parent, node);
    return outer === '' ? name : `${outer}/${name}`;
  };
  return pathOf;
}

function numbered(parent: SourceNode, node: SourceNode): string {
  const same = parent.named(node.name);
  return same.length > 1 ? `${node.name}[${numberOf(same, node) + 1}]` : node.name;
}

/** Siblings stand in the order of their places. */
function numberOf(same: readonly SourceNode[], node: SourceNode): number {
  let low = 0;
  let high = same.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((same[middle]?.from ?? 0) < node.from) low = middle + 1;
    else high = middle;
  }
  return low;
}
