import type { Json } from '#kernel';
import type { LineageEntry, ReadDocument } from '#mapping';
import type { Adapter } from './contract.js';

/** Adds to each document what follows from its values, with the place of the value it follows from. */
export function withDerived(adapter: Adapter, documents: readonly ReadDocument[]): readonly ReadDocument[] {
  if (!adapter.derive) return documents;
  return documents.map((document) => {
    const derived = adapter.derive?.(document.body) ?? [];
    if (derived.length === 0) return document;
    const { lineage } = document;
    const origins = derived.flatMap(({ name, value, from }): LineageEntry[] => {
      const origin = lineage?.find(({ pointer }) => pointer === from);
      const place = origin?.path === undefined ? {} : { path: origin.path };
      const span = origin?.span ? { span: origin.span } : {};
      return leaves(value, `/${name}`).map((pointer) => ({
        pointer,
        rule: origin?.rule ?? '',
        ...place,
        ...span,
        const: true,
      }));
    });
    return {
      ...document,
      body: { ...document.body, ...Object.fromEntries(derived.map(({ name, value }) => [name, value])) },
      ...(lineage ? { lineage: [...lineage, ...origins] } : {}),
    };
  });
}

function leaves(value: Json, pointer: string): string[] {
  if (value === null || typeof value !== 'object') return [pointer];
  const members: [string, Json | undefined][] = Object.entries(value);
  return members.flatMap(([name, inner]) => (inner === undefined ? [] : leaves(inner, `${pointer}/${name}`)));
}
