import { adapters } from '#adapters';
import { compileMapping } from '#mapping';

/** What an adapter does with a field: reads and writes it, or only one of both. */
export interface FieldUse {
  /** From the document, without a slash before it; `*` is every item of a list. */
  readonly path: string;
  readonly reads: boolean;
  readonly writes: boolean;
}

export interface AdapterFields {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly uses: readonly FieldUse[];
}

/** The adapters whose mappings read or write a type of document, in their order, with the fields that they know. */
export function adaptersOf(type: string): readonly AdapterFields[] {
  return all().flatMap(({ id, label, types }) => {
    const uses = types.get(type);
    return uses ? [{ id, label, uses }] : [];
  });
}

interface Compiled {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly types: ReadonlyMap<string, readonly FieldUse[]>;
}

let known: readonly Compiled[] | undefined;

const all = (): readonly Compiled[] =>
  (known ??= adapters
    .filter(({ direct }) => !direct)
    .map(({ id, label, mapping, codes }) => {
      const compiled = compileMapping(mapping, codes);
      const types = new Map<string, readonly FieldUse[]>();
      if (!compiled.ok) return { id, label, types };
      for (const { type } of mapping.documents) types.set(type, usesOf(compiled.value.fields(type)));
      return { id, label, types };
    }));

function usesOf(fields: readonly { readonly pointer: string; readonly way: string }[]): readonly FieldUse[] {
  const uses = new Map<string, { reads: boolean; writes: boolean }>();
  for (const { pointer, way } of fields) {
    const path = pointer.slice(1);
    const use = uses.get(path) ?? { reads: false, writes: false };
    uses.set(path, use);
    if (way !== 'write') use.reads = true;
    if (way === 'both' || way === 'write') use.writes = true;
  }
  return [...uses].map(([path, use]) => ({ path, ...use }));
}
