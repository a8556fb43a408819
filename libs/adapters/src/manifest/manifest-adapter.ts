import type { Fault, JsonObject, Texts } from '#kernel';
import type { CodeTables } from '#mapping';
import type { SourceTree } from '#syntax';
import type { Adapter, Derived } from '../contract.js';
import { adapterFaults } from '../faults.js';
import { headText, rootOf } from '../head.js';
import { shippedMapping } from '../shipped.js';
import { valuesAlike } from '../xml/values-alike.js';

/** What one family of manifest messages has of its own. */
export interface ManifestFamily {
  readonly id: string;
  readonly label: Texts;
  readonly mapping: unknown;
  readonly codes: CodeTables;
  /** Types of its messages, `MT1101`; the first is written where a document does not say. */
  readonly types: readonly string[];
}

/** An adapter for the `Manifest` messages of a family; each type has a namespace of its own. */
export function manifestAdapter({ id, label, mapping, codes, types }: ManifestFamily): Adapter {
  const kinds = new Set(types.map(kindOf));
  return {
    id,
    system: 'customs',
    label,
    syntax: 'xml',
    mediaTypes: ['application/xml', 'text/xml'],
    recognise(head) {
      const root = rootOf(head);
      if (root?.name !== 'Manifest') return 0;
      const named = /\bMT\d{4}\b/i.exec(root.namespace ?? '')?.[0];
      const type = named ?? /<(?:\w+:)?MessageType>\s*(MT\d{4})\b/i.exec(headText(head))?.[1];
      return kinds.has(kindOf(type ?? '')) ? 1 : 0;
    },
    mapping: shippedMapping(mapping),
    codes,
    variants: types.map((type) => ({
      type,
      root: 'Manifest',
      namespace: `urn:Declaration:datamodel:standard:CN:${type}:1`,
    })),
    leaveOut: ['Signature'],
    inspect: inspectManifest,
    derive: deriveHints,
    check: ({ body }) => valuesAlike(body),
  };
}

/** The first digit says what is told, the second by which way it travels; the others number the forms. */
const kindOf = (type: string): string => type.slice(0, 4).toUpperCase();

/** A manifest has its head and its declaration, each once. */
function inspectManifest(tree: SourceTree): Fault[] {
  const { root } = tree;
  return ['Head', 'Declaration'].flatMap((part) => {
    const [first, second] = root.named(part);
    if (!first) {
      const place = { path: root.name, span: tree.bytes({ from: root.from, to: root.to }) };
      return [adapterFaults.make('ADAPTER_PART_MISSING', { place, values: { part } })];
    }
    if (!second) return [];
    const place = { path: tree.path(second), span: tree.bytes({ from: second.from, to: second.to }) };
    const values = { part, count: root.named(part).length };
    return [adapterFaults.make('ADAPTER_PART_DOUBLED', { place, values })];
  });
}

/** Codes joined by colons at the end of a remark: the terminal, then who gets a copy. */
const copies = /(?:^|[^A-Za-z0-9:])([A-Z][A-Z0-9]{2,9}(?::[A-Z][A-Z0-9]{2,9}){1,49})\s*$/;

function deriveHints({ remarks, transport }: JsonObject): readonly Derived[] {
  const derived: Derived[] = [];
  const codes = typeof remarks === 'string' ? copies.exec(remarks.slice(-600))?.[1]?.split(':') : undefined;
  if (codes) derived.push({ name: 'copyTo', value: codes, from: '/remarks' });
  const means: unknown =
    typeof transport === 'object' && transport !== null ? Reflect.get(transport, 'id') : undefined;
  const imo = typeof means === 'string' ? /^UN(\d{7})$/.exec(means)?.[1] : undefined;
  if (imo !== undefined) derived.push({ name: 'imo', value: imo, from: '/transport/id' });
  return derived;
}
