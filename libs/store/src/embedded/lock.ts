import { randomUUID } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { link, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';
import { isAlive, startedAt } from './processes.js';

export interface FolderLock {
  /** Synchronous, so that it also works while the process is ending. */
  release(): void;
}

interface Owner {
  pid: number;
  /** See `startedAt`; absent where the system does not tell. */
  began?: string;
  /** Of another machine or container nothing is known but that it touches its lock. */
  host: string;
  token: string;
}

/** How often an owner touches its lock, and after how long another host's counts as dead, in milliseconds. */
const touchEvery = 5_000;
const deadAfter = 30_000;

/** Locks of this process, for systems where the age of a process is not known. */
const ours = new Set<string>();

/**
 * One process per data folder. The lock is a file that names its owner; it appears complete or not at all (a hard
 * link). The lock of a dead owner is taken over: moved aside first, and put back if it turns out that another start
 * was quicker and the file moved was its fresh lock.
 */
export async function lockFolder(folder: string): Promise<Result<FolderLock, Fault>> {
  const path = join(folder, 'lock');
  const began = startedAt(process.pid);
  const own: Owner = { pid: process.pid, host: hostname(), token: randomUUID(), ...(began ? { began } : {}) };
  const draft = `${path}.${own.token}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o644 });
  ours.add(own.token);
  try {
    for (let round = 0; round < 20; round++) {
      if (await linked(draft, path)) return ok(held(path, own.token));
      const owner = await ownerOf(path);
      if (owner && (await holds(path, owner))) return inUse(folder, owner, own.token);
      await moveAside(path, owner, `${draft}.stale`);
    }
    return inUse(folder, { pid: 0, host: 'unknown' }, own.token);
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

function inUse(folder: string, owner: Pick<Owner, 'pid' | 'host'>, token: string): Result<never, Fault> {
  ours.delete(token);
  const { pid, host } = owner;
  return fail(storeFaults.make('STORE_FOLDER_IN_USE', { values: { folder, pid, host } }));
}

function held(path: string, token: string): FolderLock {
  const touch = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, touchEvery);
  touch.unref();
  return {
    release() {
      clearInterval(touch);
      release(path, token);
    },
  };
}

async function moveAside(path: string, stale: Owner | undefined, aside: string): Promise<void> {
  await rename(path, aside).catch(() => undefined);
  const moved = await ownerOf(aside);
  if (moved && moved.token !== stale?.token) {
    await linked(aside, path);
    // Whoever was moved by mistake is there again before anybody looks a second time.
    await pause(50);
  }
  await unlink(aside).catch(() => undefined);
}

const linked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
      throw error;
    },
  );

async function holds(path: string, owner: Owner): Promise<boolean> {
  if (ours.has(owner.token)) return true;
  if (owner.host !== hostname()) {
    const touched = await stat(path).catch(() => undefined);
    return touched !== undefined && Date.now() - touched.mtimeMs < deadAfter;
  }
  if (!isAlive(owner.pid)) return false;
  if (owner.began !== undefined) return startedAt(owner.pid) === owner.began;
  return owner.pid !== process.pid;
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  return parse(await readFile(path, 'utf8').catch(() => ''));
}

function parse(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('token' in value))
      return undefined;
    if (typeof value.pid !== 'number' || typeof value.token !== 'string') return undefined;
    const began = 'began' in value && typeof value.began === 'string' ? { began: value.began } : {};
    const host = 'host' in value && typeof value.host === 'string' ? value.host : hostname();
    return { pid: value.pid, host, token: value.token, ...began };
  } catch {
    return undefined;
  }
}

function release(path: string, token: string): void {
  ours.delete(token);
  try {
    if (parse(readFileSync(path, 'utf8'))?.token === token) unlinkSync(path);
  } catch {
    // The folder is gone: so is the lock.
  }
}
