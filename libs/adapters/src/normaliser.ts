import { fail, ok, type Fault, type Result } from '#kernel';
import { compileMapping, type CompiledMapping, type WriteParams } from '#mapping';
import { bounded } from './bounded.js';
import type { Adapter, DocumentBody, Hints, Normalised, NormaliseOptions, Outcome } from './contract.js';
import { adapterFaults } from './faults.js';
import { joinInterchanges, messageOf } from './edifact/together.js';
import { normaliseLimits } from './limits.js';
import { normaliseWith } from './normalise-with.js';
import { recognise } from './recognise.js';
import { unmappedFinder, type Unmapped } from './unmapped.js';
import type { SourceTree } from '#syntax';

/** An adapter with its mapping compiled. */
export interface ReadyAdapter extends Adapter {
  readonly compiled: CompiledMapping;
  /** Only where a message is one document: else it could not be said which document a value belongs to. */
  readonly unmapped: ((tree: SourceTree) => Unmapped) | undefined;
}

/** Turns messages into documents and back. No state between calls; arbitrary bytes never make it throw. */
export interface Normaliser {
  normalise(bytes: Uint8Array, hints: Hints, options?: NormaliseOptions): Normalised;
  /**
   * Writes documents as a message of an adapter. `params` are values that may be in no document: `sender`, `recipient`,
   * `date`, `time`, `reference`; `documents` is how many they are and is known.
   */
  write(
    adapterId: string,
    documents: readonly DocumentBody[],
    params?: WriteParams,
  ): Result<Uint8Array, readonly Fault[]>;
  /** The answer to an interchange in the form of its adapter; undefined where the system expects none. */
  acknowledge(adapterId: string, outcome: Outcome): Uint8Array | undefined;
}

/**
 * Compiles all mappings at once. A shipped mapping that does not compile is a mistake in the build and throws.
 *
 * @example
 * const normaliser = createNormaliser(adapters);
 * const { documents, faults } = normaliser.normalise(bytes, { contentType: 'application/xml' });
 */
export function createNormaliser(adapters: readonly Adapter[]): Normaliser {
  const ready = adapters.map(prepare);
  const byId = new Map(ready.map((adapter) => [adapter.id, adapter]));
  return {
    normalise(bytes, hints, options = {}) {
      const recognised = recognise(ready, bytes, hints);
      if (!recognised.ok) return { documents: [], faults: [recognised.error], warnings: [] };
      const { adapter, warnings } = recognised.value;
      const normalised = normaliseWith(adapter, bytes, options);
      return {
        ...normalised,
        faults: bounded(normalised.faults, normaliseLimits.faults),
        warnings: bounded([...warnings, ...normalised.warnings], normaliseLimits.warnings),
      };
    },
    write(adapterId, documents, params) {
      const adapter = byId.get(adapterId);
      return adapter ? write(adapter, documents, params) : fail([unknown(adapterId, ready)]);
    },
    acknowledge: (adapterId, outcome) => byId.get(adapterId)?.acknowledge?.(outcome),
  };
}

function prepare(adapter: Adapter): ReadyAdapter {
  const compiled = compileMapping(adapter.mapping, adapter.codes);
  if (!compiled.ok) {
    const [fault] = compiled.error;
    throw new Error(`mapping of ${adapter.id}: ${fault?.text.en ?? ''} (${fault?.place?.pointer ?? ''})`);
  }
  const whole = adapter.syntax === 'xml' && adapter.mapping.documents.every(({ each }) => each === '.');
  return {
    ...adapter,
    compiled: compiled.value,
    unmapped: whole ? unmappedFinder(adapter.mapping) : undefined,
  };
}

/** Documents of several EDIFACT messages are written message by message and joined in one interchange. */
function write(
  adapter: ReadyAdapter,
  documents: readonly DocumentBody[],
  params: WriteParams | undefined,
): Result<Uint8Array, readonly Fault[]> {
  const one = (part: readonly DocumentBody[]): Result<Uint8Array, readonly Fault[]> =>
    adapter.compiled.write(part, { documents: String(part.length), ...params });
  if (adapter.syntax !== 'edifact') return one(documents);
  const messages = new Map<string, DocumentBody[]>();
  for (const document of documents) {
    const key = messageOf(document.body);
    messages.set(key, [...(messages.get(key) ?? []), document]);
  }
  if (messages.size < 2) return one(documents);
  const parts: Uint8Array[] = [];
  for (const message of messages.values()) {
    const part = one(message);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const joined = joinInterchanges(parts, adapter.mapping.options);
  if (!joined) throw new Error(`what ${adapter.id} wrote could not be read again`);
  return ok(joined);
}

function unknown(adapter: string, ready: readonly Adapter[]): Fault {
  const known = ready.map(({ id }) => id).join(', ');
  return adapterFaults.make('ADAPTER_UNKNOWN', { values: { adapter: adapter.slice(0, 64), known } });
}
