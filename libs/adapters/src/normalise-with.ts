import { checkFindings, keysOf, occurredAtOf, orderKeyOf, validateDocument } from '#canonical';
import type { Fault } from '#kernel';
import type { ReadDocument } from '#mapping';
import type { SourceTree } from '#syntax';
import type { Normalised, NormalisedDocument, NormaliseOptions } from './contract.js';
import { carryAlong } from './extensions.js';
import type { ReadyAdapter } from './normaliser.js';
import { withPlaces } from './places.js';

/** Reads a message with the adapter that was chosen: syntax, whole message, mapping, schema, checks. */
export function normaliseWith(
  adapter: ReadyAdapter,
  bytes: Uint8Array,
  options: NormaliseOptions,
): Normalised {
  const head = { adapter: adapter.id, mappingVersion: adapter.compiled.version };
  const parsed = adapter.compiled.parse(bytes);
  if (!parsed.ok) return { ...head, documents: [], faults: parsed.error, warnings: [] };
  const tree = parsed.value;
  const spoilt = adapter.inspect?.(tree) ?? [];
  if (spoilt.length > 0) return { ...head, documents: [], faults: spoilt, warnings: tree.diagnostics };

  const reading = adapter.compiled.read(tree, { lineage: options.lineage === true });
  const carried = carryAlong(adapter, tree, reading.documents, options);
  const identity = reading.identity ?? adapter.identity?.(carried.documents);
  const named = { ...head, ...(identity === undefined ? {} : { identity }) };
  const faults: Fault[] = [...reading.faults];
  const warnings: Fault[] = [...reading.warnings, ...carried.warnings];
  carried.documents.forEach((document, index) => {
    const found = [
      ...validateDocument(document.type, document.body),
      ...checkFindings(document.type, document.body),
      ...(adapter.check?.(document) ?? []),
    ];
    if (found.length === 0) return;
    for (const fault of withPlaces(found, () => lineageOf(adapter, tree, document, index))) {
      (fault.severity === 'error' ? faults : warnings).push(fault);
    }
  });
  const documents = faults.length > 0 ? [] : carried.documents.map(finished);
  return { ...named, documents, faults, warnings };
}

function finished(document: ReadDocument): NormalisedDocument {
  const { type, body, lineage } = document;
  const orderKey = orderKeyOf(type, body);
  const occurredAt = occurredAtOf(type, body);
  return {
    type,
    body,
    keys: keysOf(type, body),
    ...(orderKey === undefined ? {} : { orderKey }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(lineage ? { lineage } : {}),
  };
}

/** Lineage is not made for every message: when a fault needs to know where its value stood, the message is read again. */
function lineageOf(adapter: ReadyAdapter, tree: SourceTree, document: ReadDocument, index: number) {
  if (document.lineage) return document.lineage;
  return adapter.compiled.read(tree, { lineage: true }).documents[index]?.lineage ?? [];
}
