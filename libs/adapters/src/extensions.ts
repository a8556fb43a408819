import type { Fault, JsonObject } from '#kernel';
import type { LineageEntry, ReadDocument } from '#mapping';
import type { SourceTree } from '#syntax';
import type { NormaliseOptions } from './contract.js';
import { adapterFaults } from './faults.js';
import type { UnmappedValue } from './unmapped.js';
import type { Form } from './variants.js';

export interface Carried {
  readonly documents: readonly ReadDocument[];
  readonly warnings: readonly Fault[];
}

/**
 * Puts the values that no rule names into `extensions` of the document they stand in, each with a warning. What stands
 * outside of all documents goes to each of them, as what a message says for all does.
 */
export function carryAlong(
  form: Form,
  tree: SourceTree,
  documents: readonly ReadDocument[],
  options: NormaliseOptions,
): Carried {
  if (!form.unmapped || documents.length === 0) return { documents, warnings: [] };
  const { values, dropped } = form.unmapped(tree);
  if (values.length === 0) return { documents, warnings: [] };
  const warnings = values.map(({ path, span }) =>
    adapterFaults.make('ADAPTER_VALUE_UNMAPPED', { place: { path, span }, values: { path } }),
  );
  if (dropped > 0) warnings.push(adapterFaults.make('ADAPTER_VALUE_DROPPED', { values: { count: dropped } }));
  const shared: UnmappedValue[] = [];
  const own = documents.map((): UnmappedValue[] => []);
  for (const value of values) (own[value.document ?? -1] ?? shared).push(value);
  const extended = documents.map((document, index) =>
    extend(document, [...shared, ...(own[index] ?? [])], options),
  );
  return { documents: extended, warnings };
}

function extend(
  document: ReadDocument,
  values: readonly UnmappedValue[],
  options: NormaliseOptions,
): ReadDocument {
  if (values.length === 0) return document;
  return {
    type: document.type,
    body: { ...document.body, extensions: values.map(({ path, value }): JsonObject => ({ path, value })) },
    ...(options.lineage ? { lineage: [...(document.lineage ?? []), ...values.flatMap(origins)] } : {}),
  };
}

/** No rule made them, so the rule is the mapping itself. */
function origins({ path, span }: UnmappedValue, index: number): LineageEntry[] {
  const pointer = `/extensions/${index}`;
  return [
    { pointer: `${pointer}/path`, rule: '', const: true },
    { pointer: `${pointer}/value`, rule: '', path, span },
  ];
}
