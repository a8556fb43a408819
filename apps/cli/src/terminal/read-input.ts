import { open } from 'node:fs/promises';
import { fail, ok, type Fault, type Result } from '#kernel';
import { cliFaults } from '../faults.js';

/** Bytes of one file that are read at most, unless said: what a hub takes by default. */
export const standardLimit = 10 * 1024 * 1024;

/** Reads a file whole, or standard input for `-`; never more than the limit. */
export async function readInput(file: string, limit = standardLimit): Promise<Result<Buffer, Fault>> {
  try {
    const bytes = file === '-' ? await readBounded(process.stdin, limit) : await readFileBounded(file, limit);
    return bytes ? ok(bytes) : fail(cliFaults.make('CLI_FILE_TOO_LARGE', { values: { file, limit } }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(cliFaults.make('CLI_FILE_UNREADABLE', { values: { file, reason } }));
  }
}

async function readFileBounded(file: string, limit: number): Promise<Buffer | undefined> {
  const handle = await open(file);
  try {
    const entry = await handle.stat();
    if (entry.isFile() && entry.size > limit) return undefined;
    return await readBounded(handle.createReadStream({ autoClose: false }), limit);
  } finally {
    await handle.close();
  }
}

async function readBounded(stream: AsyncIterable<unknown>, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}
