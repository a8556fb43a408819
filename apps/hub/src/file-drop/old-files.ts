import { lstat, opendir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Entries looked at in one folder each time. */
const MOST = 10_000;
/** What was being written for so long was left behind by a process that ended. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/**
 * Removes plain files that were last written to before a time.
 *
 * @param which `all`, or `left behind`: only what was never finished
 */
export async function removeOld(folder: string, which: 'all' | 'left behind', before: number): Promise<void> {
  let count = 0;
  for await (const { name } of await opendir(folder)) {
    if (++count > MOST) return;
    const unfinished = name.startsWith('.') && name.endsWith('.tmp');
    if (which === 'left behind' && !unfinished) continue;
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (stats?.isFile() && stats.mtimeMs < before) await rm(path, { force: true });
  }
}

export const leftBehindBefore = (now: number): number => now - LEFT_BEHIND_MS;
