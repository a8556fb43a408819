import type { Fault, Json, JsonObject } from '#kernel';
import type { SourceNode, SourceTree } from '#syntax';
import { adapterFaults } from '../faults.js';

/** A message without records is none; a record has its head once. */
export function inspectRecords(tree: SourceTree, record: string, head: string | undefined): Fault[] {
  const records = tree.root.named(record);
  if (records.length === 0) return [missing(tree, tree.root, record)];
  if (head === undefined) return [];
  return records.flatMap((one) => {
    const heads = one.named(head);
    const second = heads[1];
    if (heads.length === 0) return [missing(tree, one, head)];
    if (!second) return [];
    const place = { path: tree.path(second), span: tree.bytes({ from: second.from, to: second.to }) };
    return [
      adapterFaults.make('ADAPTER_PART_DOUBLED', { place, values: { part: head, count: heads.length } }),
    ];
  });
}

function missing(tree: SourceTree, node: SourceNode, part: string): Fault {
  const path = node === tree.root ? node.name : tree.path(node);
  const place = { path, span: tree.bytes({ from: node.from, to: node.to }) };
  return adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part } });
}

/** Lines with the same number are kept and told: senders do number them all alike. */
export function checkLines(body: JsonObject): Fault[] {
  const { items } = body;
  if (!Array.isArray(items)) return [];
  const list: readonly Json[] = items;
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const sequence: unknown =
      typeof item === 'object' && item !== null ? Reflect.get(item, 'sequence') : undefined;
    if (typeof sequence !== 'string') return [];
    if (!seen.has(sequence)) {
      seen.add(sequence);
      return [];
    }
    const place = { pointer: `/items/${index}/sequence` };
    return [adapterFaults.make('ADAPTER_LINES_ALIKE', { place, values: { line: sequence.slice(0, 32) } })];
  });
}
