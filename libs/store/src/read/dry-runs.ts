import { uuidv7, type JsonObject } from '#kernel';
import type { Row } from '../sql.js';
import type { Asks } from './renormalise.js';

export type DryRunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Which interchanges a dry run reads: the last ones of an adapter. */
export interface DryRunWanted {
  readonly last: number;
  readonly senderId?: string;
  /** Unix milliseconds, inclusive. */
  readonly from?: number;
  /** Unix milliseconds, exclusive. */
  readonly to?: number;
}

export interface DryRun {
  readonly id: string;
  readonly adapterId: string;
  /** Label of the version that is tried. */
  readonly candidate: string;
  readonly wanted: DryRunWanted;
  readonly state: DryRunState;
  readonly result: JsonObject | null;
  readonly createdAt: Date;
  readonly touchedAt: Date;
}

/** A run that says nothing for so long has ended with its process. */
const silentSeconds = 60;

/** Of a run nobody works at any more it is said that it failed. */
const columns = `id, adapter_id AS "adapterId", candidate, wanted, result, created_at AS "createdAt",
  touched_at AS "touchedAt", CASE WHEN state IN ('waiting', 'running')
    AND touched_at < now() - interval '${silentSeconds} seconds' THEN 'failed' ELSE state END AS state`;

/** @param keep runs that are kept in all; the oldest are removed */
export async function addDryRun(
  tx: Asks,
  run: Pick<DryRun, 'adapterId' | 'candidate' | 'wanted'>,
  keep: number,
): Promise<string> {
  const id = uuidv7(Date.now());
  await tx.query('INSERT INTO dry_run (id, adapter_id, candidate, wanted) VALUES ($1, $2, $3, $4)', [
    id,
    run.adapterId,
    run.candidate,
    JSON.stringify(run.wanted),
  ]);
  await tx.query('DELETE FROM dry_run WHERE id IN (SELECT id FROM dry_run ORDER BY id DESC OFFSET $1)', [
    keep,
  ]);
  return id;
}

export async function dryRunById(tx: Asks, id: string): Promise<DryRun | undefined> {
  const [row] = await tx.query<DryRun & Row>(`SELECT ${columns} FROM dry_run WHERE id = $1`, [id]);
  return row;
}

/** Newest first. */
export const dryRunsOf = (tx: Asks, adapterId: string, limit: number): Promise<DryRun[]> =>
  tx.query<DryRun & Row>(`SELECT ${columns} FROM dry_run WHERE adapter_id = $1 ORDER BY id DESC LIMIT $2`, [
    adapterId,
    limit,
  ]);

/**
 * What a run has come to so far, or in the end.
 *
 * @returns whether it is still wanted: one that was cancelled keeps what it had
 */
export async function reportDryRun(
  tx: Asks,
  id: string,
  state: 'running' | 'done' | 'failed',
  result: JsonObject,
): Promise<boolean> {
  const rows = await tx.query(
    `WITH told AS (
       UPDATE dry_run SET result = $3, touched_at = now(), state = CASE WHEN state = 'cancelled' THEN state ELSE $2 END
       WHERE id = $1 RETURNING state
     ) SELECT state FROM told WHERE state <> 'cancelled'`,
    [id, state, JSON.stringify(result)],
  );
  return rows.length > 0;
}

/** Its worker stops at the next page. */
export async function cancelDryRun(tx: Asks, id: string): Promise<void> {
  await tx.query(
    `UPDATE dry_run SET state = 'cancelled', touched_at = now() WHERE id = $1 AND state IN ('waiting', 'running')`,
    [id],
  );
}

/** A stored message with all that reading it depends on. */
export interface StoredMessage {
  readonly id: string;
  readonly participantId: string;
  readonly contentType: string | null;
  readonly adapterHint: string | null;
  readonly body: Buffer;
}

/** Rows and bytes of one page; one message is always given, however large. */
export interface PageLimits {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * One page of the messages that were read with an adapter, also inside of an envelope, newest first.
 *
 * @param before only those older than this one
 */
export const messagesOfAdapter = (
  tx: Asks,
  adapterId: string,
  wanted: Omit<DryRunWanted, 'last'>,
  before: string | undefined,
  limits: PageLimits,
): Promise<StoredMessage[]> =>
  tx.query<StoredMessage & Row>(
    `WITH listed AS (
       SELECT n.interchange_id FROM normalisation n
       WHERE n.state <> 'pending' AND (n.adapter_id = $1 OR n.mapping_version LIKE '%, ' || $1 || ' %')
         AND ($2::uuid IS NULL OR n.participant_id = $2)
         AND ($3::float8 IS NULL OR n.interchange_id >= uuid_at(to_timestamp($3 / 1000)))
         AND ($4::float8 IS NULL OR n.interchange_id < uuid_at(to_timestamp($4 / 1000)))
         AND ($5::uuid IS NULL OR n.interchange_id < $5)
       ORDER BY n.interchange_id DESC LIMIT $6
     ), sized AS (
       SELECT i.id, sum(i.size) OVER (ORDER BY i.id DESC) - i.size AS before
       FROM listed JOIN interchange i ON i.id = listed.interchange_id
     )
     SELECT i.id, i.participant_id AS "participantId", i.content_type AS "contentType",
       i.adapter_hint AS "adapterHint", i.body
     FROM sized JOIN interchange i ON i.id = sized.id WHERE sized.before < $7 ORDER BY i.id DESC`,
    [
      adapterId,
      wanted.senderId ?? null,
      wanted.from ?? null,
      wanted.to ?? null,
      before ?? null,
      limits.rows,
      limits.bytes,
    ],
  );
