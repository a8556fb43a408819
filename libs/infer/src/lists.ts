import { nodeOf } from './profile.js';
import { clamp, type Scored, type Subject } from './score.js';

/** The list of the document that takes most of what is in a repeated node. */
export function listFor(
  inside: readonly Subject[],
  outer: string,
  scored: ReadonlyMap<Subject, readonly Scored[]>,
): string | undefined {
  const sums = new Map<string, number>();
  for (const subject of inside) {
    const best = new Map<string, number>();
    for (const { target, confidence } of scored.get(subject) ?? []) {
      if (!isListIn(target.list, outer)) continue;
      best.set(target.list, Math.max(best.get(target.list) ?? 0, confidence));
    }
    for (const [list, confidence] of best) sums.set(list, (sums.get(list) ?? 0) + confidence);
  }
  let found: string | undefined;
  let most = 0;
  for (const [list, sum] of sums) {
    const shallow = sum - list.split('/').length * 0.02;
    if (shallow > most) [found, most] = [list, shallow];
  }
  return found;
}

/** What a field loses for being in a list of which the samples show one item only: of values, of objects. */
const loneItem = { value: 0.08, object: 0.2 };

/** A value may also be the only item of a list, unless that is what a repeated node makes. */
export function inList(
  scored: Scored,
  { place }: Subject,
  list: string,
  taken: ReadonlySet<string>,
): readonly Scored[] {
  const { target, confidence, plain } = scored;
  if (target.list === list) return [scored];
  if (!isListIn(target.list, list) || taken.has(target.list)) return [];
  if (nodeOf(place.path) === (place.scopes.at(-1) ?? '')) return [];
  const loss = target.pointer === target.list ? loneItem.value : loneItem.object;
  return [{ ...scored, confidence: clamp(confidence - loss), plain: plain - loss }];
}

/** One list further in, and no more. */
const isListIn = (list: string, outer: string): boolean =>
  list !== outer && list.startsWith(`${outer}/`) && !list.slice(outer.length, -2).includes('*');
