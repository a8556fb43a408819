import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';
import { type Account, findAccount } from './account.js';
import type { Binaries } from './binaries.js';
import { ensureCluster, superuser } from './cluster.js';
import { freePort, halt, haltOrphans, launch, type Server } from './server.js';
import { asArguments, type Settings } from './settings.js';

const database = 'tongguan';
/** Another program may take the free port between choosing and using it. */
const portAttempts = 5;

export interface Place {
  /** The cluster: what PostgreSQL calls its data directory. */
  readonly folder: string;
  /** What the server says before it opens its own log. */
  readonly log: string;
  readonly programs: Binaries;
  readonly account: Account;
}

export interface StartedCluster {
  readonly url: string;
  readonly server: Server;
  readonly place: Place;
  /** Starts the server again on the same port. */
  again(): Promise<Result<Server, string>>;
}

/**
 * Makes the cluster when it is missing, ends a server that was left over, starts one. Whoever calls this must hold
 * the folder's lock.
 */
export async function startCluster(
  dataDir: string,
  programs: Binaries,
  settings: Settings,
): Promise<Result<StartedCluster, Fault>> {
  const folder = join(dataDir, 'postgres');
  const account = await findAccount(folder, [programs.postgres, folder]);
  if (!account.ok) return account;
  const password = await ensureCluster(folder, join(dataDir, 'postgres.password'), programs, account.value);
  if (!password.ok) return password;
  await mkdir(join(dataDir, 'log'), { recursive: true });
  const log = join(dataDir, 'log', 'postgres-start.log');
  const place: Place = { folder, log, programs, account: account.value };
  await haltOrphans(folder);
  const launched = await launchOnFreePort(place, settings);
  if (!launched.ok) return launched;
  const { server, port } = launched.value;
  const url = `postgres://${superuser}:${password.value}@127.0.0.1:${port}`;
  const prepared = await createDatabase(`${url}/postgres`, log);
  if (!prepared.ok) {
    await halt(folder, server.pid);
    return prepared;
  }
  return ok({ url: `${url}/${database}`, server, place, again: () => launchOn(place, settings, port) });
}

const launchOn = (place: Place, settings: Settings, port: number): Promise<Result<Server, string>> =>
  launch(
    place.programs.postgres,
    place.folder,
    [...asArguments(settings), '-p', `${port}`],
    place.account,
    place.log,
  );

async function launchOnFreePort(
  place: Place,
  settings: Settings,
): Promise<Result<{ server: Server; port: number }, Fault>> {
  let error = '';
  for (let attempt = 0; attempt < portAttempts; attempt++) {
    const port = await freePort();
    const server = await launchOn(place, settings, port);
    if (server.ok) return ok({ server: server.value, port });
    error = server.error;
    if (!/address already in use|could not create any TCP/i.test(error)) break;
  }
  const values = { error, log: join(place.folder, 'log') };
  return fail(storeFaults.make('STORE_START_FAILED', { values }));
}

async function createDatabase(url: string, log: string): Promise<Result<void, Fault>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    return ok(undefined);
  } catch (error) {
    const values = { error: error instanceof Error ? error.message : String(error), log };
    return fail(storeFaults.make('STORE_START_FAILED', { values }));
  } finally {
    await client.end().catch(() => undefined);
  }
}
