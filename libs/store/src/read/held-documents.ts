import type { Sql } from '../sql.js';

/** What a node has sent to a peer and holds a receipt for, or what it has from it. */
export interface Held {
  readonly direction: 'sent' | 'received';
  /** Code of the peer. */
  readonly node: string;
  /** Of the documents' ids, Unix milliseconds: from, and before. */
  readonly from: number;
  readonly to: number;
}

export interface HeldBranch {
  readonly byte: number;
  readonly count: number;
  readonly digest: string;
}

export interface HeldRow {
  readonly id: string;
  readonly sha256: string;
}

/** Ids of version 7 begin with their time, so a day is a range of the primary key. */
const inTime = (id: string): string =>
  `${id} >= uuid_at(to_timestamp($2::float8 / 1000)) AND ${id} < uuid_at(to_timestamp($3::float8 / 1000))`;

/**
 * Both nodes have what the origin signed, letter for letter, however much of it either was shown. What is offered again
 * is not sent for as long, though the receipt of before is kept; what came to nothing then is sent and is missing.
 */
const held: { readonly [D in Held['direction']]: string } = {
  sent: `
    SELECT p.document_id AS id, p.origin_sha256 AS sha256 FROM custody_receipt c JOIN document_proof p USING (document_id)
    WHERE c.node_code = $1 AND ${inTime('c.document_id')} AND NOT EXISTS (
      SELECT FROM delivery d JOIN destination t ON t.id = d.destination_id AND t.kind = 'peer'
        JOIN participant h ON h.id = t.participant_id AND h.code = $1
      WHERE d.document_id = c.document_id AND d.state = 'pending')`,
  received: `
    SELECT document_id AS id, origin_sha256 AS sha256 FROM document_proof
    WHERE from_node = $1 AND ${inTime('document_id')}`,
};

const leaves = (direction: Held['direction']): string => `
  SELECT id, sha256, sha256(uuid_send(id)) AS place FROM (${held[direction]}) held`;

const buckets = (direction: Held['direction']): string => `
  SELECT get_byte(place, 0) AS first, get_byte(place, 1) AS second, count(*)::int AS count,
    sha256('\\x00'::bytea || string_agg(uuid_send(id) || sha256, ''::bytea ORDER BY place)) AS digest
  FROM (${leaves(direction)}) leaf GROUP BY 1, 2`;

const whole = (direction: Held['direction']): string => `
  SELECT '' AS prefix, first AS byte, sum(count)::int AS count,
    encode(sha256('\\x01'::bytea || string_agg(set_byte('\\x00'::bytea, 0, second) || digest, ''::bytea ORDER BY second)), 'hex')
      AS digest
  FROM (${buckets(direction)}) bucket GROUP BY first`;

const below = (direction: Held['direction']): string => `
  SELECT encode(set_byte('\\x00'::bytea, 0, first), 'hex') AS prefix, second AS byte, count, encode(digest, 'hex') AS digest
  FROM (${buckets(direction)}) bucket WHERE first = ANY ($4::int[])`;

/**
 * The branches below some prefixes of no byte or one, by the prefix, as `DigestTree` of libs/evidence defines them: in
 * two statements at most, however many are asked for.
 *
 * @param prefixes in hexadecimal
 */
export async function branchesHeld(
  sql: Sql,
  held: Held,
  prefixes: readonly string[],
): Promise<Map<string, HeldBranch[]>> {
  const range = [held.node, held.from, held.to];
  const bytes = prefixes.filter((one) => one !== '').map((one) => Number.parseInt(one, 16));
  type Row = HeldBranch & { prefix: string };
  const rows = [
    ...(prefixes.includes('') ? await sql.query<Row>(`${whole(held.direction)} ORDER BY byte`, range) : []),
    ...(bytes.length > 0
      ? await sql.query<Row>(`${below(held.direction)} ORDER BY first, byte`, [...range, bytes])
      : []),
  ];
  const byPrefix = new Map<string, HeldBranch[]>(prefixes.map((prefix) => [prefix, []]));
  for (const { prefix, ...branch } of rows) byPrefix.get(prefix)?.push(branch);
  return byPrefix;
}

/**
 * The documents below some prefixes of one byte or two, in the order of their places.
 *
 * @param most the first so many
 */
export async function documentsHeld(
  sql: Sql,
  held: Held,
  prefixes: readonly string[],
  most: number,
): Promise<(HeldRow & { readonly place: string })[]> {
  return sql.query(
    `SELECT id, encode(sha256, 'hex') AS sha256, encode(substring(place FROM 1 FOR 2), 'hex') AS place
     FROM (${leaves(held.direction)}) leaf
     WHERE encode(substring(place FROM 1 FOR 1), 'hex') = ANY ($4) OR encode(substring(place FROM 1 FOR 2), 'hex') = ANY ($4)
     ORDER BY leaf.place LIMIT $5`,
    [held.node, held.from, held.to, [...prefixes], most],
  );
}

/** A document that a peer has signed for and lacks, and that cannot be offered to it again. */
export interface KeptBack {
  readonly id: string;
  /** State of its delivery and code of its fault: `dead TRANSFER_EXPIRED`; `absent`: there is no delivery. */
  readonly why: string;
}

/**
 * Documents that a peer turns out not to have are owed again. Not those that it refused when they were, and not those
 * that were called off: what is to blame must be mended first.
 */
export async function offerAgain(
  sql: Sql,
  destinationId: string,
  documentIds: readonly string[],
): Promise<{ readonly offered: number; readonly keptBack: readonly KeptBack[] }> {
  const rows = await sql.query<{ id: string; offered: boolean; why: string | null }>(
    `WITH offered AS (
       UPDATE delivery SET state = 'pending', due_at = NULL, attempts = 0, fault = NULL, finished_at = NULL
       WHERE destination_id = $1 AND document_id = ANY ($2::uuid[]) AND state = 'delivered' RETURNING document_id
     )
     SELECT asked.id, o.document_id IS NOT NULL AS offered,
       CASE WHEN o.document_id IS NULL AND d.state IS DISTINCT FROM 'pending'
         THEN concat_ws(' ', coalesce(d.state, 'absent'), d.fault->>'code') END AS why
     FROM unnest($2::uuid[]) AS asked (id) LEFT JOIN offered o ON o.document_id = asked.id
       LEFT JOIN delivery d ON d.destination_id = $1 AND d.document_id = asked.id`,
    [destinationId, [...documentIds]],
  );
  return {
    offered: rows.filter((row) => row.offered).length,
    keptBack: rows.flatMap(({ id, why }) => (why === null ? [] : [{ id, why }])),
  };
}

/** Those of some documents that a peer has and this node can account for: on their way, or signed for by now. */
export async function accountedFor(
  sql: Sql,
  node: string,
  destinationId: string,
  documentIds: readonly string[],
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM unnest($3::uuid[]) AS asked (id)
     WHERE EXISTS (SELECT FROM delivery WHERE destination_id = $2 AND document_id = id AND state = 'pending')
       OR EXISTS (SELECT FROM custody_receipt JOIN document_proof USING (document_id)
         WHERE document_id = id AND node_code = $1)`,
    [node, destinationId, [...documentIds]],
  );
  return rows.map(({ id }) => id);
}

/** Those of some documents that are here, whoever gave them, with exactly this of their origin. */
export async function alsoHeld(sql: Sql, documents: readonly HeldRow[]): Promise<HeldRow[]> {
  return sql.query<HeldRow & Record<string, unknown>>(
    `SELECT document_id AS id, encode(origin_sha256, 'hex') AS sha256
     FROM unnest($1::uuid[], $2::text[]) AS t (id, sha256) JOIN document_proof p ON p.document_id = t.id
     WHERE p.origin_sha256 = decode(t.sha256, 'hex')`,
    [documents.map(({ id }) => id), documents.map(({ sha256 }) => sha256)],
  );
}
