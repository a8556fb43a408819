import type { Fault } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import { adapterFaults } from '../faults.js';

/** Parts of an XML message that must be there (`a|b`: one of them), and that are there once at most; paths from the root element. */
export interface Parts {
  readonly needed: readonly string[];
  readonly once: readonly string[];
}

/** A message without a part that it cannot do without is none; one with such a part twice was put together wrongly. */
export function inspectParts(tree: SourceTree, { needed, once }: Parts): Fault[] {
  return [
    ...needed.flatMap((part) =>
      part.split('|').some((path) => nodesAt(tree.root, path).length > 0)
        ? []
        : [partMissing(tree, tree.root, part)],
    ),
    ...once.flatMap((part) => doubled(tree, part)),
  ];
}

/** Says that a part is missing, with the place of the element that it should be in. */
export function partMissing(tree: SourceTree, node: SourceNode, part: string): Fault {
  const path = node === tree.root ? node.name : tree.path(node);
  const place = { path, span: tree.bytes({ from: node.from, to: node.to }) };
  return adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part } });
}

function doubled(tree: SourceTree, part: string): Fault[] {
  const nodes = nodesAt(tree.root, part);
  const second = nodes[1];
  if (!second) return [];
  const place = { path: tree.path(second), span: tree.bytes({ from: second.from, to: second.to }) };
  return [adapterFaults.make('ADAPTER_PART_DOUBLED', { place, values: { part, count: nodes.length } })];
}

function nodesAt(root: SourceNode, path: string): readonly SourceNode[] {
  return path
    .split('/')
    .reduce<readonly SourceNode[]>((nodes, name) => nodes.flatMap((node) => node.named(name)), [root]);
}
