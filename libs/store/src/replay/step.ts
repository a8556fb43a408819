import type { Fault } from '#kernel';
import {
  envelopeColumns,
  owedDocument,
  storedEnvelope,
  type EnvelopeRow,
  type OwedDocument,
  type OwedRow,
} from '../hot/delivery.js';
import type { NewDelivery } from '../hot/normalisation.js';
import { rightColumns } from '../hot/right.js';
import type { DocumentView } from '../read/documents.js';
import type { Tx } from '../sql.js';
import { criteriaSql, type ReplayCriteria } from './criteria.js';
import { replayById, type ReplayView } from './replays.js';

/** A delivery that a replay has come to, or would: as it was decided, with what may be sent of it now. */
export interface Replayable extends OwedDocument {
  readonly view: DocumentView;
  readonly interchange: {
    readonly contentType: string | undefined;
    readonly adapterHint: string | undefined;
  };
  readonly orderKey: string;
}

interface ReplayableRow extends OwedRow, EnvelopeRow {
  ordinal: number;
  document_sha256: Buffer;
  body: string;
  mapping_version: string | null;
  channel: string;
  content_type: string | null;
  adapter_hint: string | null;
  delivery_order_key: string;
}

/** The running replay, for this transaction alone; undefined when it does not run or another worker has it. */
export async function holdReplay(tx: Tx, id: string): Promise<ReplayView | undefined> {
  const held = await tx.execute(
    `SELECT FROM replay WHERE id = $1 AND state = 'running' FOR UPDATE SKIP LOCKED`,
    [id],
  );
  return held === 0 ? undefined : replayById(tx, id);
}

/** The next deliveries that fit, in the order in which they were decided. */
export async function nextToReplay(
  tx: Tx,
  criteria: ReplayCriteria,
  between: { readonly after: number; readonly last: number },
  limit: number,
): Promise<Replayable[]> {
  const { text, values } = criteriaSql(criteria);
  const rows = await tx.query<ReplayableRow>(
    `SELECT d.seq, d.replayed, d.wanted, d.format, ${rightColumns('d')}, ${envelopeColumns}, doc.ordinal,
       doc.sha256 AS document_sha256, doc.body::text AS body, doc.mapping_version, i.channel, i.content_type,
       i.adapter_hint, d.order_key AS delivery_order_key
     FROM delivery d JOIN document doc ON doc.id = d.document_id JOIN interchange i ON i.id = doc.interchange_id
     LEFT JOIN agreement a ON a.id = d.agreement_id
     WHERE ${text} AND d.seq > $8 AND d.seq <= $9 ORDER BY d.seq LIMIT $10`,
    [...values, between.after, between.last, limit],
  );
  return rows.map((row) => {
    const document = storedEnvelope(row);
    return {
      ...owedDocument(row, { envelope: document, body: row.body }),
      view: {
        document,
        ordinal: row.ordinal,
        sha256: row.document_sha256,
        body: row.body,
        mappingVersion: row.mapping_version ?? undefined,
        channel: row.channel,
        adapter: undefined,
      },
      interchange: {
        contentType: row.content_type ?? undefined,
        adapterHint: row.adapter_hint ?? undefined,
      },
      orderKey: row.delivery_order_key,
    };
  });
}

/** Owe these again: same document, marked as replayed, in their old place of the order. */
export async function oweAgain(tx: Tx, destinationId: string, seqs: readonly number[]): Promise<number> {
  if (seqs.length === 0) return 0;
  return tx.execute(
    `UPDATE delivery SET state = 'pending', due_at = NULL, finished_at = NULL, position = NULL, fault = NULL,
       attempts = 0, replayed = true
     WHERE destination_id = $1 AND seq = ANY ($2::bigint[]) AND state <> 'pending'`,
    [destinationId, [...seqs]],
  );
}

/** A document made again from the same message, in place of an earlier one. */
export interface CorrectedDocument {
  readonly id: string;
  /** The one that it stands in place of. */
  readonly supersedes: string;
  readonly type: string;
  readonly schemaVersion: string;
  readonly occurredAt: number | undefined;
  readonly keys: readonly string[];
  readonly orderKey: string;
  readonly sha256: Buffer;
  readonly body: Buffer;
  /** What it was read with. */
  readonly mappingVersion: string | undefined;
  /** What was decided about it, as JSON text. */
  readonly decisions: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Stores it, unless another replay has made the very same before: every receiver gets one correction under one id.
 *
 * @returns the id that stands
 */
export async function storeCorrected(tx: Tx, corrected: CorrectedDocument): Promise<string> {
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [corrected.supersedes]);
  const [known] = await tx.query<{ id: string }>(
    'SELECT id FROM document WHERE supersedes = $1 AND sha256 = $2 LIMIT 1',
    [corrected.supersedes, corrected.sha256],
  );
  if (known) return known.id;
  await tx.execute(
    `WITH made AS (
       INSERT INTO document (id, interchange_id, ordinal, type, schema_version, origin_node, sender_id, occurred_at,
         received_at, keys, order_key, supersedes, sha256, size, body,
         mapping_version)
       SELECT $1, interchange_id, ordinal, $3, $4, origin_node, sender_id, to_timestamp($5::float8 / 1000), received_at,
         $6, $7, id, $8, $9, convert_from($10::bytea, 'UTF8')::json, $13 FROM document WHERE id = $2
       RETURNING id, interchange_id
     ), listed AS (
       UPDATE normalisation n SET document_ids = n.document_ids || made.id FROM made
       WHERE n.interchange_id = made.interchange_id
     )
     INSERT INTO decision (document_id, decided_at, decisions)
     SELECT id, to_timestamp($11::float8 / 1000), $12::json FROM made`,
    [
      corrected.id,
      corrected.supersedes,
      corrected.type,
      corrected.schemaVersion,
      corrected.occurredAt ?? null,
      [...corrected.keys],
      corrected.orderKey,
      corrected.sha256,
      corrected.body.length,
      corrected.body,
      corrected.now,
      corrected.decisions,
      corrected.mappingVersion ?? null,
    ],
  );
  return corrected.id;
}

/** Owe a corrected document to one destination alone. */
export async function oweCorrected(tx: Tx, owed: NewDelivery, now: number): Promise<void> {
  await tx.execute(
    `INSERT INTO delivery (destination_id, document_id, route_id, agreement_id, order_key, created_at, replayed,
       agreement_version, wanted, format, also)
     VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), true, $7, $8, $9, $10)
     ON CONFLICT (destination_id, document_id) DO UPDATE SET state = 'pending', due_at = NULL, finished_at = NULL,
       position = NULL, fault = NULL, attempts = 0, replayed = true WHERE delivery.state <> 'pending'`,
    [
      owed.destinationId,
      owed.documentId,
      owed.routeId,
      owed.agreementId ?? null,
      owed.orderKey,
      now,
      owed.agreementVersion ?? null,
      owed.wanted ? [...owed.wanted] : null,
      owed.format ?? null,
      owed.also ? [...owed.also] : null,
    ],
  );
}

/** Dead letters that a correction stands in place of are none any more. */
export async function closeSuperseded(
  tx: Tx,
  destinationId: string,
  seqs: readonly number[],
  fault: Fault,
): Promise<void> {
  if (seqs.length === 0) return;
  await tx.execute(
    `UPDATE delivery SET state = 'cancelled', finished_at = now(), fault = $3::json
     WHERE destination_id = $1 AND seq = ANY ($2::bigint[]) AND state = 'dead'`,
    [destinationId, [...seqs], JSON.stringify(fault)],
  );
}

export interface ReplayProgress {
  readonly again: number;
  readonly corrected: number;
  readonly failed: number;
  /** Left as they are: the right is gone, or does not hold now. */
  readonly withdrawn: number;
  readonly afterSeq: number;
  /** Nothing more fits. */
  readonly done: boolean;
  /** Unix milliseconds; up to when its rate is used up. */
  readonly pacedUntil: number | undefined;
}

export async function advanceReplay(tx: Tx, id: string, progress: ReplayProgress): Promise<void> {
  await tx.execute(
    `UPDATE replay SET again = again + $2, corrected = corrected + $3, failed = failed + $4, after_seq = $5,
       state = CASE WHEN $6 THEN 'done' ELSE state END, finished_at = CASE WHEN $6 THEN now() END,
       paced_until = to_timestamp($7::float8 / 1000), withdrawn = withdrawn + $8 WHERE id = $1`,
    [
      id,
      progress.again,
      progress.corrected,
      progress.failed,
      progress.afterSeq,
      progress.done,
      progress.pacedUntil ?? null,
      progress.withdrawn,
    ],
  );
}

/** Deliveries that a destination still has before it, counted up to a bound. */
export async function pendingUpTo(tx: Tx, destinationId: string, bound: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM delivery WHERE destination_id = $1 AND state = 'pending' LIMIT $2) AS x`,
    [destinationId, bound],
  );
  return row?.count ?? 0;
}
