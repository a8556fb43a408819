import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Fault, fail, ok, type Result } from '#kernel';
import { advisoryLocks } from './advisory-locks.js';
import { newDataSource } from './database.js';
import { codeOf, storeFault } from './database-error.js';
import { storeFaults } from './faults.js';

export interface MigrateOptions {
  readonly url: string;
  /** How long to wait for a database that does not answer yet, in milliseconds. Default 30 000. */
  readonly reachWithin?: number;
  /** How long to wait for another process that is migrating, in milliseconds. Default 300 000. */
  readonly wait?: number;
}

const lockNotAvailable = '55P03';

/**
 * Brings the tables to this program's version. Of several processes that start together one does it and the others
 * wait.
 *
 * @returns the names of the migrations that ran, none when there was nothing to do
 */
export async function migrate(options: MigrateOptions): Promise<Result<string[], Fault>> {
  const client = await connectWithin(options.url, options.reachWithin ?? 30_000);
  if (!client.ok) return client;
  const wait = options.wait ?? 300_000;
  try {
    await client.value.query(`SET lock_timeout = ${wait}`);
    await client.value.query('SELECT pg_advisory_lock($1)', [advisoryLocks.migration]);
    return await runPending(options.url);
  } catch (error) {
    if (codeOf(error) === lockNotAvailable)
      return fail(storeFaults.make('STORE_MIGRATION_BUSY', { values: { seconds: wait / 1000 } }));
    const fault = storeFault(error);
    if (fault) return fail(fault);
    throw error;
  } finally {
    // The lock is the session's: it goes with the connection.
    await client.value.end().catch(() => undefined);
  }
}

async function runPending(url: string): Promise<Result<string[], Fault>> {
  const source = newDataSource({ url, connections: 1, statementTimeout: 0 });
  await source.initialize();
  try {
    const unknown = await newerThanKnown(source);
    if (unknown !== undefined)
      return fail(storeFaults.make('STORE_SCHEMA_NEWER', { values: { migration: unknown } }));
    return ok((await source.runMigrations()).map(({ name }) => name));
  } finally {
    await source.destroy();
  }
}

async function newerThanKnown(source: ReturnType<typeof newDataSource>): Promise<string | undefined> {
  const [table] = await source.query<{ name: string | null }[]>(
    `SELECT to_regclass('migration')::text AS name`,
  );
  if (!table?.name) return undefined;
  const done = await source.query<{ name: string }[]>('SELECT name FROM migration ORDER BY timestamp DESC');
  const known = new Set(source.migrations.map(({ name, constructor }) => name ?? constructor.name));
  return done.find(({ name }) => !known.has(name))?.name;
}

/** A database that starts together with us, as in a compose file, may take its time. */
async function connectWithin(url: string, time: number): Promise<Result<pg.Client, Fault>> {
  const end = performance.now() + time;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: Math.max(1000, time) });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return ok(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      const fault =
        storeFault(error) ??
        storeFaults.make('STORE_UNAVAILABLE', {
          values: { error: error instanceof Error ? error.message : '' },
        });
      const hopeless = /^(28|3D)/.test(codeOf(error) ?? '');
      if (hopeless || performance.now() > end) return fail(fault);
    }
    await pause(200);
  }
}
