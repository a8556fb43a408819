/**
 * Keeps a destination that is down from being tried at every event. The caller stores the state; nothing here has
 * a clock.
 *
 * closed: everything goes. After `threshold` failures in a row it opens. open: nothing goes until `openUntil`.
 * half-open: one probe goes; if it succeeds the breaker closes, if it fails it opens for twice as long as before.
 */
export interface Breaker {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Failures in a row. */
  readonly failures: number;
  /** Unix milliseconds. Open: when a probe may go. Half-open: when the probe under way is taken for lost. */
  readonly openUntil?: number | undefined;
}

export interface BreakerLimits {
  /** Failures in a row that open it. */
  readonly threshold: number;
  /** How long it stays open the first time. */
  readonly firstOpenMs: number;
  /** How long at most. */
  readonly maxOpenMs: number;
  /** After which a probe without an outcome, as of a worker that was killed, makes room for another. */
  readonly probeMs: number;
}

export const breakerLimits: BreakerLimits = {
  threshold: 5,
  firstOpenMs: 30_000,
  maxOpenMs: 15 * 60_000,
  probeMs: 60_000,
};

export const closedBreaker: Breaker = { state: 'closed', failures: 0 };

export interface Admission {
  readonly pass: 'all' | 'probe' | 'none';
  readonly breaker: Breaker;
}

/** What may go now: everything, one batch as a probe, or nothing. The state is to be stored before sending. */
export function admit(breaker: Breaker, now: number, limits: BreakerLimits = breakerLimits): Admission {
  if (breaker.state === 'closed') return { pass: 'all', breaker };
  if (now < (breaker.openUntil ?? 0)) return { pass: 'none', breaker };
  const probing: Breaker = {
    state: 'half-open',
    failures: breaker.failures,
    openUntil: now + limits.probeMs,
  };
  return { pass: 'probe', breaker: probing };
}

/** The receiver answered. A refusal of content (`dead-letter`) is an answer too: the destination is up. */
export const afterAnswer = (): Breaker => closedBreaker;

/** The attempt failed for a reason that would meet any event: no connection, no answer, 5xx. */
export function afterFailure(breaker: Breaker, now: number, limits: BreakerLimits = breakerLimits): Breaker {
  const failures = breaker.failures + 1;
  if (breaker.state === 'closed' && failures < limits.threshold) return { state: 'closed', failures };
  const doublings = Math.max(0, failures - limits.threshold);
  const openMs = Math.min(limits.maxOpenMs, limits.firstOpenMs * 2 ** doublings);
  return { state: 'open', failures, openUntil: now + openMs };
}
