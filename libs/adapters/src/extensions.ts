import type { Fault, JsonObject } from '#kernel';
import type { DocumentScope, LineageEntry, ReadDocument } from '#mapping';
import type { SourceTree } from '#syntax';
import type { NormaliseOptions } from './contract.js';
import { adapterFaults } from './faults.js';
import { normaliseLimits } from './limits.js';
import type { UnmappedValue } from './unmapped.js';
import type { Form } from './variants.js';

export interface Carried {
  readonly documents: readonly ReadDocument[];
  readonly warnings: readonly Fault[];
  /** Where the values stood that were put into each document, where its lineage does not tell. */
  readonly origins?: readonly (readonly LineageEntry[])[];
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
  scopes?: readonly DocumentScope[],
): Carried {
  if (!form.unmapped || documents.length === 0) return { documents, warnings: [] };
  const { values, dropped } = form.unmapped(tree, scopes);
  if (values.length === 0) return { documents, warnings: [] };
  const warnings = values.map(({ path, span }) =>
    adapterFaults.make('ADAPTER_VALUE_UNMAPPED', { place: { path, span }, values: { path } }),
  );
  const shared: UnmappedValue[] = [];
  const own = new Map<ReadDocument, UnmappedValue[]>(documents.map((document) => [document, []]));
  const byType = grouped(documents);
  for (const value of values) {
    const holder = value.document && byType.get(value.document.type)?.[value.document.index];
    (holder ? (own.get(holder) ?? shared) : shared).push(value);
  }
  let count = dropped;
  const extended = documents.map((document) => {
    const all = [...shared, ...(own.get(document) ?? [])];
    count += Math.max(0, all.length - normaliseLimits.extensions);
    return extend(document, all.slice(0, normaliseLimits.extensions), options);
  });
  if (count > 0) warnings.unshift(adapterFaults.make('ADAPTER_VALUE_DROPPED', { values: { count } }));
  return { documents: extended, warnings };
}

function grouped(documents: readonly ReadDocument[]): ReadonlyMap<string, readonly ReadDocument[]> {
  const byType = new Map<string, ReadDocument[]>();
  for (const document of documents) {
    const list = byType.get(document.type);
    if (list) list.push(document);
    else byType.set(document.type, [document]);
  }
  return byType;
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
