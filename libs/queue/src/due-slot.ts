/** Longest delay of an arming; a longer one is cut to it, which only makes the lane look once in vain. */
export const LONGEST_DELAY_MS = 30 * 24 * 60 * 60 * 1000;

/** Finest slot. Also the most that a short delay is late. */
export const FINEST_SLOT_MS = 64;

/**
 * The moment at which an arming with a delay is due, rounded up to a slot that is at most an eighth of the delay wide.
 *
 * Why slots: two delayed armings of one lane must not swallow each other when the second is earlier, and must share one
 * job when they are about the same moment. Each slot is a deduplication id of its own, so nothing has to be read,
 * compared and replaced, and processes cannot race. A lane has at most about sixteen slots for each doubling of the delay.
 *
 * @returns Unix time in milliseconds
 */
export function dueSlot(now: number, delayMs: number): number {
  const delay = Math.min(delayMs, LONGEST_DELAY_MS);
  const width = Math.max(FINEST_SLOT_MS, 2 ** (Math.floor(Math.log2(delay)) - 3));
  return Math.ceil((now + delay) / width) * width;
}
