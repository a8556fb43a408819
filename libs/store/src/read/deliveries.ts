import type { Fault } from '#kernel';
import { changedSql, standingSql, type Standing } from '../hot/right.js';
import type { Tx } from '../sql.js';

export type DeliveryState = 'pending' | 'delivered' | 'dead' | 'cancelled';

export interface DeliveryView {
  readonly destinationId: string;
  readonly documentId: string;
  readonly participantId: string;
  readonly seq: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: number;
  readonly dueAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly position: number | undefined;
  readonly replayed: boolean;
  readonly fault: Fault | undefined;
}

interface DeliveryRow {
  destination_id: string;
  document_id: string;
  participant_id: string;
  seq: number;
  state: DeliveryState;
  attempts: number;
  created_at: Date;
  due_at: Date | null;
  finished_at: Date | null;
  position: number | null;
  replayed: boolean;
  fault: Fault | null;
}

const columns = `d.destination_id, d.document_id, t.participant_id, d.seq, d.state, d.attempts, d.created_at, d.due_at,
  d.finished_at, d.position, d.replayed, d.fault`;

const view = (row: DeliveryRow): DeliveryView => ({
  destinationId: row.destination_id,
  documentId: row.document_id,
  participantId: row.participant_id,
  seq: row.seq,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at.getTime(),
  dueAt: row.due_at?.getTime(),
  finishedAt: row.finished_at?.getTime(),
  position: row.position ?? undefined,
  replayed: row.replayed,
  fault: row.fault ?? undefined,
});

/** The deliveries of some documents, in the order they were decided. */
export async function deliveriesOf(tx: Tx, documentIds: readonly string[]): Promise<DeliveryView[]> {
  const rows = await tx.query<DeliveryRow>(
    `SELECT ${columns} FROM delivery d JOIN destination t ON t.id = d.destination_id
     WHERE d.document_id = ANY ($1::uuid[]) ORDER BY d.seq LIMIT 1000`,
    [[...documentIds]],
  );
  return rows.map(view);
}

export interface DeliveryFilter {
  readonly destinationId: string;
  readonly state?: DeliveryState;
  /** Only what stands before this sequence number. */
  readonly before?: number;
  readonly limit: number;
}

/** Newest first, one page. */
export async function listDeliveries(tx: Tx, filter: DeliveryFilter): Promise<DeliveryView[]> {
  const rows = await tx.query<DeliveryRow>(
    `SELECT ${columns} FROM delivery d JOIN destination t ON t.id = d.destination_id
     WHERE d.destination_id = $1 AND ($2::text IS NULL OR d.state = $2) AND ($3::bigint IS NULL OR d.seq < $3)
     ORDER BY d.seq DESC LIMIT $4`,
    [filter.destinationId, filter.state ?? null, filter.before ?? null, filter.limit],
  );
  return rows.map(view);
}

export interface AttemptView {
  readonly id: string;
  readonly startedAt: number;
  readonly ms: number;
  readonly outcome: string;
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly responseHead: string | undefined;
  /** The request without its body. */
  readonly request: string | undefined;
  /** How many deliveries went in the same request. */
  readonly together: number;
}

interface AttemptRow {
  id: string;
  started_at: Date;
  ms: number;
  outcome: string;
  status: number | null;
  error: string | null;
  response_head: string | null;
  request: string | null;
  together: number;
}

/** Every attempt of one delivery, oldest first. */
export async function attemptsOf(tx: Tx, destinationId: string, seq: number): Promise<AttemptView[]> {
  const rows = await tx.query<AttemptRow>(
    `SELECT id, started_at, ms, outcome, status, error, response_head, request, cardinality(seqs) AS together FROM attempt
     WHERE destination_id = $1 AND first_seq <= $2 AND last_seq >= $2 AND seqs @> ARRAY[$2::bigint]
     ORDER BY started_at LIMIT 1000`,
    [destinationId, seq],
  );
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at.getTime(),
    ms: row.ms,
    outcome: row.outcome,
    status: row.status ?? undefined,
    error: row.error ?? undefined,
    responseHead: row.response_head ?? undefined,
    request: row.request ?? undefined,
    together: row.together,
  }));
}

/** Finished deliveries that are wanted again: those named, else every dead one of the destination. */
export interface Finished {
  readonly seq: number;
  /** What its agreement is worth now; a delivery whose agreement does not hold is left as it is. */
  readonly standing: Standing | undefined;
  /** The agreement has another condition than at the decision: whether it covers the document is to be asked. */
  readonly changed: boolean;
}

export async function finishedDeliveries(
  tx: Tx,
  destinationId: string,
  documentIds: readonly string[] | undefined,
  page: { readonly after: number; readonly limit: number },
): Promise<Finished[]> {
  const rows = await tx.query<{ seq: number; standing: Standing | null; changed: boolean }>(
    `SELECT d.seq, ${standingSql('d')} AS standing, ${changedSql('d')} IS NOT NULL AS changed
     FROM delivery d LEFT JOIN agreement a ON a.id = d.agreement_id
     WHERE d.destination_id = $1 AND d.state <> 'pending' AND d.seq > $3
       AND CASE WHEN $2::uuid[] IS NULL THEN d.state = 'dead' ELSE d.document_id = ANY ($2) END
     ORDER BY d.seq LIMIT $4`,
    [destinationId, documentIds ? [...documentIds] : null, page.after, page.limit],
  );
  return rows.map(({ standing, ...row }) => ({ ...row, standing: standing ?? undefined }));
}
