import type { Row, Tx } from '../sql.js';
import { retention, type Retention } from '../hot/retention.js';
import { always } from './watch-sql.js';
import { contentSql, entrySql, keyOfSubjectSql, recordSql, subjectSql } from './record-sql.js';
import type { Watched } from './watched-table.js';

/** The last entry of a row, as the chain has it. */
export interface LastEntry {
  readonly kind: number;
  readonly subject: Buffer;
  /** All zero: the row was removed. */
  readonly hash: Buffer;
  /** 0: it waits for its block. */
  readonly height: number;
}

/**
 * Begin to compare the chain with the tables, in a transaction of its own: what is written meanwhile is not seen, and
 * the entries that were read stand in a temporary table, on disk when there are many.
 */
export async function beginAudit(tx: Tx): Promise<void> {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await tx.query(`SET LOCAL timezone TO 'UTC'`);
  await tx.query(`CREATE TEMP TABLE last_entry (kind smallint NOT NULL, subject bytea NOT NULL, hash bytea NOT NULL,
    height bigint NOT NULL, PRIMARY KEY (kind, subject)) ON COMMIT DROP`);
}

/** Entries in their order: a later one takes the place of an earlier one of the same row. */
export async function noteEntries(tx: Tx, entries: readonly LastEntry[]): Promise<void> {
  const last = new Map(entries.map((one) => [`${one.kind} ${one.subject.toString('latin1')}`, one]));
  const rows = [...last.values()];
  const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
  await tx.execute(
    {
      name: 'note-entries',
      text: `INSERT INTO last_entry SELECT * FROM unnest($1::smallint[], $2::bytea[], $3::bytea[], $4::bigint[])
        ON CONFLICT (kind, subject) DO UPDATE SET hash = excluded.hash, height = excluded.height`,
    },
    [
      rows.map(({ kind }) => kind),
      rows.map(({ subject }) => hex(subject)),
      rows.map(({ hash }) => hex(hash)),
      rows.map(({ height }) => height),
    ],
  );
}

/** Entries that no block has yet, in their order. */
export async function pendingEntries(
  tx: Tx,
  after: number,
  limit: number,
): Promise<{ seq: number; entries: Buffer }[]> {
  return tx.query<{ seq: number; entries: Buffer }>(
    'SELECT seq, entries FROM evidence_pending WHERE seq > $1 ORDER BY seq LIMIT $2',
    [after, limit],
  );
}

/** A stretch of time in which nobody watched. */
export interface Unwatched {
  /** Unix milliseconds; from the beginning. */
  readonly from: number;
  readonly to: number;
  /** Entries up to this height are older than the stretch. */
  readonly height: number;
}

/** When nobody watched, as the switches say; they are rows of the chain themselves. */
export async function unwatchedTimes(tx: Tx): Promise<Unwatched[]> {
  const rows = await tx.query<{ at: Date; watching: boolean; height: number | null }>(
    `SELECT t.at, t.watching, s.height FROM evidence_switch t
     LEFT JOIN last_entry s ON s.kind = 64 AND s.subject = int8send(t.id) ORDER BY t.id`,
  );
  const times: Unwatched[] = [];
  let since: { at: number; height: number } | undefined = { at: 0, height: 0 };
  for (const { at, watching, height } of rows) {
    if (watching && since) times.push({ from: since.at, to: at.getTime(), height: since.height });
    if (watching) since = undefined;
    else since ??= { at: at.getTime(), height: height ?? Number.MAX_SAFE_INTEGER };
  }
  if (since) times.push({ from: since.at, to: Number.MAX_SAFE_INTEGER, height: since.height });
  return times;
}

/** Clocks of the processes may be ahead of the database's by so much. */
const CLOCKS_MS = 5_000;

export interface AuditedPage {
  /** Rows that were looked at. */
  readonly rows: number;
  /** Rows that nobody watched when they were made or changed. */
  readonly uncovered: number;
  readonly bad: readonly {
    readonly id: string;
    readonly finding: 'changed' | 'content' | 'extra';
    readonly height: number | undefined;
  }[];
  /** Where the next page begins; `undefined`: this was the last one. */
  readonly after: readonly string[] | undefined;
}

interface PageRow extends Row {
  rows: number;
  uncovered: number;
  bad: { id: string; finding: 'changed' | 'content' | 'extra'; height: number | null }[] | null;
  after: string[] | null;
}

/** One page of a table beside the last entries of its rows. Everything is computed anew by functions of PostgreSQL. */
export async function auditPage(
  tx: Tx,
  table: Watched,
  unwatched: readonly Unwatched[],
  after: readonly string[] | undefined,
  limit: { readonly rows: number; readonly bad: number },
): Promise<AuditedPage> {
  const key = table.key.map(({ name }) => `t.${name}`);
  const types = table.key.map(
    ({ as }) => ({ uuid: 'uuid', time: 'timestamptz', text: 'text', number: 'bigint', hash: 'bytea' })[as],
  );
  const begin = after
    ? `WHERE (${key.join(', ')}) > (${types.map((type, at) => `$${at + 4}::${type}`).join(', ')})`
    : '';
  const out = (condition: string): string => (table.table === always ? 'false' : condition);
  const [row] = await tx.query<PageRow>(
    `WITH unwatched AS (SELECT * FROM unnest($2::float8[], $3::float8[]) AS u (from_ms, to_ms)),
     page AS (SELECT * FROM ${table.table} t ${begin} ORDER BY ${key.join(', ')} LIMIT $1),
     compared AS (
       SELECT ${name(table, 't')} AS id, ARRAY[${key.map((one) => `${one}::text`).join(', ')}] AS key, s.height,
         CASE WHEN s.subject IS NULL THEN CASE
             WHEN ${table.implied ?? 'false'} THEN NULL
             WHEN ${out(`EXISTS (SELECT 1 FROM unwatched u
               WHERE extract(epoch FROM ${table.madeAt}) * 1000 BETWEEN u.from_ms - ${CLOCKS_MS} AND u.to_ms + ${CLOCKS_MS})`)} THEN 'uncovered'
             ELSE 'extra' END
           WHEN s.hash <> sha256(convert_to(${recordSql(table)}, 'UTF8')) THEN 'changed'
           ${table.content ? `WHEN sha256(${contentSql(table)}) <> t.sha256 THEN 'content'` : ''}
         END AS finding
       FROM page t LEFT JOIN last_entry s ON s.kind = ${table.kind} AND s.subject = ${subjectSql(table)}
     )
     SELECT count(*)::int AS rows, count(*) FILTER (WHERE finding = 'uncovered')::int AS uncovered,
       (SELECT json_agg(json_build_object('id', b.id, 'finding', b.finding, 'height', b.height)) FROM (
         SELECT * FROM compared WHERE finding IN ('changed', 'content', 'extra') LIMIT ${limit.bad}) AS b) AS bad,
       (SELECT key FROM (SELECT t.* FROM page t ORDER BY ${key.map((one) => `${one} DESC`).join(', ')} LIMIT 1) t,
         LATERAL (SELECT ARRAY[${key.map((one) => `${one}::text`).join(', ')}] AS key) AS k) AS after
     FROM compared`,
    [limit.rows, unwatched.map(({ from }) => from), unwatched.map(({ to }) => to), ...(after ?? [])],
  );
  return {
    rows: row?.rows ?? 0,
    uncovered: row?.uncovered ?? 0,
    bad: (row?.bad ?? []).map((one) => ({ ...one, height: one.height ?? undefined })),
    after: row && row.rows === limit.rows ? (row.after ?? undefined) : undefined,
  };
}

/** What a person finds the row by. */
const name = ({ key }: Watched, row: string): string =>
  key.map((one) => `${row}.${one.name}::text`).join(` || '/' || `);

export interface MissingPage {
  readonly missing: readonly { readonly id: string; readonly height: number }[];
  /** Entries whose rows were forgotten in their time, or whose month is detached. */
  readonly gone: number;
  readonly after: Buffer | undefined;
}

interface MissingRow extends Row {
  count: number;
  gone: number;
  missing: { id: string; height: number }[] | null;
  after: Buffer | null;
}

/**
 * One page of the entries of a table whose rows are not there.
 *
 * @param oldest of a table with months: the first one that is attached, Unix milliseconds
 */
export async function missingPage(
  tx: Tx,
  table: Watched,
  expected: { readonly now: number; readonly oldest: number; readonly keep?: Retention },
  after: Buffer | undefined,
  limit: { readonly rows: number; readonly bad: number },
): Promise<MissingPage> {
  const key = keyOfSubjectSql(table);
  const same = table.key.map((one, at) => `t.${one.name} = ${key[at] ?? 'NULL'}`).join(' AND ');
  const days = table.forgotten ? (expected.keep ?? retention)[table.forgotten] : undefined;
  const before = table.monthly ? expected.oldest : days === undefined ? 0 : expected.now - days * 86_400_000;
  const gone =
    before > 0
      ? `(('x' || encode(substring(p.subject FROM 1 FOR 6), 'hex'))::bit(48)::bigint < $3)`
      : 'false';
  const [row] = await tx.query<MissingRow>(
    `WITH page AS (
       SELECT * FROM last_entry s WHERE kind = ${table.kind} AND ($2::bytea IS NULL OR subject > $2) ORDER BY subject LIMIT $1
     ), lacking AS (
       SELECT s.* FROM page s WHERE s.hash <> '\\x${'00'.repeat(32)}'::bytea AND NOT EXISTS (SELECT 1 FROM ${table.table} t WHERE ${same})
     ), judged AS (SELECT p.*, ${gone} AND $3::bigint > 0 AS gone FROM lacking p)
     SELECT (SELECT count(*)::int FROM page) AS count, (SELECT count(*)::int FROM judged WHERE gone) AS gone,
       (SELECT json_agg(json_build_object('id', ${key.map((one) => `(${one})::text`).join(` || '/' || `)}, 'height', s.height))
         FROM (SELECT * FROM judged WHERE NOT gone LIMIT ${limit.bad}) AS s) AS missing,
       (SELECT subject FROM page ORDER BY subject DESC LIMIT 1) AS after`,
    [limit.rows, after ?? null, Math.floor(before)],
  );
  return {
    missing: row?.missing ?? [],
    gone: row?.gone ?? 0,
    after: row && row.count === limit.rows ? (row.after ?? undefined) : undefined,
  };
}

/** The beginning of the first month that is attached; 0 when rows of any time could be there. Unix milliseconds. */
export async function oldestMonth(tx: Tx, table: string): Promise<number> {
  const [row] = await tx.query<{ month: string | null }>(
    `SELECT min(substring(c.relname FROM '_([0-9]{6})$')) AS month FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = to_regclass($1)`,
    [table],
  );
  const month = row?.month;
  return month ? Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)) - 1) : 0;
}

/** The entry that a row would leave now; for tests of what is hashed. */
export const entriesNow = async (tx: Tx, table: Watched): Promise<Buffer[]> =>
  (
    await tx.query<{ entry: Buffer }>(`SELECT ${entrySql(table)} AS entry FROM ${table.table} t LIMIT 100`)
  ).map(({ entry }) => entry);
