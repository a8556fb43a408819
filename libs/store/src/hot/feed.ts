import type { Tx } from '../sql.js';
import { envelopeColumns, storedEnvelope, type EnvelopeRow, type StoredEnvelope } from './delivery.js';

/**
 * The row of the destination is locked in a statement of its own, so that the next one sees what its last holder
 * committed: positions are given in the order in which they become visible, and a reader that has seen position N
 * never misses one below it.
 */
const lockFeed = {
  name: 'lock-feed',
  text: `INSERT INTO destination_health (destination_id) VALUES ($1)
    ON CONFLICT (destination_id) DO UPDATE SET last_success_at = now()`,
};

/** Put what is due for a mailbox at the end of its feed. */
const append = {
  name: 'append-to-feed',
  text: `
  WITH feed AS (
    SELECT last_position FROM destination_health WHERE destination_id = $1
  ), due AS (
    SELECT d.seq, row_number() OVER (ORDER BY d.seq) AS n,
      d.agreement_id IS NOT NULL AND (a.state IS DISTINCT FROM 'granted' OR a.valid_to <= now()) AS withdrawn
    FROM (SELECT seq, agreement_id FROM delivery WHERE destination_id = $1 AND state = 'pending' ORDER BY seq LIMIT $2) d
    LEFT JOIN agreement a ON a.id = d.agreement_id
  ), moved AS (
    UPDATE delivery SET finished_at = now(), attempts = attempts + 1,
      state = CASE WHEN due.withdrawn THEN 'cancelled' ELSE 'delivered' END,
      fault = CASE WHEN due.withdrawn THEN $3::json END,
      position = CASE WHEN due.withdrawn THEN NULL ELSE feed.last_position + due.n END
    FROM due, feed WHERE delivery.destination_id = $1 AND delivery.seq = due.seq AND delivery.state = 'pending'
    RETURNING delivery.position, delivery.document_id
  )
  SELECT count(*)::int AS moved, count(position)::int AS appended, max(position) AS last,
    array_agg((extract(epoch FROM doc.received_at) * 1000)::float8) FILTER (WHERE position IS NOT NULL) AS received
  FROM moved JOIN document doc ON doc.id = moved.document_id`,
};

export interface Appended {
  /** Deliveries that left the lane: appended, or cancelled because their right was withdrawn. */
  readonly left: number;
  readonly appended: number;
  /** The last position that the feed has now; undefined when nothing was appended. */
  readonly last: number | undefined;
  /** Unix milliseconds at which the interchange of each appended document was received. */
  readonly receivedAt: readonly number[];
}

interface AppendedRow {
  moved: number;
  appended: number;
  last: number | null;
  received: number[] | null;
}

/**
 * Called in a transaction: the highest position is written before commit.
 *
 * @param withdrawn the fault, as JSON text, that a delivery is closed with when its agreement was withdrawn
 */
export async function appendToFeed(
  tx: Tx,
  destinationId: string,
  limit: number,
  withdrawn: string,
): Promise<Appended> {
  await tx.execute(lockFeed, [destinationId]);
  const [row] = await tx.query<AppendedRow>(append, [destinationId, limit, withdrawn]);
  if (row?.last !== null && row?.last !== undefined) {
    await tx.execute(moveEnd, [destinationId, row.last]);
    await tx.query({ name: 'tell-feed', text: `SELECT pg_notify('feed', $1)` }, [destinationId]);
  }
  return {
    left: row?.moved ?? 0,
    appended: row?.appended ?? 0,
    last: row?.last ?? undefined,
    receivedAt: row?.received ?? [],
  };
}

const moveEnd = {
  name: 'move-feed-end',
  text: 'UPDATE destination_health SET last_position = $2 WHERE destination_id = $1',
};

export interface FeedEntry {
  readonly position: number;
  readonly replayed: boolean;
  readonly fields: readonly string[] | undefined;
  readonly personal: boolean;
  readonly wanted: readonly string[] | undefined;
  readonly format: string | undefined;
  readonly document: StoredEnvelope;
  readonly body: string;
}

interface FeedRow extends EnvelopeRow {
  position: number;
  replayed: boolean;
  fields: string[] | null;
  personal: boolean;
  wanted: string[] | null;
  format: string | null;
  body: string;
}

/** What a feed holds after a position. What was granted when it was put there but is withdrawn now is left out. */
const read = {
  name: 'read-feed',
  text: `
  SELECT d.position, d.replayed, a.fields, coalesce(a.personal, true) AS personal, s.fields AS wanted, s.format,
    doc.body::text AS body, ${envelopeColumns}
  FROM delivery d
  JOIN document doc ON doc.id = d.document_id
  JOIN interchange i ON i.id = doc.interchange_id
  LEFT JOIN agreement a ON a.id = d.agreement_id
  LEFT JOIN subscription s ON s.id = d.route_id
  WHERE d.destination_id = $1 AND d.position > $2
    AND (d.agreement_id IS NULL OR (a.state = 'granted' AND (a.valid_to IS NULL OR a.valid_to > now())))
  ORDER BY d.position LIMIT $3`,
};

export async function readFeed(
  tx: Tx,
  destinationId: string,
  after: number,
  limit: number,
): Promise<FeedEntry[]> {
  const rows = await tx.query<FeedRow>(read, [destinationId, after, limit]);
  return rows.map((row) => ({
    position: row.position,
    replayed: row.replayed,
    fields: row.fields ?? undefined,
    personal: row.personal,
    wanted: row.wanted ?? undefined,
    format: row.format ?? undefined,
    document: storedEnvelope(row),
    body: row.body,
  }));
}

/** The last position given in a feed; 0 for one that never held anything. */
export async function feedEnd(tx: Tx, destinationId: string): Promise<number> {
  const [row] = await tx.query<{ last_position: number }>(
    {
      name: 'feed-end',
      text: 'SELECT last_position FROM destination_health WHERE destination_id = $1',
    },
    [destinationId],
  );
  return row?.last_position ?? 0;
}

/**
 * The position before the first event that was put into a feed at a time or later; its end when there is none.
 *
 * @param since Unix milliseconds
 * @param from no event up to this position is that young: where to begin to look
 */
export async function feedStart(tx: Tx, destinationId: string, since: number, from: number): Promise<number> {
  const [row] = await tx.query<{ start: number }>(
    {
      name: 'feed-start',
      text: `SELECT coalesce((SELECT d.position - 1 FROM delivery d WHERE d.destination_id = $1 AND d.position > $3
          AND d.finished_at >= to_timestamp($2::float8 / 1000) ORDER BY d.position LIMIT 1),
        (SELECT last_position FROM destination_health WHERE destination_id = $1), 0) AS start`,
    },
    [destinationId, since, from],
  );
  return row?.start ?? 0;
}
