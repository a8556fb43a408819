import type { Fault } from '#kernel';
import type { Tx } from '../sql.js';

/** What a participant is told that is no document: something of its own needs it. */
export interface NoticeView {
  readonly id: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly participantId: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fault: Fault;
}

export interface NoticeFilter {
  /** Without one: of all. */
  readonly participantId?: string;
  /** Only notices before this one. */
  readonly before?: string;
  readonly limit: number;
}

interface NoticeRow {
  id: string;
  at: Date;
  participant_id: string;
  kind: string;
  subject_type: string;
  subject_id: string;
  fault: Fault;
}

/** Newest first, one page. */
export async function listNotices(tx: Tx, filter: NoticeFilter): Promise<NoticeView[]> {
  const rows = await tx.query<NoticeRow>(
    `SELECT id, at, participant_id, kind, subject_type, subject_id, fault FROM notice
     WHERE ($1::uuid IS NULL OR participant_id = $1) AND ($2::uuid IS NULL OR id < $2)
     ORDER BY id DESC LIMIT $3`,
    [filter.participantId ?? null, filter.before ?? null, filter.limit],
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at.getTime(),
    participantId: row.participant_id,
    kind: row.kind,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    fault: row.fault,
  }));
}
