import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { codeOf } from '../database-error.js';
import { migrate } from '../migrate.js';
import { holdsWithin } from '../embedded/processes.js';
import { sharedServer } from './server.js';

export interface TestDatabase {
  readonly url: string;
  /** Cuts every connection to it at once, as a restart of the server does. */
  cutConnections(): Promise<void>;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A migrated database of its own on the shared test server, copied from a template.
 *
 * @example
 * let database: TestDatabase;
 * beforeAll(async () => { database = await freshDatabase(); });
 * afterAll(() => database.drop());
 */
export const freshDatabase = (): Promise<TestDatabase> => create(true);

/** The same without tables. */
export const emptyDatabase = (): Promise<TestDatabase> => create(false);

const folder = new URL('../../../../migrations/', import.meta.url);
const objectInUse = '55006';

async function create(migrated: boolean): Promise<TestDatabase> {
  const server = await sharedServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, async (client) => {
    const template = migrated ? await ensureTemplate(server, client) : 'template0';
    await copy(client, name, template);
  });
  return {
    url: withDatabase(server, name),
    cutConnections: () =>
      onServer(server, async (client) => {
        await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
          name,
        ]);
      }),
    drop: () =>
      onServer(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** One template for each state of the migrations; the first process that needs it makes it. */
async function ensureTemplate(server: string, client: pg.Client): Promise<string> {
  const sources = readdirSync(folder).filter((file) => /^\d+.*\.(ts|js)$/.test(file));
  const hash = createHash('sha256');
  for (const file of sources.sort()) hash.update(file).update(readFileSync(new URL(file, folder)));
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await client.query(`SELECT pg_advisory_lock(1)`);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    await client.query(`DROP DATABASE IF EXISTS ${name}_draft WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}_draft`);
    const done = await migrate({ url: withDatabase(server, `${name}_draft`) });
    if (!done.ok) throw new Error(done.error.text.en);
    await whenUnused(() => client.query(`ALTER DATABASE ${name}_draft RENAME TO ${name}`));
    return name;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(1)`);
  }
}

const copy = (client: pg.Client, name: string, template: string): Promise<void> =>
  whenUnused(() => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));

/** A connection that was closed a moment ago still counts for a moment. */
async function whenUnused(act: () => Promise<unknown>): Promise<void> {
  let last: unknown;
  const done = await holdsWithin(10_000, async () => {
    try {
      await act();
      return true;
    } catch (error) {
      if (codeOf(error) !== objectInUse) throw error;
      last = error;
      return false;
    }
  });
  if (!done) throw last;
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
