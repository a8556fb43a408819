import { hasField } from '#canonical';
import { fail, ok, type Fault, type Result } from '#kernel';
import type { WriteParams } from '#mapping';
import type { SyntaxName } from '#syntax';
import {
  acknowledgementIn,
  bestForm,
  formsOfAnswer,
  type Acknowledgement,
  type AcknowledgementForm,
} from './acknowledgement.js';
import { bounded } from './bounded.js';
import type {
  Adapter,
  DocumentBody,
  EnvelopeContent,
  Hints,
  Normalised,
  NormaliseOptions,
  Outcome,
} from './contract.js';
import { normaliseDirectly } from './direct.js';
import { fillEnvelope } from './envelope.js';
import { adapterFaults } from './faults.js';
import { asRelease } from './edifact/as-release.js';
import { containersIn, joinInterchanges, messageOf } from './edifact/together.js';
import { unmappedCells } from './edifact/unmapped-cells.js';
import { unmappedFields } from './flat/unmapped-fields.js';
import { normaliseLimits, recognitionLimits } from './limits.js';
import { lossesOf } from './losses.js';
import { normaliseWith } from './normalise-with.js';
import { normaliseInParts } from './parts/normalise-in-parts.js';
import { readInParts, type PartsReading } from './parts/read-in-parts.js';
import { recognise, surest } from './recognise.js';
import { formsOf, type Forms } from './variants.js';

/** An adapter whose mapping is compiled when it is first needed. */
export interface ReadyAdapter extends Adapter {
  readonly forms: Forms;
  /** Only where the documents have a place for what no rule of EDIFACT reads. */
  readonly cells: ReturnType<typeof unmappedCells> | undefined;
}

/** Turns messages into documents and back. No state between calls; arbitrary bytes never make it throw. */
export interface Normaliser {
  normalise(bytes: Uint8Array, hints: Hints, options?: NormaliseOptions): Normalised;
  /**
   * How a file can be read in parts, with memory for one part: for files that are not in memory.
   *
   * @param head its first bytes, as many as recognition looks at
   * @returns undefined where its adapter reads messages as a whole
   */
  inParts(head: Uint8Array, hints: Hints, options?: NormaliseOptions): PartsReading | undefined;
  /**
   * Writes documents as a message of an adapter. `params` are values that may be in no document: `sender`, `recipient`,
   * `date`, `time`, `reference`; `documents`, how many they are, and `containers`, how many they list, are known.
   * `release` (`D:13B:UN:SMDG31`) is the release of EDIFACT to write in, where it is not that of the documents.
   */
  write(
    adapterId: string,
    documents: readonly DocumentBody[],
    params?: WriteParams,
  ): Result<Uint8Array, readonly Fault[]>;
  /** Warnings about the values of documents that {@link write} has no place for in messages of an adapter. */
  losses(adapterId: string, documents: readonly DocumentBody[]): readonly Fault[];
  /** The answer to an interchange in the form of its adapter; undefined where the system expects none. */
  acknowledge(adapterId: string, outcome: Outcome): Uint8Array | undefined;
  /**
   * The answer to an interchange in a form, by default in the one that says most of what came of it: CONTRL of what is
   * wrong with the syntax, APERAK of what is wrong with the content. Undefined where there is none in that form.
   */
  answer(adapterId: string, outcome: Outcome, form?: AcknowledgementForm): Acknowledgement | undefined;
  /** The forms that the answer to a message of an adapter is had in. */
  answerForms(adapterId: string): readonly AcknowledgementForm[];
}

/**
 * Each mapping is compiled for the first message that it reads or writes. A shipped one that does not compile is a mistake
 * in the build and throws then.
 *
 * @param partsFrom bytes from which on a message is read in parts where that is possible
 * @example
 * const normaliser = createNormaliser(adapters);
 * const { documents, faults } = normaliser.normalise(bytes, { contentType: 'application/xml' });
 */
export function createNormaliser(
  adapters: readonly Adapter[],
  partsFrom = normaliseLimits.parts,
): Normaliser {
  const ready = adapters.map(prepared);
  const byId = new Map(ready.map((adapter) => [adapter.id, adapter]));
  const normalise = (
    bytes: Uint8Array,
    hints: Hints,
    options: NormaliseOptions,
    depth: number,
  ): Normalised => {
    const recognised = recognise(ready, bytes, hints);
    if (!recognised.ok) return { documents: [], faults: [recognised.error], warnings: [] };
    const { adapter, warnings } = recognised.value;
    const parts = bytes.length >= partsFrom ? readInParts(adapter, warnings, options) : undefined;
    const inParts = parts && normaliseInParts(parts, bytes);
    if (inParts) return inParts;
    const normalised = adapter.direct
      ? normaliseDirectly(adapter, adapter.direct, bytes, options)
      : normaliseWith(
          adapter,
          bytes,
          options,
          depth,
          (content, deeper) => normalise(content.bytes, {}, options, deeper),
          (beginning) => surest(ready, beginning.subarray(0, recognitionLimits.head), {}),
        );
    return { ...normalised, warnings: [...warnings, ...normalised.warnings] };
  };
  const write: Normaliser['write'] = (adapterId, documents, params) => {
    const adapter = byId.get(adapterId);
    if (!adapter) return fail([unknown(adapterId, ready)]);
    if (adapter.direct) return adapter.direct.write(documents);
    return adapter.envelope
      ? writeEnvelope(adapter, adapter.envelope, documents, params, write)
      : writeDocuments(adapter, documents, params);
  };
  return {
    normalise(bytes, hints, options = {}) {
      const normalised = normalise(bytes, hints, options, 0);
      return {
        ...normalised,
        faults: bounded(normalised.faults, normaliseLimits.faults),
        warnings: bounded(normalised.warnings, normaliseLimits.warnings),
      };
    },
    inParts(head, hints, options = {}) {
      const recognised = recognise(ready, head, hints);
      if (!recognised.ok) return undefined;
      return readInParts(recognised.value.adapter, recognised.value.warnings, options);
    },
    write,
    losses(adapterId, documents) {
      const adapter = byId.get(adapterId);
      if (!adapter || adapter.direct || adapter.envelope) return [];
      const { compiled } = adapter.forms.ofDocument(documents[0]?.body);
      return bounded(lossesOf(compiled, documents), normaliseLimits.losses);
    },
    acknowledge: (adapterId, outcome) => byId.get(adapterId)?.acknowledge?.(outcome),
    answer(adapterId, outcome, wanted) {
      const adapter = byId.get(adapterId);
      const form = adapter && (wanted ?? bestForm(adapter, outcome.faults));
      return adapter && form && acknowledgementIn(form, adapter, outcome);
    },
    answerForms(adapterId) {
      const adapter = byId.get(adapterId);
      return adapter ? formsOfAnswer(adapter) : [];
    },
  };
}

/** Compiled once for each adapter object: a normaliser that differs in one mapping costs one mapping. */
const known = new WeakMap<Adapter, ReadyAdapter>();

function prepared(adapter: Adapter): ReadyAdapter {
  const ready = known.get(adapter) ?? prepare(adapter);
  known.set(adapter, ready);
  return ready;
}

function prepare(adapter: Adapter): ReadyAdapter {
  const { mapping, syntax } = adapter;
  const extensible = mapping.documents.every(({ type }) => hasField(type, 'extensions'));
  const find = extensible && adapter.complete !== true ? finders[syntax] : undefined;
  let cells: ReadyAdapter['cells'];
  return {
    ...adapter,
    forms: formsOf(adapter),
    get cells() {
      return (cells ??= find?.(mapping));
    },
  };
}

/** How what no rule reads is found, in syntaxes of which the traces of reading tell it. */
const finders: Partial<Record<SyntaxName, typeof unmappedCells>> = {
  edifact: unmappedCells,
  flat: unmappedFields,
  csv: unmappedFields,
};

/** Documents of several messages are written message by message and joined in one interchange or file. */
function writeDocuments(
  adapter: ReadyAdapter,
  documents: readonly DocumentBody[],
  params: WriteParams | undefined,
): Result<Uint8Array, readonly Fault[]> {
  const one = (part: readonly DocumentBody[]): Result<Uint8Array, readonly Fault[]> =>
    adapter.forms.ofDocument(part[0]?.body).compiled.write(part, {
      documents: String(part.length),
      containers: String(containersIn(part)),
      ...createdOf(params),
      ...params,
    });
  if (adapter.syntax !== 'edifact' && adapter.syntax !== 'flat') return one(documents);
  const release = adapter.syntax === 'edifact' ? params?.release : undefined;
  const stated = release ? asRelease(documents, release) : documents;
  const messages = new Map<string, DocumentBody[]>();
  for (const document of stated) {
    const key = messageOf(document.body);
    messages.set(key, [...(messages.get(key) ?? []), document]);
  }
  if (messages.size < 2) return one(stated);
  const parts: Uint8Array[] = [];
  for (const message of messages.values()) {
    const part = one(message);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  if (adapter.syntax === 'flat') return ok(Buffer.concat(parts));
  const joined = joinInterchanges(parts, adapter.mapping.options);
  if (!joined) throw new Error(`what ${adapter.id} wrote could not be read again`);
  return ok(joined);
}

/** Flat files say in one when they were made: `yyyyMMddHHmm`, of the `date` and `time` that EDIFACT has apart. */
function createdOf(params: WriteParams | undefined): WriteParams {
  const { date = '', time = '' } = params ?? {};
  return /^\d{6}$/.test(date) && /^\d{4}$/.test(time) ? { created: `20${date}${time}` } : {};
}

/** The first document tells of the envelope and of the adapter that the others are written with, inside of it. */
function writeEnvelope(
  adapter: ReadyAdapter,
  envelope: EnvelopeContent,
  [first, ...rest]: readonly DocumentBody[],
  params: WriteParams | undefined,
  write: Normaliser['write'],
): Result<Uint8Array, readonly Fault[]> {
  const { placeholder } = envelope;
  const outer = writeDocuments(adapter, first ? [first] : [], { ...params, content: placeholder });
  if (!outer.ok) return outer;
  const content = first?.body.content;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return ok(fillEnvelope(outer.value, placeholder, ''));
  }
  const inner = write(String(Reflect.get(content, 'adapter')), rest, params);
  return inner.ok ? ok(fillEnvelope(outer.value, placeholder, envelope.enclose(inner.value))) : inner;
}

function unknown(adapter: string, ready: readonly Adapter[]): Fault {
  const known = ready.map(({ id }) => id).join(', ');
  return adapterFaults.make('ADAPTER_UNKNOWN', { values: { adapter: adapter.slice(0, 64), known } });
}
