import type { Fault, JsonObject } from '#kernel';
import type { LineageEntry, ReadDocument } from '#mapping';
import type { SourceTree } from '#syntax';
import type { NormaliseOptions } from './contract.js';
import { adapterFaults } from './faults.js';
import type { ReadyAdapter } from './normaliser.js';
import type { UnmappedValue } from './unmapped.js';

export interface Carried {
  readonly documents: readonly ReadDocument[];
  readonly warnings: readonly Fault[];
}

/** Puts the values that no rule names into `extensions` of the one document of a message, each with a warning. */
export function carryAlong(
  adapter: ReadyAdapter,
  tree: SourceTree,
  documents: readonly ReadDocument[],
  options: NormaliseOptions,
): Carried {
  const [document] = documents;
  if (!adapter.unmapped || !document || documents.length > 1) return { documents, warnings: [] };
  const { values, dropped } = adapter.unmapped(tree);
  if (values.length === 0) return { documents, warnings: [] };
  const extensions = values.map(({ path, value }): JsonObject => ({ path, value }));
  const extended: ReadDocument = {
    type: document.type,
    body: { ...document.body, extensions },
    ...(options.lineage ? { lineage: [...(document.lineage ?? []), ...values.flatMap(origins)] } : {}),
  };
  const warnings = values.map(({ path, span }) =>
    adapterFaults.make('ADAPTER_VALUE_UNMAPPED', { place: { path, span }, values: { path } }),
  );
  if (dropped > 0) warnings.push(adapterFaults.make('ADAPTER_VALUE_DROPPED', { values: { count: dropped } }));
  return { documents: [extended], warnings };
}

/** No rule made them, so the rule is the mapping itself. */
function origins({ path, span }: UnmappedValue, index: number): LineageEntry[] {
  const pointer = `/extensions/${index}`;
  return [
    { pointer: `${pointer}/path`, rule: '', const: true },
    { pointer: `${pointer}/value`, rule: '', path, span },
  ];
}
