import { envelopeColumns, storedEnvelope, type EnvelopeRow, type StoredEnvelope } from '../hot/delivery.js';
import { plainArray } from '../hot/packed.js';
import { rightColumns, rightOf, type Right, type RightRow } from '../hot/right.js';
import type { Row, Tx } from '../sql.js';

export interface DocumentView {
  readonly document: StoredEnvelope;
  readonly ordinal: number;
  readonly sha256: Buffer;
  /** The body as JSON text, as it was hashed. */
  readonly body: string;
  /** What a correction was read with; `undefined`: what its interchange was. */
  readonly mappingVersion: string | undefined;
  /** The door that its message came in by. */
  readonly channel: string;
  /** What its message was read with. */
  readonly adapter: string | undefined;
}

interface DocumentRow extends EnvelopeRow {
  ordinal: number;
  document_sha256: Buffer;
  body: string;
  mapping_version: string | null;
  channel: string;
  adapter_id: string | null;
}

const columns = `${envelopeColumns}, doc.ordinal, doc.sha256 AS document_sha256, doc.body::text AS body,
  doc.mapping_version, i.channel,
  (SELECT n.adapter_id FROM normalisation n WHERE n.interchange_id = doc.interchange_id) AS adapter_id`;

const view = (row: DocumentRow): DocumentView => ({
  document: storedEnvelope(row),
  ordinal: row.ordinal,
  sha256: row.document_sha256,
  body: row.body,
  mappingVersion: row.mapping_version ?? undefined,
  channel: row.channel,
  adapter: row.adapter_id ?? undefined,
});

export async function documentById(tx: Tx, id: string): Promise<DocumentView | undefined> {
  const [row] = await tx.query<DocumentRow>(
    {
      name: 'document-by-id',
      text: `SELECT ${columns} FROM document doc JOIN interchange i ON i.id = doc.interchange_id WHERE doc.id = $1`,
    },
    [id],
  );
  return row && view(row);
}

/** In no order; without those that there are not. */
export async function documentsByIds(tx: Tx, ids: readonly string[]): Promise<DocumentView[]> {
  const rows = await tx.query<DocumentRow>(
    {
      name: 'documents-by-ids',
      text: `SELECT ${columns} FROM document doc JOIN interchange i ON i.id = doc.interchange_id
        WHERE doc.id = ANY ($1::uuid[])`,
    },
    [plainArray(ids)],
  );
  return rows.map(view);
}

/** Deliveries of one document to one participant that are looked at. */
const grantsMost = 20;

/** What a participant may have of a document that it was owed, by each of its deliveries that still stand. */
export async function grantsOf(tx: Tx, documentId: string, participantId: string): Promise<Right[]> {
  const rows = await tx.query<RightRow>(
    `SELECT ${rightColumns('d')} FROM delivery d JOIN destination t ON t.id = d.destination_id
     LEFT JOIN agreement a ON a.id = d.agreement_id
     WHERE d.document_id = $1 AND t.participant_id = $2 AND d.state IN ('pending', 'delivered')
     ORDER BY d.seq LIMIT ${grantsMost}`,
    [documentId, participantId],
  );
  return rows.map(rightOf).filter(({ standing }) => standing === undefined);
}

export interface DocumentFilter {
  readonly senderId?: string;
  readonly type?: string;
  /** `kind:value` of a business key. */
  readonly key?: string;
  readonly interchangeId?: string;
  readonly from?: number;
  readonly to?: number;
  readonly before?: string;
  readonly limit: number;
}

/** Newest first, one page. */
export async function listDocuments(tx: Tx, filter: DocumentFilter): Promise<DocumentView[]> {
  const where: string[] = [];
  const values: unknown[] = [];
  const add = (condition: string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition.replaceAll('?', `$${values.length}`));
  };
  add('doc.sender_id = ?', filter.senderId);
  add('doc.type = ?', filter.type);
  add('doc.keys @> ARRAY[?]', filter.key);
  add(
    'doc.id IN (SELECT unnest(document_ids) FROM normalisation WHERE interchange_id = ?)',
    filter.interchangeId,
  );
  add('doc.id >= uuid_at(to_timestamp(?::float8 / 1000))', filter.from);
  add('doc.id < uuid_at(to_timestamp(?::float8 / 1000))', filter.to);
  add('doc.id < ?', filter.before);
  values.push(filter.limit);
  const rows = await tx.query<DocumentRow>(
    `SELECT ${columns} FROM document doc JOIN interchange i ON i.id = doc.interchange_id
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY doc.id DESC LIMIT $${values.length}`,
    values,
  );
  return rows.map(view);
}

interface DecisionRow extends Row {
  decided_at: Date;
  decisions: string;
}

/** Every decision made about a document, oldest first, as JSON text. */
export async function decisionsOf(
  tx: Tx,
  documentId: string,
): Promise<{ decidedAt: number; decisions: string }[]> {
  const rows = await tx.query<DecisionRow>(
    'SELECT decided_at, decisions::text AS decisions FROM decision WHERE document_id = $1 ORDER BY decided_at LIMIT 100',
    [documentId],
  );
  return rows.map((row) => ({ decidedAt: row.decided_at.getTime(), decisions: row.decisions }));
}

export interface SendersFilter {
  readonly senderIds: readonly string[];
  /** Document types; `undefined`: all. */
  readonly types: readonly string[] | undefined;
  /** `kind:value` of a business key. */
  readonly key?: string;
  /** Unix milliseconds, inclusive. */
  readonly from: number;
  /** Only what is older than this id. */
  readonly before?: string;
  readonly limit: number;
}

/**
 * What some senders have sent since a time, newest first, one page. By a key they are found by that alone and sorted out
 * afterwards (OFFSET 0): with the other conditions the planner may prefer to walk through all that was sent.
 */
export async function documentsOfSenders(tx: Tx, filter: SendersFilter): Promise<DocumentView[]> {
  const byKey = filter.key === undefined ? '' : '(SELECT * FROM document WHERE keys @> ARRAY[$6] OFFSET 0)';
  const rows = await tx.query<DocumentRow>(
    `SELECT ${columns} FROM ${byKey === '' ? 'document' : byKey} doc JOIN interchange i ON i.id = doc.interchange_id
     WHERE doc.sender_id = ANY ($1::uuid[]) AND ($2::text[] IS NULL OR doc.type = ANY ($2))
       AND doc.id >= uuid_at(to_timestamp($3::float8 / 1000)) AND ($4::uuid IS NULL OR doc.id < $4)
     ORDER BY doc.id DESC LIMIT $5`,
    [
      [...filter.senderIds],
      filter.types ? [...filter.types] : null,
      filter.from,
      filter.before ?? null,
      filter.limit,
      ...(filter.key === undefined ? [] : [filter.key]),
    ],
  );
  return rows.map(view);
}
