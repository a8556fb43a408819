import type { SourceNode } from './tree.js';

/** Paths of nodes, each computed once: the leaves of a message mostly stand in few nodes. */
export type NodePaths = (node: SourceNode) => string;

/** `DecLists/DecList[2]`: names from below the top, with a number where a name stands more than once. */
export function nodePaths(isTop: (node: SourceNode) => boolean): NodePaths {
  let paths: Paths | undefined;
  return (node) => (paths ??= new Paths(isTop)).of(node);
}

/** Made with the first question: of most messages none is asked. */
class Paths {
  private readonly known = new Map<SourceNode, string>();
  private readonly numbered = new Map<SourceNode, ReadonlyMap<SourceNode, number>>();

  constructor(private readonly isTop: (node: SourceNode) => boolean) {}

  of(node: SourceNode): string {
    const { parent } = node;
    if (!parent || this.isTop(node)) return '';
    const outer = this.inner(parent);
    let numbers = this.numbered.get(parent);
    if (!numbers) this.numbered.set(parent, (numbers = numbersIn(parent)));
    const number = numbers.get(node);
    const name = number === undefined ? node.name : `${node.name}[${number}]`;
    return outer === '' ? name : `${outer}/${name}`;
  }

  private inner(node: SourceNode): string {
    let path = this.known.get(node);
    if (path === undefined) this.known.set(node, (path = this.of(node)));
    return path;
  }
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
