import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './folders.js';

/** What is being written begins with a dot: nobody takes it for a file. */
const temporary = (name: string): string => `.${name}.tmp`;

/** May be read by the group; removed by whoever may write in the folder. */
const MODE = 0o640;

/**
 * Puts a file in a folder whole: under its name there is nothing, or what was there before, or all of it, also after
 * a crash. The name lasts once {@link settleFolder} was called.
 *
 * @param lasting what can be made again need not be waited for to reach the disk
 * @throws what the file system says; nothing is left behind
 */
export async function putFile(
  folder: string,
  name: string,
  content: Uint8Array,
  lasting: 'lasting' | 'made again' = 'lasting',
): Promise<void> {
  const path = join(folder, temporary(name));
  const file = await created(path);
  try {
    try {
      await file.writeFile(content);
      if (lasting === 'lasting') await file.sync();
    } finally {
      await file.close();
    }
    await rename(path, join(folder, name));
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Always a file of its own: one that lies there, and may be a link to somewhere else, is never written to. */
async function created(path: string) {
  try {
    return await open(path, 'wx', MODE);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await rm(path, { force: true });
    return open(path, 'wx', MODE);
  }
}

/** Makes names in a folder last through a loss of power. */
export async function settleFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
