import type { Tx } from '../sql.js';

/** Whether a destination can be reached, as its circuit breaker sees it. */
export interface DestinationHealth {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Failures in a row. */
  readonly failures: number;
  /** Unix milliseconds. */
  readonly openUntil?: number | undefined;
  /** No success since, Unix milliseconds; absent while it succeeds. */
  readonly failingSince?: number | undefined;
  /** What its rate allows is used up to here, Unix milliseconds. */
  readonly pacedUntil?: number | undefined;
}

interface HealthRow {
  breaker: 'closed' | 'open' | 'half-open';
  failures: number;
  open_until: Date | null;
  failing_since: Date | null;
  paced_until: Date | null;
}

export async function readHealth(tx: Tx, destinationId: string): Promise<DestinationHealth> {
  const [row] = await tx.query<HealthRow>(
    {
      name: 'read-health',
      text: `SELECT breaker, failures, open_until, failing_since, paced_until FROM destination_health
        WHERE destination_id = $1`,
    },
    [destinationId],
  );
  return {
    state: row?.breaker ?? 'closed',
    failures: row?.failures ?? 0,
    ...(row?.open_until ? { openUntil: row.open_until.getTime() } : {}),
    ...(row?.failing_since ? { failingSince: row.failing_since.getTime() } : {}),
    ...(row?.paced_until ? { pacedUntil: row.paced_until.getTime() } : {}),
  };
}

/** @returns since when it has failed without a success, Unix milliseconds; undefined while it succeeds */
export async function writeHealth(
  tx: Tx,
  destinationId: string,
  health: DestinationHealth,
  succeeded: boolean,
): Promise<number | undefined> {
  const [row] = await tx.query<{ failing_since: Date | null }>(
    {
      name: 'write-health',
      text: `
      INSERT INTO destination_health (destination_id, breaker, failures, open_until, last_success_at, last_failure_at,
        failing_since)
      VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), CASE WHEN $5 THEN now() END, CASE WHEN NOT $5 THEN now() END,
        CASE WHEN $3 > 0 THEN now() END)
      ON CONFLICT (destination_id) DO UPDATE SET breaker = excluded.breaker, failures = excluded.failures,
        open_until = excluded.open_until,
        failing_since = CASE WHEN $3 > 0 THEN coalesce(destination_health.failing_since, now()) END,
        last_success_at = coalesce(excluded.last_success_at, destination_health.last_success_at),
        last_failure_at = coalesce(excluded.last_failure_at, destination_health.last_failure_at)
      RETURNING failing_since`,
    },
    [destinationId, health.state, health.failures, health.openUntil ?? null, succeeded],
  );
  return row?.failing_since?.getTime();
}

/**
 * What a destination with a rate was given now counts against it, whichever worker gives the next.
 *
 * @param count deliveries
 * @param perSecond its rate
 */
export async function paceDestination(
  tx: Tx,
  destinationId: string,
  count: number,
  perSecond: number,
): Promise<void> {
  await tx.execute(
    {
      name: 'pace-destination',
      text: `
      INSERT INTO destination_health (destination_id, paced_until) VALUES ($1, now() + $2 * interval '1 second')
      ON CONFLICT (destination_id) DO UPDATE SET
        paced_until = greatest(destination_health.paced_until, now()) + $2 * interval '1 second'`,
    },
    [destinationId, count / perSecond],
  );
}
