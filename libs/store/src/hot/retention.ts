import type { Sql } from '../sql.js';

/** How long what only guards against repetition, or only tells of attempts, is kept. */
export interface Retention {
  /** Days in which the same request again gets the same answer. */
  readonly idempotencyDays: number;
  /** Days in which a message's own reference cannot be used for another one. */
  readonly referenceDays: number;
  /** Days for which the attempts of deliveries can be looked at. */
  readonly attemptDays: number;
  /** Days for which it is known who has read what. */
  readonly readingDays: number;
}

export const retention: Retention = {
  idempotencyDays: 30,
  referenceDays: 730,
  attemptDays: 90,
  readingDays: 1095,
};

/** Rows removed by one statement: short enough that nobody waits for it. */
const ROWS = 5000;

/**
 * Forgets what has had its time, a few rows at a time. Interchanges, documents and deliveries are never forgotten
 * here. Several processes may do it at once.
 *
 * @param now Unix milliseconds
 * @returns rows removed
 */
export async function forgetOld(sql: Sql, now: number, keep: Retention = retention): Promise<number> {
  const before = (days: number): number => now - days * 86_400_000;
  return (
    (await removeAll(
      sql,
      'idempotency',
      `created_at < to_timestamp($1::float8 / 1000)`,
      before(keep.idempotencyDays),
    )) +
    (await removeAll(
      sql,
      'message_identity',
      `created_at < to_timestamp($1::float8 / 1000)`,
      before(keep.referenceDays),
    )) +
    (await removeAll(
      sql,
      'attempt',
      `id < uuid_at(to_timestamp($1::float8 / 1000))`,
      before(keep.attemptDays),
    )) +
    (await removeAll(
      sql,
      'reading',
      `id < uuid_at(to_timestamp($1::float8 / 1000))`,
      before(keep.readingDays),
    ))
  );
}

async function removeAll(sql: Sql, table: string, condition: string, before: number): Promise<number> {
  const text = `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${condition}
    LIMIT ${ROWS} FOR UPDATE SKIP LOCKED))`;
  let removed = 0;
  for (;;) {
    const rows = await sql.execute(text, [before]);
    removed += rows;
    if (rows < ROWS) return removed;
  }
}
