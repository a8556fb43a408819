import { parentPort, workerData } from 'node:worker_threads';
import { adapters } from '#adapters';
import { openSql } from '#store';
import { useCodeLists } from '../../code-lists.js';
import { performDryRun } from './perform-dry-run.js';

/** What a dry run is started with. */
export interface DryRunStart {
  readonly databaseUrl: string;
  readonly id: string;
}

/** A rare kind of message is looked for through all that is stored. */
const statementTimeout = 600_000;

/** A dry run in a thread of its own, which ends with it: reading ten thousand messages keeps no sender waiting. */
async function main({ databaseUrl, id }: DryRunStart): Promise<void> {
  useCodeLists(process.env['CODE_LISTS']?.trim() || undefined);
  const sql = openSql({ url: databaseUrl, connections: 1, statementTimeout, name: 'tongguan-dry-run' });
  try {
    parentPort?.postMessage(await performDryRun(sql, databaseUrl, adapters, id));
  } finally {
    await sql.end();
  }
}

const started: DryRunStart = workerData;
await main(started);
