export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest-rank percentiles, in the unit of the values; zeros for none. */
export function percentiles(values: Float64Array): Percentiles {
  const sorted = values.slice().sort();
  const at = (share: number): number => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export interface PhaseFigures {
  readonly sent: number;
  readonly accepted: number;
  readonly delivered: number;
  /** Accepted and not delivered when the run gave up waiting. */
  readonly lost: number;
  /** From the first POST's start to the last acceptance. */
  readonly acceptedPerSecond: number;
  /** From the first POST's start to the last delivery: what came in during that time also went out. */
  readonly deliveredPerSecond: number;
  /** Milliseconds from a POST's start to its answer. */
  readonly acceptMs: Percentiles;
  /** Milliseconds from a POST's start to the event's arrival at the sink. */
  readonly endToEndMs: Percentiles;
}

/** Puts together when messages were sent and accepted with when they reached a sink; 0 is a time that never was. */
export function phaseFigures(
  started: Float64Array,
  accepted: Float64Array,
  delivered: Float64Array,
): PhaseFigures {
  const accept: number[] = [];
  const endToEnd: number[] = [];
  let first = Infinity;
  let lastAccepted = 0;
  let lastDelivered = 0;
  let lost = 0;
  started.forEach((start, at) => {
    const acceptedAt = accepted[at] ?? 0;
    const deliveredAt = delivered[at] ?? 0;
    first = Math.min(first, start);
    if (acceptedAt > 0) {
      accept.push(acceptedAt - start);
      lastAccepted = Math.max(lastAccepted, acceptedAt);
      if (deliveredAt === 0) lost++;
    }
    if (deliveredAt > 0) {
      endToEnd.push(deliveredAt - start);
      lastDelivered = Math.max(lastDelivered, deliveredAt);
    }
  });
  return {
    sent: started.length,
    accepted: accept.length,
    delivered: endToEnd.length,
    lost,
    acceptedPerSecond: perSecond(accept.length, lastAccepted - first),
    deliveredPerSecond: perSecond(endToEnd.length, lastDelivered - first),
    acceptMs: percentiles(Float64Array.from(accept)),
    endToEndMs: percentiles(Float64Array.from(endToEnd)),
  };
}

const perSecond = (count: number, ms: number): number => (count === 0 ? 0 : Math.round((count * 1000) / ms));

/** Two decimals. */
export const round = (value: number): number => Math.round(value * 100) / 100;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
