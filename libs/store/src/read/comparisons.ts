import { uuidv7, type Fault } from '#kernel';
import type { Sql } from '../sql.js';
import type { KeptBack } from './held-documents.js';

/** What came of comparing with a peer the documents of a day. */
export interface Comparison {
  readonly id: string;
  readonly nodeCode: string;
  /** `yyyy-MM-dd`, of the province. */
  readonly day: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** Digest in hexadecimal, and count. */
  readonly own: { readonly digest: string; readonly count: number };
  readonly peer: { readonly digest: string; readonly count: number };
  readonly onlyHere: readonly string[];
  readonly onlyThere: readonly string[];
  readonly unlike: readonly string[];
  readonly truncated: boolean;
  /** Deliveries owed again. */
  readonly offered: number;
  /** Those of `onlyHere` that cannot be. */
  readonly keptBack: readonly KeptBack[];
}

/** Whether both have the same, but for what is on its way. */
export const agrees = ({ onlyHere, onlyThere, unlike }: Comparison): boolean =>
  onlyHere.length + onlyThere.length + unlike.length === 0;

/** Tells the administration of a day on which two nodes differ, once for each fault. */
export async function tellDifference(
  sql: Sql,
  { nodeCode, day, at }: Comparison,
  fault: Fault,
): Promise<void> {
  await sql.execute(
    `INSERT INTO notice (id, at, participant_id, kind, subject_type, subject_id, fault)
     SELECT $1, $2, id, 'documents-differ', 'comparison', $3, $4 FROM participant WHERE code = 'administration'
     ON CONFLICT (participant_id, subject_id, (fault->>'code')) WHERE kind = 'documents-differ' DO NOTHING`,
    [uuidv7(at), new Date(at), `${nodeCode}/${day}`, JSON.stringify(fault)],
  );
}

export async function keepComparison(sql: Sql, one: Comparison): Promise<void> {
  await sql.query(
    `INSERT INTO comparison (id, node_code, day, at, own_count, own_digest, peer_count, peer_digest, only_here, only_there,
       unlike, truncated, offered, kept_back)
     VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, decode($6, 'hex'), $7, decode($8, 'hex'), $9::uuid[],
       $10::uuid[], $11::uuid[], $12, $13, $14)`,
    [
      one.id,
      one.nodeCode,
      one.day,
      one.at,
      one.own.count,
      one.own.digest,
      one.peer.count,
      one.peer.digest,
      [...one.onlyHere],
      [...one.onlyThere],
      [...one.unlike],
      one.truncated,
      one.offered,
      JSON.stringify(one.keptBack),
    ],
  );
}

interface ComparisonRow {
  id: string;
  node_code: string;
  day: string;
  at: Date;
  own_count: number;
  own_digest: string;
  peer_count: number;
  peer_digest: string;
  only_here: string[];
  only_there: string[];
  unlike: string[];
  truncated: boolean;
  offered: number;
  kept_back: readonly KeptBack[];
}

/** The newest first. */
export async function comparisonsWith(
  sql: Sql,
  nodeCode: string,
  page: { readonly limit: number; readonly after?: string; readonly day?: string },
): Promise<Comparison[]> {
  const rows = await sql.query<ComparisonRow>(
    `SELECT id, node_code, day::text, at, own_count, encode(own_digest, 'hex') AS own_digest, peer_count,
       encode(peer_digest, 'hex') AS peer_digest, only_here, only_there, unlike, truncated, offered, kept_back
     FROM comparison WHERE node_code = $1 AND ($2::uuid IS NULL OR id < $2) AND ($4::date IS NULL OR day = $4)
     ORDER BY id DESC LIMIT $3`,
    [nodeCode, page.after ?? null, page.limit, page.day ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    nodeCode: row.node_code,
    day: row.day,
    at: row.at.getTime(),
    own: { digest: row.own_digest, count: row.own_count },
    peer: { digest: row.peer_digest, count: row.peer_count },
    onlyHere: row.only_here,
    onlyThere: row.only_there,
    unlike: row.unlike,
    truncated: row.truncated,
    offered: row.offered,
    keptBack: row.kept_back,
  }));
}
