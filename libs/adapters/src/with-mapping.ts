import { messageTypes } from '#canonical';
import { fail, ok, type Fault, type Result } from '#kernel';
import { compileMapping, type CodeTables, type MappingDefinition } from '#mapping';
import type { Adapter } from './contract.js';
import { adapterFaults } from './faults.js';
import { mappingsOf } from './variants.js';

/**
 * The adapter with another mapping in place of the one it ships with. Everything about the mapping that can be wrong
 * is found here, in all variants of the message, so that a normaliser with the adapter can be made without a fault.
 *
 * @param version what messages that it reads are said to be read with
 * @returns every fault with its JSON pointer in the mapping
 */
export function withMapping(
  adapter: Adapter,
  mapping: MappingDefinition,
  codes: CodeTables,
  version: string,
): Result<Adapter, Fault[]> {
  if (adapter.direct) {
    return fail([adapterFaults.make('ADAPTER_SHARED_NO_MAPPING', { values: { adapter: adapter.id } })]);
  }
  try {
    const other = { ...adapter, mapping: { ...mapping, version }, codes };
    const faults = [
      ...mismatches(adapter, mapping),
      ...mappingsOf(other).flatMap((one) => compiled(one, codes)),
    ];
    return faults.length > 0 ? fail(distinct(faults)) : ok(other);
  } catch (error) {
    // What has another shape than a mapping fails wherever it is touched first.
    const reason = error instanceof Error ? error.message : String(error);
    return fail([adapterFaults.make('ADAPTER_MAPPING_UNREADABLE', { values: { reason } })]);
  }
}

function mismatches(adapter: Adapter, mapping: MappingDefinition): Fault[] {
  const faults: Fault[] = [];
  const values = { adapter: `${adapter.id} (${adapter.syntax})` };
  if (mapping.adapter !== adapter.id) {
    const place = { pointer: '/adapter' };
    faults.push(
      adapterFaults.make('ADAPTER_MAPPING_OTHER', { place, values: { ...values, found: mapping.adapter } }),
    );
  }
  if (mapping.syntax !== adapter.syntax) {
    const place = { pointer: '/syntax' };
    faults.push(
      adapterFaults.make('ADAPTER_MAPPING_OTHER', { place, values: { ...values, found: mapping.syntax } }),
    );
  }
  const types: readonly string[] = messageTypes;
  mapping.documents.forEach(({ type }, index) => {
    if (types.includes(type)) return;
    const place = { pointer: `/documents/${index}/type` };
    const known = types.join(', ');
    faults.push(adapterFaults.make('ADAPTER_MAPPING_TYPE', { place, values: { type, known } }));
  });
  return faults;
}

function compiled(mapping: MappingDefinition, codes: CodeTables): readonly Fault[] {
  const result = compileMapping(mapping, codes);
  return result.ok ? [] : result.error;
}

/** Variants of one mapping have the same faults at the same places. */
const distinct = (faults: readonly Fault[]): Fault[] => [
  ...new Map(
    faults.map((fault) => [`${fault.code} ${fault.place?.pointer ?? ''} ${fault.text.en}`, fault]),
  ).values(),
];
