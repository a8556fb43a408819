import type { Tx } from '../sql.js';
import { hexArray, pack, plainArray } from './packed.js';

/** The sender of what the node itself makes: no participant has this id. */
export const nodeItself = '00000000-0000-0000-0000-000000000000';

/** A receipt as a document that the node makes, owed to the destination that its participant has chosen. */
export interface NewReceipt {
  readonly id: string;
  /** The interchange that it is about. */
  readonly interchangeId: string;
  readonly schemaVersion: string;
  readonly occurredAt: number;
  /** `kind:value` of every business key. */
  readonly keys: readonly string[];
  readonly orderKey: string;
  readonly sha256: Buffer;
  readonly body: Buffer;
  readonly destinationId: string;
  /** Of the preference: it stands where the route of another delivery stands. */
  readonly preferenceId: string;
  /** Why it is delivered, as JSON text. */
  readonly decisions: Buffer;
}

/** Between the keys of one document in one text: a control character that no key holds. */
const SEPARATOR = '\x1f';

const owe = {
  name: 'owe-receipts',
  text: `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[], $5::text[], $6::text[], $7::bytea[], $8::int[],
      $9::int[], $10::int[], $11::int[], $12::uuid[], $13::uuid[])
      WITH ORDINALITY AS t (id, interchange_id, schema_version, occurred, keys, order_key, sha256, body_at, body_size,
        decisions_at, decisions_size, destination_id, preference_id, n)
  ), documents AS (
    INSERT INTO document (id, interchange_id, ordinal, type, schema_version, origin_node, sender_id, occurred_at,
      received_at, keys, order_key, sha256, size, body)
    SELECT id, interchange_id, 0, 'Receipt', schema_version, $16, $17, to_timestamp(occurred / 1000),
      to_timestamp($18::float8 / 1000), string_to_array(keys, E'\\x1f'), order_key, sha256, body_size,
      convert_from(substring($14::bytea FROM body_at FOR body_size), 'UTF8')::json FROM input
  ), decided AS (
    INSERT INTO decision (document_id, decided_at, decisions)
    SELECT id, to_timestamp($18::float8 / 1000),
      convert_from(substring($15::bytea FROM decisions_at FOR decisions_size), 'UTF8')::json FROM input
  )
  INSERT INTO delivery (destination_id, document_id, route_id, order_key, created_at)
  SELECT destination_id, id, preference_id, order_key, to_timestamp($18::float8 / 1000) FROM input ORDER BY n`,
};

/**
 * Stores receipts and owes them, in the transaction of what they tell of: one is never without the other.
 *
 * @param now Unix milliseconds
 */
export async function oweReceipts(
  tx: Tx,
  originNode: string,
  receipts: readonly NewReceipt[],
  now: number,
): Promise<void> {
  if (receipts.length === 0) return;
  const bodies = pack(receipts.map((one) => one.body));
  const decisions = pack(receipts.map((one) => one.decisions));
  await tx.query(owe, [
    plainArray(receipts.map((one) => one.id)),
    plainArray(receipts.map((one) => one.interchangeId)),
    receipts.map((one) => one.schemaVersion),
    plainArray(receipts.map((one) => one.occurredAt)),
    receipts.map((one) => one.keys.join(SEPARATOR)),
    receipts.map((one) => one.orderKey),
    hexArray(receipts.map((one) => one.sha256)),
    bodies.starts,
    bodies.sizes,
    decisions.starts,
    decisions.sizes,
    plainArray(receipts.map((one) => one.destinationId)),
    plainArray(receipts.map((one) => one.preferenceId)),
    bodies.bytes,
    decisions.bytes,
    originNode,
    nodeItself,
    now,
  ]);
}

/** A question about one answer: what it may answer of what a participant has sent. */
export interface AnswerQuestion {
  /** The document that answers. */
  readonly answerId: string;
  /** Who may have sent what it answers. */
  readonly participantId: string;
  /** Type of what it may answer. */
  readonly type: string;
  /** `kind:value` of the keys that tell. */
  readonly keys: readonly string[];
}

export interface AnsweredDocument {
  readonly answerId: string;
  readonly participantId: string;
  readonly id: string;
  readonly type: string;
  readonly interchangeId: string;
  readonly keys: readonly string[];
}

/** Documents that one answer answers at most: the newest. */
export const answeredMost = 20;

interface AnsweredRow {
  answer_id: string;
  participant_id: string;
  id: string;
  type: string;
  interchange_id: string;
  keys: string[];
}

/**
 * What documents that have just come answer, of what the participants that are to have them have sent before. They are
 * found by their keys alone and sorted out afterwards (OFFSET 0): with the other conditions the planner prefers to walk
 * through all that was sent.
 */
export async function answeredDocuments(
  tx: Tx,
  questions: readonly AnswerQuestion[],
): Promise<AnsweredDocument[]> {
  if (questions.length === 0) return [];
  const rows = await tx.query<AnsweredRow>(
    {
      name: 'answered-documents',
      text: `
      SELECT q.answer_id, q.participant_id, o.id, o.type, o.interchange_id, o.keys
      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS q (answer_id, participant_id, type, keys)
      CROSS JOIN LATERAL (
        SELECT DISTINCT ON (o.id) o.id, o.type, o.interchange_id, o.keys
        FROM unnest(string_to_array(q.keys, E'\\x1f')) AS k
        CROSS JOIN LATERAL (SELECT id, type, sender_id, interchange_id, keys FROM document
          WHERE keys @> ARRAY[k] OFFSET 0) o
        WHERE o.sender_id = q.participant_id AND o.type = q.type AND o.id < q.answer_id
        ORDER BY o.id DESC LIMIT $5) o`,
    },
    [
      plainArray(questions.map((one) => one.answerId)),
      plainArray(questions.map((one) => one.participantId)),
      questions.map((one) => one.type),
      questions.map((one) => one.keys.join(SEPARATOR)),
      answeredMost,
    ],
  );
  return rows.map((row) => ({
    answerId: row.answer_id,
    participantId: row.participant_id,
    id: row.id,
    type: row.type,
    interchangeId: row.interchange_id,
    keys: row.keys,
  }));
}

/** A document of a sender that a mailbox has just taken. */
export interface TakenDocument {
  readonly documentId: string;
  readonly type: string;
  readonly senderId: string;
  readonly interchangeId: string;
}

/** What some senders have in a feed after a position, up to another. */
export async function takenByFeed(
  tx: Tx,
  destinationId: string,
  positions: { readonly after: number; readonly upTo: number },
  senderIds: readonly string[],
): Promise<TakenDocument[]> {
  const rows = await tx.query<{
    document_id: string;
    type: string;
    sender_id: string;
    interchange_id: string;
  }>(
    `SELECT d.document_id, doc.type, doc.sender_id, doc.interchange_id
     FROM delivery d JOIN document doc ON doc.id = d.document_id
     WHERE d.destination_id = $1 AND d.position > $2 AND d.position <= $3 AND doc.sender_id = ANY ($4::uuid[])
     ORDER BY d.position`,
    [destinationId, positions.after, positions.upTo, [...senderIds]],
  );
  return rows.map((row) => ({
    documentId: row.document_id,
    type: row.type,
    senderId: row.sender_id,
    interchangeId: row.interchange_id,
  }));
}

/** Which of some documents some senders have sent. */
export async function documentsSentBy(
  tx: Tx,
  documentIds: readonly string[],
  senderIds: readonly string[],
): Promise<TakenDocument[]> {
  const rows = await tx.query<{ id: string; type: string; sender_id: string; interchange_id: string }>(
    `SELECT id, type, sender_id, interchange_id FROM document
     WHERE id = ANY ($1::uuid[]) AND sender_id = ANY ($2::uuid[]) ORDER BY id`,
    [[...documentIds], [...senderIds]],
  );
  return rows.map((row) => ({
    documentId: row.id,
    type: row.type,
    senderId: row.sender_id,
    interchangeId: row.interchange_id,
  }));
}
