/** Which things of two lists are the same thing. Indices; every one stands in exactly one of the three. */
export interface Pairing {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** What two things must share to count as the same one; undefined: this key does not speak about it. */
export type Likeness<T> = (thing: T) => string | undefined;

/**
 * Pairs two lists by one likeness after the other, the strictest first. Things that are alike among themselves are
 * paired in their order, so that the pairing read backwards is the pairing of the lists exchanged.
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  likenesses: readonly Likeness<T>[],
): Pairing {
  const left = new Set(before.keys());
  const right = new Set(after.keys());
  const pairs: [number, number][] = [];
  for (const likeness of likenesses) {
    const waiting = new Map<string, number[]>();
    for (const index of right) {
      const key = keyAt(after, index, likeness);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), index]);
    }
    for (const index of [...left]) {
      const key = keyAt(before, index, likeness);
      const match = key === undefined ? undefined : waiting.get(key)?.shift();
      if (match === undefined) continue;
      pairs.push([index, match]);
      left.delete(index);
      right.delete(match);
    }
  }
  return { pairs: pairs.sort(([a], [b]) => a - b), removed: [...left], added: [...right] };
}

function keyAt<T>(list: readonly T[], index: number, likeness: Likeness<T>): string | undefined {
  const thing = list[index];
  return thing === undefined ? undefined : likeness(thing);
}

/** The pairs that stand in another order than their neighbours: as few as explain the new order. */
export function outOfOrder(pairs: Pairing['pairs']): Pairing['pairs'] {
  const steady = longestRun(pairs.map(([, after]) => after));
  return pairs.filter((_, index) => !steady.has(index));
}

/** Indices of a longest increasing subsequence. */
function longestRun(values: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? ends[low - 1] : undefined);
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at);
  return run;
}
