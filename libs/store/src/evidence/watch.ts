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
  unsettledSql,
} from './watch-sql.js';
import { isSmall } from './watched-table.js';
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

/** Clocks of the processes may be off the database's by so much. */
const CLOCKS_MS = 60_000;

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
      if (last?.watching !== true) {
        // However many rows there are: whoever writes waits for it.
        await tx.query('SET LOCAL statement_timeout TO 0');
        const from = new Date((last?.at.getTime() ?? Date.now()) - CLOCKS_MS);
        for (const statement of unsettledSql()) await tx.execute(statement, [from]);
      }
    }
    return true;
  });
}

interface Switch {
  readonly at: Date;
  readonly watching: boolean;
  readonly definition: string;
}

async function lastSwitch(tx: Tx): Promise<Switch | undefined> {
  const [row] = await tx.query<Switch & Record<string, unknown>>(
    'SELECT at, watching, definition FROM evidence_switch ORDER BY id DESC LIMIT 1',
  );
  return row;
}

async function nothingWritten(tx: Tx): Promise<boolean> {
  const kept = watched.filter((table) => !isSmall(table) && table.table !== always);
  const [row] = await tx.query<{ none: boolean }>(
    `SELECT NOT (${kept.map(({ table }) => `EXISTS (SELECT 1 FROM ${table})`).join(' OR ')}) AS none`,
  );
  return row?.none ?? false;
}
