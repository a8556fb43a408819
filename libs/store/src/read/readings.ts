import type { ReadingKind } from '../hot/reading.js';
import type { Tx } from '../sql.js';

export interface ReadingView {
  readonly id: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly participantId: string;
  readonly keyId: string;
  readonly role: 'participant' | 'administrator';
  readonly address: string;
  readonly what: ReadingKind;
  readonly subjectId: string | undefined;
  /** How many documents the answer held. */
  readonly documents: number | undefined;
}

interface ReadingRow {
  id: string;
  at: Date;
  participant_id: string;
  key_id: string;
  role: 'participant' | 'administrator';
  address: string;
  what: ReadingKind;
  subject_id: string | null;
  documents: number | null;
}

const columns = `r.id, r.at, r.participant_id, r.key_id, r.role, r.address, r.what, r.subject_id,
  coalesce(cardinality(r.document_ids), (r.last_position - r.first_position + 1)::int) AS documents`;

const view = (row: ReadingRow): ReadingView => ({
  id: row.id,
  at: row.at.getTime(),
  participantId: row.participant_id,
  keyId: row.key_id,
  role: row.role,
  address: row.address,
  what: row.what,
  subjectId: row.subject_id ?? undefined,
  documents: row.documents ?? undefined,
});

export interface ReadingPage {
  /** Only readings before this one. */
  readonly before?: string;
  readonly limit: number;
}

/** Who has read a document, in itself, in a list, or in a feed; newest first. */
export async function readingsOf(tx: Tx, documentId: string, page: ReadingPage): Promise<ReadingView[]> {
  const rows = await tx.query<ReadingRow>(
    `SELECT ${columns} FROM reading r WHERE ($2::uuid IS NULL OR r.id < $2) AND r.id IN (
       SELECT id FROM reading WHERE subject_id = $1
       UNION ALL SELECT id FROM reading WHERE document_ids @> ARRAY[$1::uuid]
       UNION ALL SELECT r.id FROM delivery d JOIN reading r ON r.subject_id = d.destination_id
         AND d.position BETWEEN r.first_position AND r.last_position
       WHERE d.document_id = $1 AND d.position IS NOT NULL)
     ORDER BY r.id DESC LIMIT $3`,
    [documentId, page.before ?? null, page.limit],
  );
  return rows.map(view);
}

export interface ReadingFilter extends ReadingPage {
  readonly participantId?: string;
  readonly subjectId?: string;
  /** Unix milliseconds, included. */
  readonly from?: number;
  /** Unix milliseconds, not included. */
  readonly to?: number;
}

/** Newest first, one page. */
export async function listReadings(tx: Tx, filter: ReadingFilter): Promise<ReadingView[]> {
  const rows = await tx.query<ReadingRow>(
    `SELECT ${columns} FROM reading r
     WHERE ($1::uuid IS NULL OR r.participant_id = $1) AND ($2::uuid IS NULL OR r.subject_id = $2)
       AND ($3::float8 IS NULL OR r.id >= uuid_at(to_timestamp($3::float8 / 1000)))
       AND ($4::float8 IS NULL OR r.id < uuid_at(to_timestamp($4::float8 / 1000)))
       AND ($5::uuid IS NULL OR r.id < $5)
     ORDER BY r.id DESC LIMIT $6`,
    [
      filter.participantId ?? null,
      filter.subjectId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.before ?? null,
      filter.limit,
    ],
  );
  return rows.map(view);
}
