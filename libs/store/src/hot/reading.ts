import type { Tx } from '../sql.js';

/** The ways in which content leaves the hub by being asked for. */
export const readingKinds = [
  'document',
  'documents',
  'lineage',
  'decisions',
  'interchange-body',
  'feed',
  'dry-run',
  'evidence',
  'export',
] as const;
export type ReadingKind = (typeof readingKinds)[number];

/** One answer with content in it: who asked, and what it held. */
export interface NewReading {
  readonly id: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly participantId: string;
  readonly keyId: string;
  readonly role: 'participant' | 'administrator';
  readonly address: string;
  readonly what: ReadingKind;
  /** The document, the interchange, the feed or the dry run. */
  readonly subjectId?: string;
  /** The documents of a page of a list. */
  readonly documentIds?: readonly string[];
  /** The positions of a page of a feed, both included. */
  readonly positions?: { readonly first: number; readonly last: number };
}

const insert = {
  name: 'store-readings',
  text: `
  INSERT INTO reading (id, at, participant_id, key_id, role, address, what, subject_id, document_ids, first_position, last_position)
  SELECT id, to_timestamp(at / 1000), participant_id, key_id, role, address, what, subject_id,
    (SELECT array_agg(value::uuid) FROM json_array_elements_text(documents)), first_position, last_position
  FROM json_to_recordset($1::json) AS t (id uuid, at float8, participant_id uuid, key_id uuid, role text, address text,
    what text, subject_id uuid, documents json, first_position bigint, last_position bigint)`,
};

export async function storeReadings(tx: Tx, readings: readonly NewReading[]): Promise<void> {
  const rows = readings.map((one) => ({
    id: one.id,
    at: one.at,
    participant_id: one.participantId,
    key_id: one.keyId,
    role: one.role,
    address: one.address,
    what: one.what,
    subject_id: one.subjectId,
    documents: one.documentIds,
    first_position: one.positions?.first,
    last_position: one.positions?.last,
  }));
  await tx.execute(insert, [JSON.stringify(rows)]);
}
