import type { Tx } from '../sql.js';
import { contentSql, keyOfSubjectSql, recordSql } from './record-sql.js';
import type { Watched } from './watched-table.js';
import { watched } from './watched.js';

/** A row as it was hashed. */
export interface EvidenceRecord {
  /** JSON text. */
  readonly record: string;
  /** What is too large to be hashed again: its hash is in the record. */
  readonly content: Buffer | undefined;
}

export const watchedTable = (table: string): Watched => {
  const found = watched.find((one) => one.table === table);
  if (!found) throw new Error(`${table} leaves no entries`);
  return found;
};

/**
 * A row by its subject, as the present database has it.
 *
 * @param withContent gives the bytes of an interchange, the text of a document
 */
export async function evidenceRecord(
  tx: Tx,
  table: string,
  subject: Buffer,
  withContent: boolean,
): Promise<EvidenceRecord | undefined> {
  const of = watchedTable(table);
  const key = keyOfSubjectSql(of);
  const where = of.key.map(({ name }, at) => `t.${name} = ${key[at] ?? 'NULL'}`).join(' AND ');
  const [row] = await tx.query<{ record: string; content: Buffer | null }>(
    `SELECT ${recordSql(of)} AS record, ${withContent ? contentSql(of) : 'NULL'} AS content
     FROM ${table} t, (SELECT $1::bytea AS subject) s WHERE ${where}`,
    [subject],
  );
  return row && { record: row.record, content: row.content ?? undefined };
}

/** A row of an export. */
export interface ExportedRow {
  readonly id: string;
  /** JSON text. */
  readonly record: string;
  readonly content: Buffer;
}

const owners = { interchange: 'participant_id', document: 'sender_id' } as const;

/**
 * Interchanges or documents by their ids with their content, in that order, as many as fit: the first always does.
 *
 * @param participantId whose alone; `undefined`: of everybody
 * @returns how many ids were seen to, and the rows of those that are there and fit
 */
export async function exportedRows(
  tx: Tx,
  table: keyof typeof owners,
  ids: readonly string[],
  participantId: string | undefined,
  bytes: number,
): Promise<{ readonly seen: number; readonly rows: readonly ExportedRow[] }> {
  const of = watchedTable(table);
  const rows = await tx.query<{ n: number; id: string; record: string | null; content: Buffer | null }>(
    `WITH sized AS (
       SELECT asked.n, asked.id, coalesce(sum(t.size) OVER (ORDER BY asked.n) - t.size, 0) AS before
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, n)
       LEFT JOIN ${table} t ON t.id = asked.id AND ($2::uuid IS NULL OR t.${owners[table]} = $2)
     )
     SELECT sized.n::int AS n, sized.id, ${recordSql(of)} AS record, ${contentSql(of)} AS content
     FROM sized LEFT JOIN ${table} t ON t.id = sized.id AND ($2::uuid IS NULL OR t.${owners[table]} = $2)
     WHERE sized.before < $3 ORDER BY sized.n`,
    [[...ids], participantId ?? null, bytes],
  );
  return {
    seen: rows.at(-1)?.n ?? ids.length,
    rows: rows.flatMap(({ id, record, content }) => (record && content ? [{ id, record, content }] : [])),
  };
}

/** How many interchanges or documents there are of a range of time, Unix milliseconds; `to` is exclusive. */
export async function countOfRange(
  tx: Tx,
  table: keyof typeof owners,
  participantId: string | undefined,
  from: number,
  to: number,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE ($1::uuid IS NULL OR ${owners[table]} = $1)
     AND id >= uuid_at(to_timestamp($2::float8 / 1000)) AND id < uuid_at(to_timestamp($3::float8 / 1000))`,
    [participantId ?? null, from, to],
  );
  return row?.count ?? 0;
}
