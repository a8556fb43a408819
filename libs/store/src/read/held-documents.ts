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

/** Both nodes have what the origin signed, letter for letter, however much of it either was shown. */
const held: { readonly [D in Held['direction']]: string } = {
  sent: `
    SELECT p.document_id AS id, p.origin_sha256 AS sha256 FROM custody_receipt c JOIN document_proof p USING (document_id)
    WHERE c.node_code = $1 AND ${inTime('c.document_id')}`,
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
  SELECT first AS byte, sum(count)::int AS count,
    encode(sha256('\\x01'::bytea || string_agg(set_byte('\\x00'::bytea, 0, second) || digest, ''::bytea ORDER BY second)), 'hex')
      AS digest
  FROM (${buckets(direction)}) bucket GROUP BY first ORDER BY first`;

const below = (direction: Held['direction']): string => `
  SELECT second AS byte, count, encode(digest, 'hex') AS digest FROM (${buckets(direction)}) bucket
  WHERE first = get_byte(decode($4, 'hex'), 0) ORDER BY second`;

/**
 * The branches below a prefix of no byte or one, as `DigestTree` of libs/evidence defines them.
 *
 * @param prefix in hexadecimal
 */
export async function branchesHeld(sql: Sql, held: Held, prefix: string): Promise<HeldBranch[]> {
  const range = [held.node, held.from, held.to];
  return prefix === ''
    ? sql.query<HeldBranch>(whole(held.direction), range)
    : sql.query<HeldBranch>(below(held.direction), [...range, prefix]);
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

/** Documents that a peer turns out not to have are owed again. Gives how many were. */
export async function offerAgain(
  sql: Sql,
  destinationId: string,
  node: string,
  documentIds: readonly string[],
): Promise<number> {
  return sql.transaction(async (tx) => {
    await tx.query('DELETE FROM custody_receipt WHERE node_code = $1 AND document_id = ANY ($2::uuid[])', [
      node,
      [...documentIds],
    ]);
    return tx.execute(
      {
        name: 'offer-again',
        text: `UPDATE delivery SET state = 'pending', due_at = NULL, attempts = 0, fault = NULL, finished_at = NULL
               WHERE destination_id = $1 AND document_id = ANY ($2::uuid[]) AND state IN ('delivered', 'dead')`,
      },
      [destinationId, [...documentIds]],
    );
  });
}

/** Which of some documents are here, whoever gave them, with what their origin signed, hashed: in hexadecimal. */
export async function originHashes(sql: Sql, ids: readonly string[]): Promise<HeldRow[]> {
  return sql.query<HeldRow>(
    `SELECT document_id AS id, encode(origin_sha256, 'hex') AS sha256 FROM document_proof WHERE document_id = ANY ($1::uuid[])`,
    [[...ids]],
  );
}
