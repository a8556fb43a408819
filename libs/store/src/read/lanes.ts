import type { Tx } from '../sql.js';

/**
 * The lanes that have work due now: what the sweep arms. One probe of a partial index for each participant and
 * destination, however much waits. Which ones, when there are more than `limit`, is left to chance: none starves.
 */
export async function dueLanes(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.query<{ lane: string }>(
    {
      name: 'due-lanes',
      text: `
    SELECT lane FROM (SELECT 'normalise:' || p.id AS lane FROM participant p
    WHERE EXISTS (SELECT 1 FROM normalisation n WHERE n.participant_id = p.id AND n.state = 'pending')
    UNION ALL
    SELECT 'deliver:' || t.id FROM destination t LEFT JOIN destination_health h ON h.destination_id = t.id
    WHERE t.state = 'active' AND (h.open_until IS NULL OR h.open_until <= now())
      AND EXISTS (SELECT 1 FROM delivery d WHERE d.destination_id = t.id AND d.state = 'pending'
        AND (d.due_at IS NULL OR d.due_at <= now()))
    UNION ALL
    SELECT 'replay:' || r.id FROM replay r WHERE r.state = 'running' AND (r.paced_until IS NULL OR r.paced_until <= now())) AS due ORDER BY random() LIMIT $1`,
    },
    [limit],
  );
  return rows.map((row) => row.lane);
}

export interface LaneBacklog {
  readonly kind: 'normalise' | 'deliver';
  readonly id: string;
  readonly waiting: number;
  /** Seconds since the oldest waiting work was accepted. */
  readonly age: number;
}

/** Depth and age of every lane that has work. Counting stops at `cap` a lane: past that the number says "at least". */
export async function laneBacklogs(tx: Tx, cap = 100_000): Promise<LaneBacklog[]> {
  const rows = await tx.query<{
    kind: 'normalise' | 'deliver';
    id: string;
    waiting: number;
    age: number | null;
  }>(
    `
    SELECT 'normalise' AS kind, p.id, w.waiting, w.age FROM participant p CROSS JOIN LATERAL (
      SELECT count(*)::int AS waiting,
        (SELECT extract(epoch FROM now() - i.received_at)::float8 FROM normalisation n JOIN interchange i ON i.id = n.interchange_id
          WHERE n.participant_id = p.id AND n.state = 'pending' ORDER BY n.seq LIMIT 1) AS age
      FROM (SELECT 1 FROM normalisation n WHERE n.participant_id = p.id AND n.state = 'pending' LIMIT $1) AS x) AS w
    WHERE w.waiting > 0
    UNION ALL
    SELECT 'deliver', t.id, w.waiting, w.age FROM destination t CROSS JOIN LATERAL (
      SELECT count(*)::int AS waiting,
        (SELECT extract(epoch FROM now() - d.created_at)::float8 FROM delivery d
          WHERE d.destination_id = t.id AND d.state = 'pending' ORDER BY d.seq LIMIT 1) AS age
      FROM (SELECT 1 FROM delivery d WHERE d.destination_id = t.id AND d.state = 'pending' LIMIT $1) AS x) AS w
    WHERE w.waiting > 0`,
    [cap],
  );
  return rows.map((row) => ({ kind: row.kind, id: row.id, waiting: row.waiting, age: row.age ?? 0 }));
}

/** Partitions for this month and the next, for both partitioned tables. Called at start and once a day. */
export async function ensurePartitions(tx: Tx, now: number): Promise<void> {
  await tx.query(
    `SELECT ensure_month(parent, month::date) FROM unnest(ARRAY['interchange', 'document']) AS parent,
       unnest(ARRAY[to_timestamp($1::float8 / 1000), to_timestamp($1::float8 / 1000) + interval '1 month']) AS month`,
    [now],
  );
}
