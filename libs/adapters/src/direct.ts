import { checkFindings, validateDocument } from '#canonical';
import type { Fault } from '#kernel';
import type {
  Adapter,
  Direct,
  DirectDocument,
  Normalised,
  NormalisedDocument,
  NormaliseOptions,
} from './contract.js';
import { finished } from './finished.js';

/** Reads a message that holds documents of the shared schema as they are: no mapping, but all the same checks. */
export function normaliseDirectly(
  adapter: Adapter,
  direct: Direct,
  bytes: Uint8Array,
  options: NormaliseOptions,
): Normalised {
  const head = { adapter: adapter.id, mappingVersion: adapter.mapping.version };
  const reading = direct.read(bytes);
  if (!reading.ok) return { ...head, documents: [], faults: reading.error, warnings: [] };
  const { documents, identity } = reading.value;
  const faults: Fault[] = [];
  const warnings: Fault[] = [...reading.value.warnings];
  for (const document of documents) {
    for (const fault of findings(adapter, document)) {
      (fault.severity === 'error' ? faults : warnings).push(fault);
    }
  }
  return {
    ...head,
    ...(identity === undefined ? {} : { identity }),
    documents: faults.length > 0 ? [] : documents.map((document) => told(document, options)),
    faults,
    warnings,
  };
}

function findings(adapter: Adapter, document: DirectDocument): Fault[] {
  const { type, body } = document;
  const found = [
    ...validateDocument(type, body),
    ...checkFindings(type, body),
    ...(adapter.check?.(document) ?? []),
  ];
  return found.map((fault) => ({
    ...fault,
    place: { ...fault.place, ...document.place(fault.place?.pointer ?? '') },
  }));
}

function told(document: DirectDocument, options: NormaliseOptions): NormalisedDocument {
  const { type, body } = document;
  return finished({ type, body, ...(options.lineage ? { lineage: document.lineage() } : {}) }, options);
}
