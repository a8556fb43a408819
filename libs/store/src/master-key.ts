import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fail, ok, type Result } from '#kernel';
import { writeDurably } from './embedded/cluster.js';
import { storeFaults } from './faults.js';

const length = 32;

/**
 * The key that seals secrets at rest: 32 bytes, from the environment or else from `master.key` in the data folder,
 * made at the first start. Whoever loses it loses the sealed secrets, so it belongs in the backup, apart from the
 * database. Several machines on one database need the same key: give it in the environment.
 *
 * @param fromEnvironment TONGGUAN_MASTER_KEY, base64
 */
export async function loadMasterKey(
  dataDir: string,
  fromEnvironment: string | undefined,
): Promise<Result<Buffer, Fault>> {
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return decode(fromEnvironment, 'TONGGUAN_MASTER_KEY');
  const path = join(dataDir, 'master.key');
  try {
    await mkdir(dataDir, { recursive: true });
    const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return decode(kept ?? (await create(path)), path);
  } catch (error) {
    const values = { folder: dataDir, error: error instanceof Error ? error.message : String(error) };
    return fail(storeFaults.make('STORE_FOLDER_NOT_WRITABLE', { values }));
  }
}

/** Appears complete or not at all; of two that make one at once the first wins. */
async function create(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  await writeDurably(draft, `${randomBytes(length).toString('base64')}\n`);
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(path, 'utf8');
}

function decode(text: string, source: string): Result<Buffer, Fault> {
  const key = Buffer.from(text.trim(), 'base64');
  return key.length === length
    ? ok(key)
    : fail(storeFaults.make('STORE_MASTER_KEY_INVALID', { values: { source } }));
}
