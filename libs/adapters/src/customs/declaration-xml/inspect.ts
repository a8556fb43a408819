import type { Fault } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import { adapterFaults } from '../../faults.js';

/** Parts of a declaration that are there once; the head must be. */
const parts = ['DecHead', 'DecLists', 'DecContainers', 'DecLicenseDocus', 'DecFreeTxt', 'DecSign'];

/** A declaration without a head is none; one with a part or an item twice was put together wrongly. */
export function inspectDeclaration(tree: SourceTree): Fault[] {
  const { root } = tree;
  return [
    ...missingHead(tree),
    ...parts.flatMap((part) => doubledPart(tree, root.named(part))),
    ...doubledLines(tree),
  ];
}

function missingHead(tree: SourceTree): Fault[] {
  const { root } = tree;
  if (root.named('DecHead').length > 0) return [];
  const place = { path: root.name, span: tree.bytes({ from: root.from, to: root.to }) };
  return [adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part: 'DecHead' } })];
}

function doubledPart(tree: SourceTree, nodes: readonly SourceNode[]): Fault[] {
  const second = nodes[1];
  if (!second) return [];
  const place = { path: tree.path(second), span: tree.bytes({ from: second.from, to: second.to }) };
  const values = { part: second.name, count: nodes.length };
  return [adapterFaults.make('ADAPTER_PART_DOUBLED', { place, values })];
}

function doubledLines(tree: SourceTree): Fault[] {
  const seen = new Set<string>();
  const items = tree.root.named('DecLists').flatMap((list) => list.named('DecList'));
  return items.flatMap((item) => {
    // The first of few: an index of each item would cost more than the walk.
    const number = item.children.find(({ name }) => name === 'GNo');
    const line = number?.text.trim() ?? '';
    if (!number || line === '' || !seen.has(line)) {
      seen.add(line);
      return [];
    }
    const place = { path: tree.path(number), span: tree.bytes(number.valueSpan({ at: 'text' })) };
    return [adapterFaults.make('ADAPTER_LINE_DOUBLED', { place, values: { line: line.slice(0, 32) } })];
  });
}
