import type { Fault, Json } from '#kernel';
import type { CompiledMapping, MappedField } from '#mapping';
import { adapterFaults } from './faults.js';
import type { DocumentBody } from './contract.js';

/** What a format has no place for: how often, and where it stood first. */
interface Loss {
  readonly pointer: string;
  readonly document: number;
  readonly value: Json;
  count: number;
}

/** Members that are kept for reading and are never written. */
const notWritten = new Set(['extensions']);

/**
 * The values of documents that a message of this mapping cannot carry, one warning for each field: no rule writes it, the
 * format says another value by itself (a unit), or it has room for the first item of a list only. What a rule only reads
 * follows from other fields.
 */
export function lossesOf(mapping: CompiledMapping, documents: readonly DocumentBody[]): readonly Fault[] {
  const losses = new Map<string, Loss>();
  documents.forEach(({ type, body }, document) => {
    const known = new Map<string, MappedField[]>();
    const singles = new Set<string>();
    for (const field of mapping.fields(type)) {
      known.set(field.pointer, [...(known.get(field.pointer) ?? []), field]);
      for (const single of field.single ?? []) singles.add(single);
    }
    const note = (field: string, pointer: string, value: Json): void => {
      const before = losses.get(field);
      if (before) before.count++;
      else losses.set(field, { pointer, document, value, count: 1 });
    };
    const look = (value: Json | undefined, field: string, pointer: string): void => {
      if (value === undefined || value === null) return;
      if (Array.isArray(value)) {
        value.forEach((item: Json, i) => {
          if (i > 0 && singles.has(field)) note(field, `${pointer}/${i}`, item);
          else look(item, `${field}/*`, `${pointer}/${i}`);
        });
      } else if (typeof value === 'object') {
        for (const [name, inner] of Object.entries(value)) {
          if (field !== '' || !notWritten.has(name)) look(inner, `${field}/${name}`, `${pointer}/${name}`);
        }
      } else if (isLost(known.get(field), value)) note(field, pointer, value);
    };
    look(body, '', '');
  });
  return [...losses].map(([field, { pointer, document, value, count }]) =>
    adapterFaults.make('ADAPTER_FIELD_UNWRITTEN', {
      place: { pointer },
      values: { field, count, document, value: shown(value) },
    }),
  );
}

function isLost(fields: readonly MappedField[] | undefined, value: Json): boolean {
  if (!fields) return true;
  return fields.every(
    (field) => field.way === 'constant' && field.value !== undefined && field.value !== value,
  );
}

function shown(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
