import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { SourceTree } from '#syntax';
import type { Content, EnvelopeContent, Normalised, NormalisedDocument } from './contract.js';
import { adapterFaults } from './faults.js';
import { normaliseLimits } from './limits.js';

/** Normalises a message that was found inside of another one, at this depth. */
export type NormaliseContent = (content: Content, depth: number) => Normalised;

/** What an envelope gave, with the message inside: its own document first, then those of the message. */
export function withContent(
  envelope: Normalised,
  { element, open }: EnvelopeContent,
  tree: SourceTree,
  depth: number,
  normalise: NormaliseContent,
): Normalised {
  const opened = open(tree);
  if (!opened.ok) return { ...envelope, documents: [], faults: opened.error };
  const content = opened.value;
  if (!content) {
    const empty = adapterFaults.make('ADAPTER_ENVELOPE_EMPTY', { values: { path: element } });
    return { ...envelope, warnings: [...envelope.warnings, empty] };
  }
  if (depth >= normaliseLimits.envelopes) {
    const place = { path: content.path, span: content.span };
    const values = { limit: normaliseLimits.envelopes };
    const fault = adapterFaults.make('ADAPTER_ENVELOPE_DEPTH', { place, values });
    return { ...envelope, documents: [], faults: [fault] };
  }
  const inside = normalise(content, depth + 1);
  const identity = envelope.identity ?? inside.identity;
  const faults = inside.faults.map((fault) => placed(fault, content));
  const { adapter, mappingVersion, inside: further = [] } = inside;
  const used = adapter === undefined ? further : [{ adapter, version: mappingVersion ?? '' }, ...further];
  return {
    ...envelope,
    inside: used,
    ...(identity === undefined ? {} : { identity }),
    faults,
    warnings: [...envelope.warnings, ...inside.warnings.map((fault) => placed(fault, content))],
    documents:
      faults.length > 0
        ? []
        : [
            ...envelope.documents.map((document) => telling(document, inside)),
            ...inside.documents.map((document) => traced(document, content)),
          ],
  };
}

/** The document of the envelope says how its message was read: that is how it is written again. */
function telling(document: NormalisedDocument, inside: Normalised): NormalisedDocument {
  const { adapter, mappingVersion } = inside;
  if (adapter === undefined || document.body.content !== undefined) return document;
  const content: JsonObject = { adapter, ...(mappingVersion === undefined ? {} : { mappingVersion }) };
  const said = Object.keys(content).map(
    (name) => ({ pointer: `/content/${name}`, rule: '', const: true }) as const,
  );
  return {
    ...document,
    body: { ...document.body, content },
    ...(document.lineage ? { lineage: [...document.lineage, ...said] } : {}),
  };
}

/** The bytes of a value inside stand nowhere in the interchange: the lineage names the element that holds them all. */
function traced(document: NormalisedDocument, { path, span }: Content): NormalisedDocument {
  const { lineage } = document;
  if (!lineage) return document;
  return {
    ...document,
    lineage: lineage.map((entry) =>
      entry.path === undefined ? entry : { ...entry, path: `${path}/${entry.path}`, span },
    ),
  };
}

function placed(fault: Fault, { path, span }: Content): Fault {
  const { place } = fault;
  return {
    ...fault,
    place: { ...place, path: place?.path === undefined ? path : `${path}/${place.path}`, span },
  };
}

/** What Base64 text says; white space in it does not count. */
export function decodeContent(
  text: string,
  place: { readonly path: string; readonly span: { readonly from: number; readonly to: number } },
): Result<Uint8Array, Fault[]> {
  const values = { path: place.path };
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) {
    return fail([adapterFaults.make('ADAPTER_ENVELOPE_CONTENT', { place, values })]);
  }
  const bytes = new Uint8Array(Buffer.from(packed, 'base64'));
  const compressed = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  return compressed
    ? fail([adapterFaults.make('ADAPTER_ENVELOPE_COMPRESSED', { place, values })])
    : ok(bytes);
}

/** A written envelope with its message put in. */
export function fillEnvelope(envelope: Uint8Array, placeholder: string, content: string): Uint8Array {
  const text = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength).toString('utf8');
  return Buffer.from(
    text.replace(placeholder, () => content),
    'utf8',
  );
}
