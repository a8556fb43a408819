import type { Tx } from '../sql.js';

/** What the receipts of a document need to know of it. */
export interface DocumentNames {
  readonly id: string;
  readonly type: string;
  readonly keys: readonly string[];
  /** Unix milliseconds. */
  readonly receivedAt: number;
}

export async function namesOfDocuments(tx: Tx, ids: readonly string[]): Promise<DocumentNames[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string; type: string; keys: string[]; received_at: Date }>(
    'SELECT id, type, keys, received_at FROM document WHERE id = ANY ($1::uuid[]) ORDER BY id',
    [[...ids]],
  );
  return rows.map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at.getTime() }));
}

/** What another node has signed: it has a document, and answers for it from then on. */
export interface CustodyView {
  readonly documentId: string;
  readonly nodeCode: string;
  /** Compact JWS of that node. */
  readonly receipt: string;
  /** Unix milliseconds. */
  readonly receivedAt: number;
}

export async function custodyOf(tx: Tx, documentIds: readonly string[]): Promise<CustodyView[]> {
  if (documentIds.length === 0) return [];
  const rows = await tx.query<{ document_id: string; node_code: string; receipt: string; received_at: Date }>(
    `SELECT document_id, node_code, receipt, received_at FROM custody_receipt WHERE document_id = ANY ($1::uuid[])
     ORDER BY received_at, document_id, node_code LIMIT 1000`,
    [[...documentIds]],
  );
  return rows.map((row) => ({
    documentId: row.document_id,
    nodeCode: row.node_code,
    receipt: row.receipt,
    receivedAt: row.received_at.getTime(),
  }));
}

/** Which documents of one type may answer a document. */
export interface AwaitedAnswer {
  /** The document that is answered. */
  readonly documentId: string;
  /** Type of what answers. */
  readonly type: string;
  /** `kind:value` of the keys that tell. */
  readonly keys: readonly string[];
}

/** A document that answers, as far as the participant that is answered may have it. */
export interface AnswerView {
  readonly answers: string;
  readonly id: string;
  readonly type: string;
  readonly senderId: string;
  readonly receivedAt: number;
  readonly keys: readonly string[];
  /** JSON text of the body. */
  readonly body: string;
  /** JSON pointers of what is shared of it; `undefined`: all. */
  readonly fields: readonly string[] | undefined;
}

/** Answers to one document that are looked at. */
export const answersMost = 20;

interface AnswerRow {
  answers: string;
  id: string;
  type: string;
  sender_id: string;
  received_at: Date;
  keys: string[];
  body: string;
  fields: string[] | null;
}

/**
 * The answers that a participant has to documents of its own, oldest first: of others, later than what they answer, and
 * owed to it under a right that it has now. They are found by their keys alone and sorted out
 * afterwards (OFFSET 0): with the other conditions the planner prefers to walk through all that came since.
 */
export async function answersTo(
  tx: Tx,
  participantId: string,
  awaited: readonly AwaitedAnswer[],
): Promise<AnswerView[]> {
  if (awaited.length === 0) return [];
  const rows = await tx.query<AnswerRow>(
    {
      name: 'answers-to',
      text: `
      SELECT q.id AS answers, a.id, a.type, a.sender_id, a.received_at, a.keys, a.body, a.fields
      FROM unnest($1::uuid[], $2::text[], $3::text[]) AS q (id, type, keys)
      CROSS JOIN LATERAL (
        SELECT DISTINCT ON (a.id) a.id, a.type, a.sender_id, a.received_at, a.keys, a.body::text AS body, granted.fields
        FROM unnest(string_to_array(q.keys, E'\\x1f')) AS k
        CROSS JOIN LATERAL (SELECT id, type, sender_id, received_at, keys, body FROM document
          WHERE keys @> ARRAY[k] OFFSET 0) a
        CROSS JOIN LATERAL (
          SELECT g.fields FROM delivery d JOIN destination t ON t.id = d.destination_id
          LEFT JOIN agreement g ON g.id = d.agreement_id
          WHERE d.document_id = a.id AND t.participant_id = $4 AND d.state IN ('pending', 'delivered')
            AND (d.agreement_id IS NULL OR (g.state = 'granted' AND (g.valid_to IS NULL OR g.valid_to > now())))
          ORDER BY d.seq LIMIT 1) granted
        WHERE a.type = q.type AND a.id > q.id AND a.sender_id <> $4
        ORDER BY a.id LIMIT $5) a
      ORDER BY a.id`,
    },
    [
      awaited.map((one) => one.documentId),
      awaited.map((one) => one.type),
      awaited.map((one) => one.keys.join('\x1f')),
      participantId,
      answersMost,
    ],
  );
  return rows.map((row) => ({
    answers: row.answers,
    id: row.id,
    type: row.type,
    senderId: row.sender_id,
    receivedAt: row.received_at.getTime(),
    keys: row.keys,
    body: row.body,
    fields: row.fields ?? undefined,
  }));
}
