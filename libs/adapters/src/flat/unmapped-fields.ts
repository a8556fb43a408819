import type { MappingDefinition, ReadDocument } from '#mapping';
import type { Leaf, SourceNode, SourceTree } from '#syntax';
import type { UnmappedCell, UnmappedCells } from '../edifact/unmapped-cells.js';
import { normaliseLimits } from '../limits.js';

const text: Leaf = { at: 'text' };

/** Lines above a table that have no label. */
const titles = new Set(['title']);

/**
 * Finds the fields of records, or the cells of a table, that no rule has read: more of them than are known, records that
 * the structure does not have. Made once for a mapping; the documents must have their traces.
 */
export function unmappedFields(
  mapping: MappingDefinition,
): (tree: SourceTree, documents: readonly ReadDocument[]) => UnmappedCells {
  const [{ each } = { each: '.' }] = mapping.documents;
  const { header = '00', trailer = '99' } = mapping.options;
  return (tree, documents) => {
    const read = new Set<number>();
    for (const { traces = [] } of documents) {
      for (const { origin } of traces) if (origin) read.add(origin.node.valueSpan(origin.leaf).from);
    }
    const owners = ownersOf(tree, each, documents.length);
    const values: UnmappedCell[] = [];
    let found = 0;
    const take = (node: SourceNode, leaf: Leaf, document: number | undefined): void => {
      const span = node.valueSpan(leaf);
      if (read.has(span.from)) return;
      const value = node.value(leaf)?.trim() ?? '';
      if (value === '') return;
      if (++found <= normaliseLimits.extensions)
        values.push({ path: tree.path(node, leaf), value, span: tree.bytes(span), document });
    };
    const look = (node: SourceNode, document: number | undefined): void => {
      const owner = owners.get(node) ?? document;
      if (node.kind === 'segment') {
        node.cells.forEach((_, i) => {
          const structural = (node.name === header || node.name === trailer) && i === 0;
          if (!structural) take(node, { at: 'cell', element: i + 1, component: 1, repetition: 1 }, owner);
        });
      } else {
        if (node.kind === 'element' && !titles.has(node.name)) take(node, text, owner);
        for (const child of node.children) look(child, owner);
      }
    };
    look(tree.root, undefined);
    return { values, dropped: Math.max(0, found - values.length) };
  };
}

/** Which document a node is the whole of: the messages, or the nodes in them that `each` names. */
function ownersOf(tree: SourceTree, each: string, documents: number): ReadonlyMap<SourceNode, number> {
  const { root } = tree;
  const messages = root.kind === 'element' ? [root] : root.children.filter(({ kind }) => kind === 'message');
  const [name = ''] = /^[^[/#]+/.exec(each) ?? [];
  const nodes = each === '.' ? messages : messages.flatMap((message) => message.named(name));
  return nodes.length === documents ? new Map(nodes.map((node, i) => [node, i])) : new Map();
}
