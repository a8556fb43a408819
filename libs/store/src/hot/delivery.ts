import type { Fault } from '#kernel';
import type { Tx } from '../sql.js';
import { plainArray } from './packed.js';
import { rightColumns, rightOf, type Right, type RightRow } from './right.js';

/** A document that is or was owed, with what its event is made of. */
export interface OwedDocument {
  readonly seq: number;
  readonly replayed: boolean;
  /** What may be sent of it now. */
  readonly right: Right;
  /** Of that, the fields that its subscription wanted when it was decided; `undefined`: all. */
  readonly wanted: readonly string[] | undefined;
  /** The adapter that its subscription wanted it written with; `undefined`: JSON. */
  readonly format: string | undefined;
  readonly document: StoredEnvelope;
  /** The body as JSON text, as it was hashed. */
  readonly body: string;
}

/** A delivery that is due. */
export interface DueDelivery extends OwedDocument {
  readonly attempts: number;
  readonly orderKey: string;
}

export interface OwedRow extends RightRow {
  seq: number;
  replayed: boolean;
  wanted: string[] | null;
  format: string | null;
}

export const owedDocument = (row: OwedRow, { envelope, body }: OutboundDocument): OwedDocument => ({
  seq: row.seq,
  replayed: row.replayed,
  right: rightOf(row),
  wanted: row.wanted ?? undefined,
  format: row.format ?? undefined,
  document: envelope,
  body,
});

export interface StoredEnvelope {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: string;
  readonly originNode: string;
  readonly senderId: string;
  readonly occurredAt: number | undefined;
  readonly receivedAt: number;
  readonly keys: readonly string[];
  readonly orderKey: string;
  readonly supersedes: string | undefined;
  readonly interchangeId: string;
  readonly interchangeSha256: Buffer;
}

export interface EnvelopeRow {
  id: string;
  type: string;
  schema_version: string;
  origin_node: string;
  sender_id: string;
  occurred_at: Date | null;
  received_at: Date;
  keys: string[];
  document_order_key: string;
  supersedes: string | null;
  interchange_id: string;
  interchange_sha256: Buffer;
}

export const envelopeColumns = `doc.id, doc.type, doc.schema_version, doc.origin_node, doc.sender_id, doc.occurred_at,
    doc.received_at, doc.keys, doc.order_key AS document_order_key, doc.supersedes, doc.interchange_id,
    i.sha256 AS interchange_sha256`;

export function storedEnvelope(row: EnvelopeRow): StoredEnvelope {
  return {
    id: row.id,
    type: row.type,
    schemaVersion: row.schema_version,
    originNode: row.origin_node,
    senderId: row.sender_id,
    occurredAt: row.occurred_at?.getTime(),
    receivedAt: row.received_at.getTime(),
    keys: row.keys,
    orderKey: row.document_order_key,
    supersedes: row.supersedes ?? undefined,
    interchangeId: row.interchange_id,
    interchangeSha256: row.interchange_sha256,
  };
}

interface DueRow extends OwedRow {
  document_id: string;
  attempts: number;
  order_key: string;
}

const dueColumns = `d.seq, d.attempts, d.order_key, d.replayed, d.agreement_id, d.agreement_version, d.wanted, d.format,
      d.document_id`;

/** One lane has one owner for the length of a lease: a second worker gets nothing. */
const leased = `
  lease AS (
    INSERT INTO lane_lease (lane, owner, until) VALUES ('deliver:' || $1, $2, now() + $3 * interval '1 millisecond')
    ON CONFLICT (lane) DO UPDATE SET owner = excluded.owner, until = excluded.until
    WHERE lane_lease.until < now() OR lane_lease.owner = excluded.owner RETURNING lane
  )`;

/** An order key that waits for its next attempt holds back what stands behind it, and nothing else. */
const inOrder = `
    SELECT ${dueColumns} FROM delivery d, lease
    WHERE d.destination_id = $1::uuid AND d.state = 'pending' AND (d.due_at IS NULL OR d.due_at <= now())
      AND NOT EXISTS (SELECT 1 FROM delivery e WHERE e.destination_id = d.destination_id AND e.order_key = d.order_key
        AND e.state = 'pending' AND e.due_at IS NOT NULL AND e.due_at > now() AND e.seq < d.seq)
    ORDER BY d.seq LIMIT $4`;

const withRights = `
  SELECT due.seq, due.document_id, due.attempts, due.order_key, due.replayed, due.wanted, due.format,
    ${rightColumns('due')}
  FROM lease LEFT JOIN due ON true LEFT JOIN agreement a ON a.id = due.agreement_id`;

const claim = {
  name: 'claim-deliveries',
  text: `WITH ${leased}, due AS (${inOrder}) ${withRights} ORDER BY due.seq`,
};

/** Of a backlog, as many of the newest are looked through for what is urgent. */
const urgentWindow = 5_000;

/**
 * What is urgent goes first, the newest first of all, unless something older is owed about the same key: no key is
 * ever overtaken by itself. The rest follows in order.
 */
const claimUrgent = {
  name: 'claim-urgent-deliveries',
  text: `
  WITH ${leased}, newest AS (
    SELECT ${dueColumns} FROM delivery d, lease
    WHERE d.destination_id = $1::uuid AND d.state = 'pending' AND (d.due_at IS NULL OR d.due_at <= now())
    ORDER BY d.seq DESC LIMIT ${urgentWindow}
  ), candidate AS (
    SELECT newest.* FROM newest JOIN document doc ON doc.id = newest.document_id WHERE doc.type = ANY ($5)
  ), head AS (
    SELECT min(d.seq) AS seq FROM delivery d, lease
    WHERE d.destination_id = $1::uuid AND d.state = 'pending' AND d.order_key IN (SELECT order_key FROM candidate)
    GROUP BY d.order_key
  ), urgent AS (
    SELECT candidate.* FROM candidate JOIN head USING (seq) ORDER BY seq DESC LIMIT $4
  ), usual AS (${inOrder}
  ), due AS (
    SELECT *, 0 AS turn, -seq AS place FROM urgent
    UNION ALL SELECT *, 1, seq FROM usual WHERE seq NOT IN (SELECT seq FROM urgent)
    ORDER BY turn, place LIMIT $4
  ) ${withRights} ORDER BY due.turn, due.place`,
};

/** A document with what its event says of it. */
export interface OutboundDocument {
  readonly envelope: StoredEnvelope;
  /** The body as JSON text, as it was hashed. */
  readonly body: string;
}

/** In the order asked for, as many as fit: the first always does. */
const documentsOf = {
  name: 'documents-to-deliver',
  text: `
  WITH asked AS (
    SELECT t.n, doc.id, sum(doc.size) OVER (ORDER BY t.n) - doc.size AS before
    FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, n) JOIN document doc ON doc.id = t.id
  )
  SELECT ${envelopeColumns}, doc.body::text AS body
  FROM asked JOIN document doc ON doc.id = asked.id JOIN interchange i ON i.id = doc.interchange_id
  WHERE asked.before < $2`,
};

/**
 * `undefined`: another worker has the lane. Rows up to a count; of what must be read back, bytes up to a sum past
 * the first, and nothing from where that sum is reached.
 *
 * @param inHand what this process still has, so that it need not be read back
 * @param urgent document types that go before others
 */
export async function claimDeliveries(
  tx: Tx,
  destinationId: string,
  lease: { readonly owner: string; readonly ms: number },
  limit: { readonly rows: number; readonly bytes: number },
  inHand: (documentId: string) => OutboundDocument | undefined = () => undefined,
  urgent: readonly string[] = [],
): Promise<DueDelivery[] | undefined> {
  const asked = [destinationId, lease.owner, lease.ms, limit.rows];
  const rows =
    urgent.length === 0
      ? await tx.query<DueRow | { seq: null }>(claim, asked)
      : await tx.query<DueRow | { seq: null }>(claimUrgent, [...asked, plainArray(urgent)]);
  if (rows.length === 0) return undefined;
  const due = rows.flatMap((row) => (row.seq === null ? [] : [row]));
  const documents = await documentsFor(tx, due, limit.bytes, inHand);
  const claimed: DueDelivery[] = [];
  for (const row of due) {
    const document = documents.get(row.document_id);
    if (!document) break;
    claimed.push(dueDelivery(row, document));
  }
  return claimed;
}

async function documentsFor(
  tx: Tx,
  due: readonly DueRow[],
  bytes: number,
  inHand: (documentId: string) => OutboundDocument | undefined,
): Promise<Map<string, OutboundDocument>> {
  const documents = new Map<string, OutboundDocument>();
  const missing: string[] = [];
  for (const { document_id: id } of due) {
    const document = inHand(id);
    if (document) documents.set(id, document);
    else missing.push(id);
  }
  if (missing.length === 0) return documents;
  const read = await tx.query<EnvelopeRow & { body: string }>(documentsOf, [plainArray(missing), bytes]);
  for (const row of read) documents.set(row.id, { envelope: storedEnvelope(row), body: row.body });
  return documents;
}

const dueDelivery = (row: DueRow, document: OutboundDocument): DueDelivery => ({
  ...owedDocument(row, document),
  attempts: row.attempts,
  orderKey: row.order_key,
});

const rightsOf = {
  name: 'owed-rights',
  text: `SELECT d.seq, d.document_id, ${rightColumns('d')} FROM delivery d LEFT JOIN agreement a ON a.id = d.agreement_id
    WHERE d.destination_id = $1 AND d.seq = ANY ($2::bigint[]) ORDER BY d.seq`,
};

/** A delivery by its right alone. */
export interface OwedRight {
  readonly seq: number;
  readonly right: Right;
  readonly document: Pick<StoredEnvelope, 'id'>;
}

/** Some deliveries of a destination, whatever became of them. */
export async function owedRights(
  tx: Tx,
  destinationId: string,
  seqs: readonly number[],
): Promise<OwedRight[]> {
  const rows = await tx.query<RightRow & { seq: number; document_id: string }>(rightsOf, [
    destinationId,
    plainArray(seqs),
  ]);
  return rows.map((row) => ({ seq: row.seq, right: rightOf(row), document: { id: row.document_id } }));
}

/** Give the lane back before the lease ends, so that another worker need not wait for it. */
export async function releaseLane(tx: Tx, destinationId: string, owner: string): Promise<void> {
  await tx.execute(
    { name: 'release-lane', text: `DELETE FROM lane_lease WHERE lane = 'deliver:' || $1 AND owner = $2` },
    [destinationId, owner],
  );
}

/** One request to a destination and what came of it. */
export interface NewAttempt {
  readonly id: string;
  readonly startedAt: number;
  readonly ms: number;
  readonly outcome: 'delivered' | 'retry' | 'dead-letter';
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly responseHead: string | undefined;
  /** The request as it went out, without its body; see `ChannelOutcome`. */
  readonly request: string | undefined;
  readonly seqs: readonly number[];
  readonly fault: Fault | undefined;
  /** For `retry`: when the next attempt is due, Unix milliseconds. */
  readonly dueAt: number | undefined;
}

const settle = {
  name: 'settle-delivery',
  text: `
  WITH tried AS (
    INSERT INTO attempt (id, destination_id, started_at, ms, outcome, status, error, response_head, first_seq, last_seq, seqs,
      request)
    VALUES ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, $7, $8, $9, $10, $11::bigint[], $14)
  )
  UPDATE delivery SET attempts = attempts + 1,
    state = CASE $5 WHEN 'delivered' THEN 'delivered' WHEN 'dead-letter' THEN 'dead' ELSE 'pending' END,
    due_at = to_timestamp($12::float8 / 1000), fault = $13::json,
    finished_at = CASE $5 WHEN 'retry' THEN NULL ELSE now() END
  WHERE destination_id = $2 AND seq = ANY ($11::bigint[]) AND state = 'pending'`,
};

/** Record an attempt and what it means for its deliveries, in one statement. Gives how many were still open. */
export async function settleAttempt(tx: Tx, destinationId: string, attempt: NewAttempt): Promise<number> {
  return tx.execute(settle, [
    attempt.id,
    destinationId,
    attempt.startedAt,
    Math.round(attempt.ms),
    attempt.outcome,
    attempt.status ?? null,
    attempt.error ?? null,
    attempt.responseHead ?? null,
    Math.min(...attempt.seqs),
    Math.max(...attempt.seqs),
    plainArray(attempt.seqs),
    attempt.dueAt ?? null,
    attempt.fault ? JSON.stringify(attempt.fault) : null,
    attempt.request ?? null,
  ]);
}

/** Close deliveries whose right was withdrawn before they left. */
export async function cancelDeliveries(
  tx: Tx,
  destinationId: string,
  seqs: readonly number[],
  fault: Fault,
): Promise<void> {
  await tx.execute(
    {
      name: 'cancel-deliveries',
      text: `UPDATE delivery SET state = 'cancelled', finished_at = now(), fault = $3::json
        WHERE destination_id = $1 AND seq = ANY ($2::bigint[]) AND state = 'pending'`,
    },
    [destinationId, plainArray(seqs), JSON.stringify(fault)],
  );
}
