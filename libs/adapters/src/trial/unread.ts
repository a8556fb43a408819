import type { MappingDefinition, ReadDocument } from '#mapping';
import type { Leaf, SourceNode, SourceTree } from '#syntax';
import type { Adapter } from '../contract.js';
import { unmappedCells } from '../edifact/unmapped-cells.js';
import { normaliseLimits } from '../limits.js';
import { unmappedFinder } from '../unmapped.js';

/** A value of a message and where it stands. */
export interface UnreadValue {
  readonly path: string;
  readonly value: string;
  readonly span: { readonly from: number; readonly to: number };
}

export interface Unread {
  readonly values: readonly UnreadValue[];
  /** How many more there were. */
  readonly dropped: number;
}

/**
 * The values of a message that a mapping does nothing with. XML and EDIFACT have finders that know what the conditions
 * of the rules name; elsewhere every value counts that is not the source of a field.
 *
 * @param documents as the mapping gave them, with their lineage and traces
 */
export function unreadValues(
  adapter: Adapter,
  mapping: MappingDefinition,
  tree: SourceTree,
  documents: readonly ReadDocument[],
): Unread {
  if (adapter.syntax === 'xml')
    return unmappedFinder(mapping, adapter.leaveOut, adapter.envelope?.element)(tree);
  if (adapter.syntax === 'edifact') return unmappedCells(mapping)(tree, documents);
  return withoutLineage(tree, documents);
}

function withoutLineage(tree: SourceTree, documents: readonly ReadDocument[]): Unread {
  const read = new Set<string>();
  for (const { lineage = [] } of documents)
    for (const { path } of lineage) if (path !== undefined) read.add(path);
  const values: UnreadValue[] = [];
  let found = 0;
  const look = (node: SourceNode): void => {
    for (const leaf of leavesOf(node)) {
      const value = node.value(leaf)?.trim() ?? '';
      const path = tree.path(node, leaf);
      if (value === '' || read.has(path) || ++found > normaliseLimits.extensions) continue;
      values.push({ path, value, span: tree.bytes(node.valueSpan(leaf)) });
    }
    for (const child of node.children) look(child);
  };
  look(tree.root);
  return { values, dropped: Math.max(0, found - values.length) };
}

function leavesOf(node: SourceNode): Leaf[] {
  const cells = node.cells.flatMap((components, element) =>
    components.map((_, component): Leaf => ({
      at: 'cell',
      element: element + 1,
      component: component + 1,
      repetition: 1,
    })),
  );
  const attributes = [...node.attributes.keys()].map((name): Leaf => ({ at: 'attribute', name }));
  return node.kind === 'element' && node.children.length === 0
    ? [...attributes, { at: 'text' }]
    : [...attributes, ...cells];
}
