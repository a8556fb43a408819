import { fail, ok, type Fault, type Result } from '#kernel';
import type { Adapter, Hints } from './contract.js';
import { adapterFaults } from './faults.js';
import { describeHead, headText } from './head.js';
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
    if (adapter.recognise(head, hints) < recognitionLimits.threshold) {
      const values = { adapter: adapter.id, found: describeHead(headText(head)) };
      return fail(adapterFaults.make('ADAPTER_CONTRADICTED', { values }));
    }
    return ok({ adapter, warnings: mediaType(adapters, adapter, hints) });
  }
  let best: A | undefined;
  let score = 0;
  for (const adapter of adapters) {
    const sure = adapter.recognise(head, hints);
    if (sure > score) [best, score] = [adapter, sure];
  }
  if (!best || score < recognitionLimits.threshold) {
    const values = { found: describeHead(headText(head)) };
    return fail(adapterFaults.make('ADAPTER_NOT_RECOGNISED', { values }));
  }
  return ok({ adapter: best, warnings: mediaType(adapters, best, hints) });
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
