import { checkFindings, validateDocument } from '#canonical';
import type { Fault } from '#kernel';
import type { LineageEntry, ReadDocument } from '#mapping';
import type { SourceTree } from '#syntax';
import type { Normalised, NormaliseOptions } from './contract.js';
import { withDerived } from './derived.js';
import { withContent, type NormaliseContent } from './envelope.js';
import { carryCells } from './edifact/carry-cells.js';
import { isMixed, readMixed, type OthersOf, type PlacedReading } from './edifact/mixed.js';
import { carryAlong, type Carried } from './extensions.js';
import { finished } from './finished.js';
import type { ReadyAdapter } from './normaliser.js';
import { withPlaces } from './places.js';
import { messageType, type Form } from './variants.js';

/**
 * Reads a message with the adapter that was chosen: syntax, whole message, mapping, schema, checks.
 *
 * @param depth how many envelopes it was taken out of
 * @param others who reads the messages of other types that an interchange holds
 */
export function normaliseWith(
  adapter: ReadyAdapter,
  bytes: Uint8Array,
  options: NormaliseOptions,
  depth: number,
  inside: NormaliseContent,
  others: OthersOf = nobody,
): Normalised {
  const head = { adapter: adapter.id, mappingVersion: adapter.mapping.version };
  const parsed = adapter.forms.main.compiled.parse(bytes);
  if (!parsed.ok) return { ...head, documents: [], faults: parsed.error, warnings: [] };
  const tree = parsed.value;
  if (adapter.syntax === 'edifact' && isMixed(tree, adapter)) {
    return {
      ...head,
      ...readMixed(adapter, bytes, tree, others, (one, its) => readTree(one, its, options, true)),
    };
  }
  const normalised = { ...head, ...readTree(adapter, tree, options) };
  if (!adapter.envelope || normalised.faults.length > 0) return normalised;
  return withContent(normalised, adapter.envelope, tree, depth, inside);
}

const nobody: OthersOf = () => undefined;

/** @param placed whether to say where each document begins */
function readTree(
  adapter: ReadyAdapter,
  tree: SourceTree,
  options: NormaliseOptions,
  placed = false,
): PlacedReading {
  const spoilt = adapter.inspect?.(tree) ?? [];
  if (spoilt.length > 0) return { documents: [], faults: spoilt, warnings: tree.diagnostics };

  const form = adapter.forms.ofRoot(tree.root.name);
  const { cells } = adapter;
  const { lineage = false } = options;
  const scopes = form.scoped || placed;
  const reading = form.compiled.read(tree, { lineage, traces: cells !== undefined, scopes });
  const typed = reading.documents.map((document) => withType(document, form.type));
  const derived = withDerived(adapter, typed);
  const carried = cells
    ? carryCells(cells, tree, derived)
    : carryAlong(form, tree, derived, options, form.scoped ? reading.scopes : undefined);
  const identity = reading.identity ?? adapter.identity?.(carried.documents);
  const named = identity === undefined ? {} : { identity };
  const faults: Fault[] = [...reading.faults];
  const warnings: Fault[] = [...reading.warnings, ...carried.warnings];
  const entries = entriesOf(form, tree, carried, scopes);
  carried.documents.forEach((document, index) => {
    const found = [
      ...validateDocument(document.type, document.body),
      ...checkFindings(document.type, document.body),
      ...(adapter.check?.(document) ?? []),
    ];
    if (found.length === 0) return;
    for (const fault of withPlaces(found, (pointers) => entries(document, index, pointers))) {
      (fault.severity === 'error' ? faults : warnings).push(fault);
    }
  });
  const documents = faults.length > 0 ? [] : carried.documents.map((one) => finished(one, options));
  const begins = placed ? { begins: (reading.scopes ?? []).map(({ node }) => node.from) } : {};
  return { ...named, ...begins, documents, faults, warnings };
}

/** Where one mapping serves several root elements, the document says under which it came. */
function withType(document: ReadDocument, type: string | undefined): ReadDocument {
  const { body, lineage } = document;
  if (type === undefined || messageType(body) !== undefined) return document;
  const { message } = body;
  const known = typeof message === 'object' && message !== null && !Array.isArray(message) ? message : {};
  return {
    ...document,
    body: { ...body, message: { ...known, type } },
    ...(lineage ? { lineage: [...lineage, { pointer: '/message/type', rule: '', const: true }] } : {}),
  };
}

/**
 * The lineage of some leaves. It is not made for every message: when a fault needs to know where its value stood, the
 * message is read again, once for all of its documents, unless the traces of the first time are there.
 */
function entriesOf(form: Form, tree: SourceTree, { origins = [] }: Carried, scopes: boolean) {
  let again: readonly ReadDocument[] | undefined;
  return (
    document: ReadDocument,
    index: number,
    pointers: ReadonlySet<string | undefined>,
  ): readonly LineageEntry[] => {
    if (document.lineage) return document.lineage;
    let { traces } = document;
    if (!traces) {
      again ??= form.compiled.read(tree, { traces: true, scopes }).documents;
      traces = again[index]?.traces ?? [];
    }
    const asked = traces.filter(({ pointer }) => pointers.has(pointer));
    return [...asked.map((trace) => trace.entry(tree)), ...(origins[index] ?? [])];
  };
}
