import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { sameLook, type Found } from './in-folder.js';

/** Follows no link, and waits for nobody at the other end of a pipe. */
const PLAIN_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The content of a file as it was when it was found complete.
 *
 * @returns undefined when it is another one now, or was written to
 * @throws what the file system says
 */
export async function readFound(file: Found): Promise<Buffer | undefined> {
  const handle = await open(file.path, PLAIN_ONLY);
  try {
    const before = await handle.stat();
    if (!before.isFile() || !sameLook(before, file)) return undefined;
    const content = Buffer.alloc(file.size);
    let at = 0;
    while (at < content.length) {
      const { bytesRead } = await handle.read(content, at, content.length - at, at);
      if (bytesRead === 0) return undefined;
      at += bytesRead;
    }
    return sameLook(await handle.stat(), file) ? content : undefined;
  } finally {
    await handle.close();
  }
}
