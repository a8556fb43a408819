import type { Tx } from '../sql.js';
import { criteriaSql, type ReplayableState, type ReplayCriteria, type ReplayMapping } from './criteria.js';

export type ReplayState = 'running' | 'paused' | 'done' | 'cancelled';

/** A replay: what was asked for, and how far it has come. */
export interface ReplayView extends ReplayCriteria {
  readonly id: string;
  readonly askedBy: string;
  readonly reason: string | undefined;
  readonly mapping: ReplayMapping;
  readonly perSecond: number | undefined;
  readonly state: ReplayState;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly finishedAt: number | undefined;
  /** Deliveries that it began with. */
  readonly total: number;
  /** Owed again as they were. */
  readonly again: number;
  /** Owed as a corrected document. */
  readonly corrected: number;
  /** Left as they are: today's mappings cannot read their message. */
  readonly failed: number;
  /** Left as they are: the right is gone, or does not hold now. */
  readonly withdrawn: number;
  readonly afterSeq: number;
  readonly lastSeq: number;
  readonly pacedUntil: number | undefined;
}

export interface NewReplay extends ReplayCriteria {
  readonly id: string;
  readonly askedBy: string;
  readonly keyId: string;
  readonly reason?: string;
  readonly mapping: ReplayMapping;
  readonly perSecond?: number;
  /** Unix milliseconds. */
  readonly now: number;
}

interface ReplayRow {
  id: string;
  destination_id: string;
  asked_by: string;
  reason: string | null;
  created_at: Date;
  states: ReplayableState[];
  cause: string | null;
  document_type: string | null;
  document_ids: string[] | null;
  created_from: Date | null;
  created_to: Date | null;
  mapping: ReplayMapping;
  per_second: number | null;
  state: ReplayState;
  total: number;
  again: number;
  corrected: number;
  failed: number;
  withdrawn: number;
  after_seq: number;
  last_seq: number;
  paced_until: Date | null;
  finished_at: Date | null;
}

const columns = `id, destination_id, asked_by, reason, created_at, states, cause, document_type, document_ids, created_from,
  created_to, mapping, per_second::float8, state, total, again, corrected, failed, withdrawn, after_seq, last_seq, paced_until, finished_at`;

const view = (row: ReplayRow): ReplayView => ({
  id: row.id,
  destinationId: row.destination_id,
  askedBy: row.asked_by,
  reason: row.reason ?? undefined,
  states: row.states,
  ...(row.cause === null ? {} : { cause: row.cause }),
  ...(row.document_type === null ? {} : { documentType: row.document_type }),
  ...(row.document_ids === null ? {} : { documentIds: row.document_ids }),
  ...(row.created_from === null ? {} : { from: row.created_from.getTime() }),
  ...(row.created_to === null ? {} : { to: row.created_to.getTime() }),
  mapping: row.mapping,
  perSecond: row.per_second ?? undefined,
  state: row.state,
  createdAt: row.created_at.getTime(),
  finishedAt: row.finished_at?.getTime(),
  total: row.total,
  again: row.again,
  corrected: row.corrected,
  failed: row.failed,
  withdrawn: row.withdrawn,
  afterSeq: row.after_seq,
  lastSeq: row.last_seq,
  pacedUntil: row.paced_until?.getTime(),
});

/** What is finished later is not in it: a replay never chases its own tail. */
export async function createReplay(tx: Tx, replay: NewReplay): Promise<ReplayView> {
  const { text, values } = criteriaSql(replay);
  const [row] = await tx.query<ReplayRow>(
    `WITH found AS (
       SELECT count(*)::int AS total, coalesce(max(d.seq), 0) AS last FROM delivery d JOIN document doc ON doc.id = d.document_id
       WHERE ${text}
     )
     INSERT INTO replay (id, destination_id, asked_by, key_id, reason, created_at, states, cause, document_type,
       document_ids, created_from, created_to, mapping, per_second, total, last_seq, state, finished_at)
     SELECT $8, $1, $9, $10, $11, to_timestamp($12::float8 / 1000), $2, $3, $4, $5, to_timestamp($6::float8 / 1000),
       to_timestamp($7::float8 / 1000), $13, $14, total, last, CASE WHEN total = 0 THEN 'done' ELSE 'running' END,
       CASE WHEN total = 0 THEN now() END FROM found
     RETURNING ${columns}`,
    [
      ...values,
      replay.id,
      replay.askedBy,
      replay.keyId,
      replay.reason ?? null,
      replay.now,
      replay.mapping,
      replay.perSecond ?? null,
    ],
  );
  if (!row) throw new Error('a replay was not stored');
  return view(row);
}

export async function replayById(tx: Tx, id: string): Promise<ReplayView | undefined> {
  const [row] = await tx.query<ReplayRow>(`SELECT ${columns} FROM replay WHERE id = $1`, [id]);
  return row && view(row);
}

export interface ReplayFilter {
  /** Of destinations of this participant; without one: of all. */
  readonly participantId?: string;
  readonly destinationId?: string;
  readonly before?: string;
  readonly limit: number;
}

/** Newest first, one page. */
export async function listReplays(tx: Tx, filter: ReplayFilter): Promise<ReplayView[]> {
  const rows = await tx.query<ReplayRow>(
    `SELECT ${columns} FROM replay WHERE ($1::uuid IS NULL OR destination_id IN
         (SELECT t.id FROM destination t WHERE t.participant_id = $1))
       AND ($2::uuid IS NULL OR destination_id = $2) AND ($3::uuid IS NULL OR id < $3)
     ORDER BY id DESC LIMIT $4`,
    [filter.participantId ?? null, filter.destinationId ?? null, filter.before ?? null, filter.limit],
  );
  return rows.map(view);
}

/** From one of these states into another; undefined when it is in none of them. */
export async function enterReplay(
  tx: Tx,
  id: string,
  from: readonly ReplayState[],
  to: ReplayState,
): Promise<ReplayView | undefined> {
  const [row] = await tx.query<ReplayRow>(
    `UPDATE replay SET state = $3, finished_at = CASE WHEN $3 IN ('done', 'cancelled') THEN now() END
     WHERE id = $1 AND state = ANY ($2::text[]) RETURNING ${columns}`,
    [id, [...from], to],
  );
  return row && view(row);
}

/** How many of a participant's destinations, or of all, have a replay under way. */
export async function runningReplays(tx: Tx, participantId: string | undefined): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM replay r JOIN destination t ON t.id = r.destination_id
     WHERE r.state IN ('running', 'paused') AND ($1::uuid IS NULL OR t.participant_id = $1)`,
    [participantId ?? null],
  );
  return row?.count ?? 0;
}
