import type { Fault, JsonObject } from '#kernel';
import type { LineageEntry, ReadDocument } from '#mapping';
import type { SourceTree } from '#syntax';
import type { Carried } from '../extensions.js';
import { adapterFaults } from '../faults.js';
import type { UnmappedCell, UnmappedCells } from './unmapped-cells.js';

/**
 * Puts the values of an interchange that no rule has read into `extensions` of the document they stand in, each with a
 * warning. What stands outside of all documents goes to each of them, as what a message says for all does.
 *
 * @param documents with their traces, which tell what has been read
 */
export function carryCells(
  find: (tree: SourceTree, documents: readonly ReadDocument[]) => UnmappedCells,
  tree: SourceTree,
  documents: readonly ReadDocument[],
): Carried {
  if (documents.length === 0) return { documents, warnings: [] };
  const { values, dropped } = find(tree, documents);
  const shared: UnmappedCell[] = [];
  const own = documents.map((): UnmappedCell[] => []);
  const warnings: Fault[] = [];
  for (const value of values) {
    const { document, path, span } = value;
    (document === undefined ? shared : (own[document] ?? shared)).push(value);
    warnings.push(adapterFaults.make('ADAPTER_VALUE_UNMAPPED', { place: { path, span }, values: { path } }));
  }
  if (dropped > 0) warnings.push(adapterFaults.make('ADAPTER_VALUE_DROPPED', { values: { count: dropped } }));
  const all = own.map((values) => [...values, ...shared]);
  return {
    documents: documents.map((document, i) => extend(document, all[i] ?? [])),
    warnings,
    origins: all.map((values) => values.flatMap(origins)),
  };
}

function extend(document: ReadDocument, values: readonly UnmappedCell[]): ReadDocument {
  if (values.length === 0) return document;
  const { body, lineage } = document;
  const extensions = values.map(({ path, value }): JsonObject => ({ path, value }));
  return {
    ...document,
    body: { ...body, extensions },
    ...(lineage ? { lineage: [...lineage, ...values.flatMap(origins)] } : {}),
  };
}

/** No rule made them, so the rule is the mapping itself. */
function origins({ path, span }: UnmappedCell, index: number): LineageEntry[] {
  const pointer = `/extensions/${index}`;
  return [
    { pointer: `${pointer}/path`, rule: '', const: true },
    { pointer: `${pointer}/value`, rule: '', path, span },
  ];
}
