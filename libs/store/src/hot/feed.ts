import type { Tx } from '../sql.js';
import {
  envelopeColumns,
  owedDocument,
  storedEnvelope,
  type EnvelopeRow,
  type OwedDocument,
  type OwedRow,
} from './delivery.js';
import { plainArray } from './packed.js';
import { changedSql, heldAgreements, rightColumns, standingSql } from './right.js';

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

/**
 * Put what is due for a mailbox at the end of its feed. What waits, because its agreement is suspended or has a new
 * condition that is yet to be looked at, holds back what stands behind it about the same key.
 */
const append = {
  name: 'append-to-feed',
  text: `
  WITH feed AS (
    SELECT last_position FROM destination_health WHERE destination_id = $1
  ), looked AS (
    SELECT d.seq, d.order_key, ${standingSql('d')} AS standing, ${changedSql('d')} IS NOT NULL AS changed
    FROM (SELECT w.seq, w.order_key, w.agreement_id, w.agreement_version FROM delivery w
      WHERE w.destination_id = $1 AND w.state = 'pending' AND (w.due_at IS NULL OR w.due_at <= now())
        AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.destination_id = $1 AND e.order_key = w.order_key
          AND e.state = 'pending' AND e.due_at IS NOT NULL AND e.due_at > now() AND e.seq < w.seq)
      ORDER BY w.seq LIMIT $2) d
    LEFT JOIN agreement a ON a.id = d.agreement_id
  ), judged AS (
    SELECT seq, standing, changed, standing IS NULL AND NOT bool_or(standing = 'held' OR (standing IS NULL AND changed))
      OVER (PARTITION BY order_key ORDER BY seq) IS TRUE AS goes
    FROM looked
  ), due AS (
    SELECT seq, goes, row_number() OVER (PARTITION BY goes ORDER BY seq) AS n FROM judged
    WHERE goes OR standing = 'withdrawn'
  ), moved AS (
    UPDATE delivery SET finished_at = now(), attempts = attempts + 1, due_at = NULL,
      state = CASE WHEN due.goes THEN 'delivered' ELSE 'cancelled' END,
      fault = CASE WHEN due.goes THEN NULL ELSE $3::json END,
      position = CASE WHEN due.goes THEN feed.last_position + due.n END
    FROM due, feed WHERE delivery.destination_id = $1 AND delivery.seq = due.seq AND delivery.state = 'pending'
    RETURNING delivery.position, delivery.document_id
  )
  SELECT count(*)::int AS moved, count(position)::int AS appended, max(position) AS last,
    array_agg((extract(epoch FROM doc.received_at) * 1000)::float8) FILTER (WHERE position IS NOT NULL) AS received,
    (SELECT count(*)::int FROM looked) AS looked,
    (SELECT array_agg(seq) FROM judged WHERE standing = 'held') AS held,
    (SELECT array_agg(seq) FROM judged WHERE standing IS NULL AND changed) AS changed
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
  /** Deliveries that were looked at; as many as asked for: there may be more. */
  readonly looked: number;
  /** What is to wait for its agreement. */
  readonly held: readonly number[];
  /** What is to be asked anew whether its agreement covers it. */
  readonly changed: readonly number[];
}

interface AppendedRow {
  moved: number;
  appended: number;
  last: number | null;
  received: number[] | null;
  looked: number;
  held: number[] | null;
  changed: number[] | null;
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
    looked: row?.looked ?? 0,
    held: row?.held ?? [],
    changed: row?.changed ?? [],
  };
}

const moveEnd = {
  name: 'move-feed-end',
  text: 'UPDATE destination_health SET last_position = $2 WHERE destination_id = $1',
};

export interface FeedEntry extends OwedDocument {
  readonly position: number;
}

interface FeedRow extends OwedRow, EnvelopeRow {
  position: number;
  order_key: string;
  behind: boolean;
  body: string | null;
}

/**
 * What a feed holds after a position, with what may not be seen now: so that a reader gets past it. Bodies alone are
 * left out of that. `behind`: something older about the same key waits, see {@link takeBack}.
 */
const read = {
  name: 'read-feed',
  text: `
  WITH page AS (
    SELECT d.position, d.seq, d.document_id, d.order_key, d.replayed, d.wanted, d.format, ${rightColumns('d')},
      EXISTS (SELECT 1 FROM delivery e WHERE e.destination_id = d.destination_id AND e.order_key = d.order_key
        AND e.state = 'pending' AND e.due_at IS NOT NULL AND e.seq < d.seq) AS behind
    FROM delivery d LEFT JOIN agreement a ON a.id = d.agreement_id
    WHERE d.destination_id = $1 AND d.position > $2 ORDER BY d.position LIMIT $3
  )
  SELECT page.position, page.seq, page.order_key, page.replayed, page.wanted, page.format, page.standing,
    page.changed_condition, page.valid_to, page.fields, page.personal, page.behind, doc.body::text AS body, ${envelopeColumns}
  FROM page LEFT JOIN document doc ON doc.id = page.document_id AND page.standing IS NULL
    LEFT JOIN interchange i ON i.id = doc.interchange_id
  ORDER BY page.position`,
};

/** A part of a feed as far as it was looked through. */
export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  /** The last position that was looked at: a reader goes on from there. */
  readonly position: number;
  /** There may be more behind it. */
  readonly full: boolean;
}

/**
 * One page. What is hidden for good is passed over. What is hidden for a while is taken out of the feed as the reader
 * passes it, with what stands behind it about the same key: it comes at a new position when its agreement is granted
 * again, so that no reader ever misses it.
 */
export async function readFeed(
  tx: Tx,
  destinationId: string,
  after: number,
  limit: number,
): Promise<FeedPage> {
  const rows = await tx.query<FeedRow>(read, [destinationId, after, limit]);
  const back: number[] = [];
  const waiting = new Set<string>();
  const entries: FeedEntry[] = [];
  for (const row of rows) {
    if (row.standing === 'held') waiting.add(row.order_key);
    if (row.standing === 'withdrawn') continue;
    if (row.behind || waiting.has(row.order_key)) {
      back.push(row.seq);
      waiting.add(row.order_key);
    } else if (row.body !== null)
      entries.push({
        ...owedDocument(row, { envelope: storedEnvelope(row), body: row.body }),
        position: row.position,
      });
  }
  if (back.length > 0) await takeBack(tx, destinationId, back);
  return { entries, position: rows.at(-1)?.position ?? after, full: rows.length >= limit };
}

/** Out of the feed and owed again; the agreement is locked against a grant of the same moment. */
async function takeBack(tx: Tx, destinationId: string, seqs: readonly number[]): Promise<void> {
  await tx.execute(
    {
      name: 'take-back-from-feed',
      text: `WITH ${heldAgreements('destination_id = $1 AND seq = ANY ($2::bigint[])')}
        UPDATE delivery SET state = 'pending', position = NULL, finished_at = NULL,
          due_at = coalesce((SELECT until FROM held WHERE id = agreement_id), now())
        WHERE destination_id = $1 AND seq = ANY ($2::bigint[]) AND state = 'delivered'`,
    },
    [destinationId, plainArray(seqs)],
  );
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
