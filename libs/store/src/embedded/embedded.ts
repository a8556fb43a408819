import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';
import { type Binaries, findBinaries } from './binaries.js';
import { ensureFolder } from './cluster.js';
import { type FolderLock, lockFolder } from './lock.js';
import { defaultSettings, type Settings } from './settings.js';
import { startCluster } from './start-cluster.js';
import { supervise } from './supervise.js';

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
  const started = await startCluster(dataDir, programs, { ...defaultSettings, ...options.settings });
  if (!started.ok) return started;
  const { url, server, place, again } = started.value;
  return ok({ url, stop: supervise(server, place, again, lock, options.onIncident ?? (() => undefined)) });
}
