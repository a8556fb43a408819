/**
 * When a delivery that failed is tried again: waits that grow by a factor up to a cap, each with jitter so that a
 * receiver that comes back is not met by everything at once.
 */
export interface RetrySchedule {
  /** The wait after the first failed attempt, before jitter. */
  readonly firstMs: number;
  readonly factor: number;
  /** No wait is longer. */
  readonly capMs: number;
  /** Attempts go on until the expected waits add up to this. */
  readonly spanMs: number;
  /** `equal`: between half of the wait and all of it. `full`: between nothing and all of it. */
  readonly jitter: 'equal' | 'full';
}

const hour = 3_600_000;

/** 5 s, 10 s, 20 s … doubling up to 6 h, for 72 h: an outage of a long weekend loses nothing. */
export const publishedSchedule: RetrySchedule = {
  firstMs: 5_000,
  factor: 2,
  capMs: 6 * hour,
  spanMs: 72 * hour,
  jitter: 'equal',
};

/** The waits before jitter, in order: what is shown to subscribers. Their number is the number of retries. */
export function waitsOf(schedule: RetrySchedule): readonly number[] {
  const known = waitsBySchedule.get(schedule);
  if (known) return known;
  const expected = schedule.jitter === 'equal' ? 0.75 : 0.5;
  const waits: number[] = [];
  for (let total = 0; total < schedule.spanMs && waits.length < retryLimit;) {
    const wait = plainWait(schedule, waits.length + 1);
    waits.push(wait);
    total += wait * expected;
  }
  waitsBySchedule.set(schedule, waits);
  return waits;
}

const waitsBySchedule = new WeakMap<RetrySchedule, readonly number[]>();

/** A schedule that is written wrongly, with waits of nothing, still comes to an end. */
const retryLimit = 1000;

/**
 * The wait before the next attempt, or undefined when no more are made.
 *
 * @param attempts attempts made so far, all failed; at least 1
 * @param random from 0 to below 1
 * @param retryAfterMs what the receiver asked for: never sooner, also past the cap
 */
export function nextWait(
  schedule: RetrySchedule,
  attempts: number,
  random: number,
  retryAfterMs = 0,
): number | undefined {
  if (attempts > waitsOf(schedule).length) return undefined;
  const wait = plainWait(schedule, attempts);
  const jittered = schedule.jitter === 'equal' ? wait / 2 + (wait / 2) * random : wait * random;
  return Math.max(Math.round(jittered), retryAfterMs);
}

const plainWait = ({ firstMs, factor, capMs }: RetrySchedule, attempts: number): number =>
  Math.min(capMs, firstMs * factor ** (attempts - 1));
