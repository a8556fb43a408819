import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findBinaries } from '../embedded/binaries.js';
import { type FolderLock, lockFolder } from '../embedded/lock.js';
import { isAlive } from '../embedded/processes.js';
import { defaultSettings, type Settings } from '../embedded/settings.js';
import { startCluster } from '../embedded/start-cluster.js';

/** Nothing in a test server outlives it, so it need not wait for the disk. */
const settings: Settings = {
  ...defaultSettings,
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum_naptime: '60s',
};

interface Shared {
  folder: string;
  url: string;
  postmaster: number;
  keeper: number;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const identity = createHash('sha256')
  .update(`${here} ${JSON.stringify(settings)}`)
  .digest('hex')
  .slice(0, 12);
const base = join(tmpdir(), `tongguan-test-${process.getuid?.() ?? 0}-${identity}`);
const pointer = join(base, 'current.json');
const startWithin = 60_000;

/**
 * The URL of the server that all test processes of this working copy share, ready for `CREATE DATABASE`. The first
 * to need it starts it; a keeper process ends it and removes its files a minute after the last user has gone.
 */
export async function sharedServer(): Promise<string> {
  await mkdir(base, { recursive: true });
  await chmod(base, 0o711);
  const running = await attend(await current());
  if (running) return running;
  const lock = await turn();
  try {
    return (await attend(await current())) ?? (await start());
  } finally {
    lock.release();
  }
}

async function current(): Promise<Shared | undefined> {
  const text = await readFile(pointer, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Shared);
}

/** Signs in as a user first and looks again then, because the keeper may just be ending the server. */
async function attend(shared: Shared | undefined): Promise<string | undefined> {
  if (!shared || !isAlive(shared.postmaster)) return undefined;
  const signedIn = await writeFile(join(shared.folder, 'users', `${process.pid}`), '').then(
    () => true,
    () => false,
  );
  const still = await current();
  if (!signedIn || still?.postmaster !== shared.postmaster) return undefined;
  if (!isAlive(shared.keeper)) await point({ ...shared, keeper: keep(shared.folder, shared.postmaster) });
  return shared.url;
}

async function start(): Promise<string> {
  const programs = findBinaries();
  if (!programs.ok) throw new Error(programs.error.text.en);
  const folder = await mkdtemp(join(base, 'server-'));
  await chmod(folder, 0o711);
  await mkdir(join(folder, 'users'));
  await writeFile(join(folder, 'users', `${process.pid}`), '');
  const started = await startCluster(folder, programs.value, settings);
  if (!started.ok) throw new Error(started.error.text.en);
  const { url, server } = started.value;
  await point({ folder, url, postmaster: server.pid, keeper: keep(folder, server.pid) });
  return url;
}

async function point(shared: Shared): Promise<void> {
  const draft = join(base, `current.${process.pid}`);
  await writeFile(draft, JSON.stringify(shared), { mode: 0o600 });
  await rename(draft, pointer);
}

function keep(folder: string, postmaster: number): number {
  const keeper = spawn(process.execPath, [join(here, 'keeper.mjs'), folder, pointer, `${postmaster}`], {
    detached: true,
    stdio: 'ignore',
    env: {},
  });
  keeper.unref();
  return keeper.pid ?? 0;
}

async function turn(): Promise<FolderLock> {
  const end = performance.now() + startWithin;
  for (;;) {
    const lock = await lockFolder(base);
    if (lock.ok) return lock.value;
    if (performance.now() > end) throw new Error(lock.error.text.en);
    await pause(50);
  }
}
