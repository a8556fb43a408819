import type { DestinationHealth } from '#store';

/** How far ahead of its rate a destination may be given deliveries: what it was not given for a second it gets at once. */
const BURST_MS = 1_000;

export interface Pace {
  /** Deliveries that may go now. */
  readonly rows: number;
  /** When none may: how long until the next. */
  readonly waitMs: number;
}

/**
 * What the rate of a destination allows now (generic cell rate algorithm: one time, up to which the rate is used up,
 * says all).
 *
 * @param perSecond undefined: no rate
 */
export function paceOf(
  perSecond: number | undefined,
  health: Pick<DestinationHealth, 'pacedUntil'>,
  now: number,
): Pace {
  if (perSecond === undefined) return { rows: Number.MAX_SAFE_INTEGER, waitMs: 0 };
  const each = 1_000 / perSecond;
  const ahead = Math.max(health.pacedUntil ?? now, now) - now;
  const room = Math.max(BURST_MS, each) - ahead;
  const rows = Math.floor(room / each + 1e-9);
  return rows > 0 ? { rows, waitMs: 0 } : { rows: 0, waitMs: Math.ceil(each - room) };
}
