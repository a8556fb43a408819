/** A stream of repeatable choices: the same seed, name and number give the same choices on every machine. */
export interface Dice {
  /** A whole number from 0 (inclusive) to `limit` (exclusive). */
  below(limit: number): number;
  /** A whole number, both ends inclusive. */
  between(from: number, to: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/**
 * Each thing that is made has dice of its own, so message 7 is the same whether or not message 6 was made before it.
 *
 * @param stream what the dice are for: two streams of one number are independent
 */
export function dice(seed: number, stream: string, number: number): Dice {
  let state = mix(mix(hash(stream) ^ seed) ^ number);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
  };
}

/** The finalizer of MurmurHash3: every bit of the input changes about half of the bits of the result. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum;
}

/** Where the counting of a seed begins, so that two seeds number their messages differently. */
export const offsetOf = (seed: number, size: number): number => (mix(seed) >>> 0) % size;
