import { advisoryLocks } from '../advisory-locks.js';
import { codeOf } from '../database-error.js';
import type { Sql, Tx } from '../sql.js';
import {
  always,
  columnsSql,
  definitionOf,
  functionsSql,
  noTriggersSql,
  standSql,
  triggersSql,
} from './watch-sql.js';
import { watched } from './watched.js';

/**
 * Makes the tables leave their entries, or leave none. Called at every start: it does nothing when that is so already.
 * Turning it on or off stands in the chain itself; what is written while it is off is not covered by it.
 *
 * @returns whether anything was changed
 */
export async function watchEvidence(sql: Sql, watching: boolean): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await turn(sql, watching);
    } catch (error) {
      if (attempt === ATTEMPTS || !inEachOthersWay.has(codeOf(error) ?? '')) throw error;
    }
  }
}

/** Another process writes into several tables while the triggers of all of them are made. */
const inEachOthersWay = new Set(['40P01', '55P03']);
const ATTEMPTS = 10;

function turn(sql: Sql, watching: boolean): Promise<boolean> {
  return sql.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.evidenceSwitch]);
    const [columns] = await tx.query<{ columns: string }>(columnsSql);
    const definition = definitionOf(columns?.columns ?? '');
    const last = await lastSwitch(tx);
    if (last?.watching === watching && (!watching || last.definition === definition)) return false;
    // Before the first entry nobody watched, and nobody need be told.
    if (!watching && !last) return false;
    await tx.query(functionsSql());
    await tx.query(watching ? triggersSql() : noTriggersSql());
    // Of now, when it has waited for whoever was writing: later than all that they wrote. With nothing written before,
    // it watches from the beginning of time: no row can be said to be older.
    const since = watching && !last && (await nothingWritten(tx)) ? `to_timestamp(0)` : 'clock_timestamp()';
    await tx.execute(`INSERT INTO evidence_switch (at, watching, definition) VALUES (${since}, $1, $2)`, [
      watching,
      definition,
    ]);
    if (watching) {
      await tx.query(`SET LOCAL timezone TO 'UTC'`);
      await tx.query(standSql());
    }
    return true;
  });
}

async function lastSwitch(tx: Tx): Promise<{ watching: boolean; definition: string } | undefined> {
  const [row] = await tx.query<{ watching: boolean; definition: string }>(
    'SELECT watching, definition FROM evidence_switch ORDER BY id DESC LIMIT 1',
  );
  return row;
}

async function nothingWritten(tx: Tx): Promise<boolean> {
  const kept = watched.filter(({ columns, table }) => columns !== 'all' && table !== always);
  const [row] = await tx.query<{ none: boolean }>(
    `SELECT NOT (${kept.map(({ table }) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')}) AS none`,
  );
  return row?.none ?? false;
}
