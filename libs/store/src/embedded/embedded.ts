import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';
import { type Account, findAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { ensureCluster, ensureFolder, superuser } from './cluster.js';
import { type FolderLock, lockFolder } from './lock.js';
import { signal } from './processes.js';
import { freePort, halt, haltOrphans, launch, type Server } from './server.js';
import { asArguments, defaultSettings, type Settings } from './settings.js';

export interface EmbeddedOptions {
  /** Holds the cluster in `postgres/`, its password and the lock. Made when missing. */
  readonly dataDir: string;
  /** Changes and additions to `defaultSettings`. */
  readonly settings?: Settings;
  /** Told when the server ended by itself and is started again, or is given up. */
  readonly onIncident?: (fault: Fault) => void;
}

export interface Embedded {
  /** Connects as the owner of the database `tongguan`; stays the same when the server is started again. */
  readonly url: string;
  /** Writes everything and ends the server; the folder is free for the next start after it. */
  stop(): Promise<void>;
}

const database = 'tongguan';
/** Starts again after this many ends within this time; then something is wrong that starting does not mend. */
const restarts = { times: 5, within: 600_000, firstPause: 100 };
/** Another program may take the free port between choosing and using it. */
const portAttempts = 5;

/**
 * A PostgreSQL server of our own, kept in the data folder from start to start. It listens on 127.0.0.1 only, with a
 * password. When this process is killed the server runs on; the next start ends it in order and starts anew.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<Embedded, Fault>> {
  const wanted = resolve(options.dataDir);
  const programs = findBinaries();
  if (!programs.ok) return programs;
  const usable = await ensureFolder(wanted);
  if (!usable.ok) return usable;
  const dataDir = await realpath(wanted);
  const lock = await locked(dataDir);
  if (!lock.ok) return lock;
  const started = await startLocked(dataDir, programs.value, options, lock.value);
  if (!started.ok) lock.value.release();
  return started;
}

async function locked(dataDir: string): Promise<Result<FolderLock, Fault>> {
  try {
    return await lockFolder(dataDir);
  } catch (error) {
    const values = { folder: dataDir, error: error instanceof Error ? error.message : String(error) };
    return fail(storeFaults.make('STORE_FOLDER_NOT_WRITABLE', { values }));
  }
}

async function startLocked(
  dataDir: string,
  programs: Binaries,
  options: EmbeddedOptions,
  lock: FolderLock,
): Promise<Result<Embedded, Fault>> {
  const folder = join(dataDir, 'postgres');
  const account = await findAccount(folder, [programs.postgres, folder]);
  if (!account.ok) return account;
  const password = await ensureCluster(folder, join(dataDir, 'postgres.password'), programs, account.value);
  if (!password.ok) return password;
  await mkdir(join(dataDir, 'log'), { recursive: true });
  const place: Place = {
    folder,
    log: join(dataDir, 'log', 'postgres-start.log'),
    programs,
    account: account.value,
  };
  const settings = { ...defaultSettings, ...options.settings };
  await haltOrphans(folder);
  const first = await launchOnFreePort(place, settings);
  if (!first.ok) return first;
  const { server, port } = first.value;
  const url = `postgres://${superuser}:${password.value}@127.0.0.1:${port}`;
  const prepared = await createDatabase(`${url}/postgres`, place.log);
  if (!prepared.ok) {
    await halt(folder, server.pid);
    return prepared;
  }
  const again = () =>
    launch(programs.postgres, folder, [...asArguments(settings), '-p', `${port}`], place.account, place.log);
  const stop = supervise(server, place, again, lock, options.onIncident ?? (() => undefined));
  return ok({ url: `${url}/${database}`, stop });
}

interface Place {
  folder: string;
  log: string;
  programs: Binaries;
  account: Account;
}

async function launchOnFreePort(
  { programs, folder, account, log }: Place,
  settings: Settings,
): Promise<Result<{ server: Server; port: number }, Fault>> {
  let error = '';
  for (let attempt = 0; attempt < portAttempts; attempt++) {
    const port = await freePort();
    const server = await launch(
      programs.postgres,
      folder,
      [...asArguments(settings), '-p', `${port}`],
      account,
      log,
    );
    if (server.ok) return ok({ server: server.value, port });
    error = server.error;
    if (!/address already in use|could not create any TCP/i.test(error)) break;
  }
  return fail(storeFaults.make('STORE_START_FAILED', { values: { error, log: join(folder, 'log') } }));
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

/** Keeps the server running until the returned function is called or this process ends. */
function supervise(
  first: Server,
  { folder }: Place,
  launchAgain: () => Promise<Result<Server, string>>,
  lock: FolderLock,
  report: (fault: Fault) => void,
): () => Promise<void> {
  let server: Server | undefined = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const ends: number[] = [];
  const log = join(folder, 'log');

  const watch = (watched: Server) =>
    watched.child.once('exit', (code, by) => {
      if (stopping) return;
      server = undefined;
      restarting = restart(by ?? `exit ${code}`);
    });

  async function restart(how: string): Promise<void> {
    const since = performance.now() - restarts.within;
    ends.push(performance.now());
    const recent = ends.filter((at) => at > since).length;
    if (recent > restarts.times) {
      const values = { times: recent, minutes: restarts.within / 60_000, log };
      return report(storeFaults.make('STORE_SERVER_GIVEN_UP', { values }));
    }
    report(storeFaults.make('STORE_SERVER_DIED', { values: { how, log } }));
    await pause(restarts.firstPause * 2 ** recent, undefined, { ref: false });
    if (stopping) return;
    await haltOrphans(folder);
    const next = await launchAgain();
    if (!next.ok) return restart(next.error);
    server = next.value;
    watch(server);
  }

  // A process that ends without stopping us leaves no server behind: the fast shutdown needs nobody to wait for it.
  const atExit = () => {
    if (server) signal(server.pid, 'SIGINT');
    lock.release();
  };
  process.once('exit', atExit);
  watch(first);
  let stopped: Promise<void> | undefined;
  return () =>
    (stopped ??= (async () => {
      stopping = true;
      await restarting;
      if (server) await halt(folder, server.pid);
      process.removeListener('exit', atExit);
      lock.release();
    })());
}
