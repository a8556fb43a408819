import { Buffer } from 'node:buffer';
import { fail, ok, type Fault, type Result } from '#kernel';
import type { Adapter, Hints } from './contract.js';
import { adapterFaults } from './faults.js';
import { describeHead, edifactTypeOf, headText } from './head.js';
import { recognitionLimits } from './limits.js';

export interface Recognised<A> {
  readonly adapter: A;
  readonly warnings: readonly Fault[];
}

/**
 * Finds the adapter of a message: the one that is asked for, if the bytes are of its kind, else the one that is most
 * sure. The bytes decide; a media type that contradicts them is noted.
 */
export function recognise<A extends Adapter>(
  adapters: readonly A[],
  bytes: Uint8Array,
  hints: Hints,
): Result<Recognised<A>, Fault> {
  const head = bytes.subarray(0, recognitionLimits.head);
  const asked = hints.adapter?.trim();
  if (asked) {
    const adapter = adapters.find(({ id }) => id === asked);
    if (!adapter) {
      const known = adapters.map(({ id }) => id).join(', ');
      return fail(adapterFaults.make('ADAPTER_UNKNOWN', { values: { adapter: asked.slice(0, 64), known } }));
    }
    const knows = (one: Uint8Array): boolean => adapter.recognise(one, hints) >= recognitionLimits.threshold;
    if (!knows(head) && !otherHeads(bytes, head).some(knows)) {
      const values = { adapter: adapter.id, found: describeHead(headText(head)) };
      return fail(adapterFaults.make('ADAPTER_CONTRADICTED', { values }));
    }
    return ok({ adapter, warnings: mediaType(adapters, adapter, hints) });
  }
  const best = surest(adapters, head, hints) ?? firstOf(adapters, otherHeads(bytes, head), hints);
  if (!best) {
    const values = { found: describeHead(headText(head)) };
    return fail(adapterFaults.make('ADAPTER_NOT_RECOGNISED', { values }));
  }
  return ok({ adapter: best, warnings: mediaType(adapters, best, hints) });
}

/** The adapter that is most sure of a message that begins like this, if one is sure enough. */
export function surest<A extends Adapter>(
  adapters: readonly A[],
  head: Uint8Array,
  hints: Hints,
): A | undefined {
  let best: A | undefined;
  let score = 0;
  for (const adapter of adapters) {
    const sure = adapter.recognise(head, hints);
    if (sure > score) [best, score] = [adapter, sure];
  }
  return score < recognitionLimits.threshold ? undefined : best;
}

function firstOf<A extends Adapter>(
  adapters: readonly A[],
  heads: readonly Uint8Array[],
  hints: Hints,
): A | undefined {
  for (const head of heads) {
    const found = surest(adapters, head, hints);
    if (found) return found;
  }
  return undefined;
}

/** What else tells the kind of a message that is not known by its first bytes. */
function otherHeads(bytes: Uint8Array, head: Uint8Array): readonly Uint8Array[] {
  const isJson = bytes.length > head.length && /^[[{]/.test(headText(head.subarray(0, 64)));
  return isJson ? [bytes.subarray(0, recognitionLimits.json)] : laterHeads(bytes, head);
}

/**
 * How the messages of further types in an interchange begin: asked for where nobody reads the first one, as an
 * interchange may hold messages of several types (ISO 9735-1), service messages among them.
 */
function laterHeads(bytes: Uint8Array, head: Uint8Array): readonly Uint8Array[] {
  if (edifactTypeOf(head) === undefined) return [];
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const heads = new Map<string, Uint8Array>();
  let at = all.indexOf('UNH');
  for (let count = 0; at >= 0 && count < recognitionLimits.messages; count++) {
    const one = bytes.subarray(at, at + recognitionLimits.head);
    const type = edifactTypeOf(one);
    if (type && !heads.has(type)) heads.set(type, one);
    at = all.indexOf('UNH', at + 3);
  }
  return [...heads.values()];
}

/** What clients send for want of anything better, though it is some adapters' own. */
const sayNothing: ReadonlySet<string> = new Set(['text/plain', 'application/octet-stream']);

/** Only a media type that is another adapter's says something; most clients send one that says nothing. */
function mediaType(adapters: readonly Adapter[], adapter: Adapter, hints: Hints): Fault[] {
  const type = hints.contentType?.split(';')[0]?.trim().toLowerCase();
  if (!type || sayNothing.has(type) || adapter.mediaTypes.includes(type)) return [];
  if (!adapters.some(({ mediaTypes }) => mediaTypes.includes(type))) return [];
  const values = { contentType: type, adapter: adapter.id };
  return [adapterFaults.make('ADAPTER_MEDIA_TYPE_DIFFERS', { values })];
}
