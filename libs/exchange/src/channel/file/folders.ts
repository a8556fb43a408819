import { chmod, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of one participant: what it sends and gets, and what became of what it sent. */
export const dropNames = ['in', 'out', 'ack', 'error'] as const;
export type DropName = (typeof dropNames)[number];
export type DropFolders = Readonly<Record<DropName, string>>;

/** Where a participant's folders are: its code is the folder that an SFTP server shows it as `/`. */
export function dropFolders(root: string, participantCode: string): DropFolders {
  const own = (name: DropName): string => join(root, participantCode, name);
  return { in: own('in'), out: own('out'), ack: own('ack'), error: own('error') };
}

/**
 * Makes what is missing of a participant's folders. What is there is left as it is: who owns it and who may read it is
 * for the operator to say.
 *
 * @throws what the file system says, or that something other than a folder stands there
 */
export async function makeDropFolders(root: string, participantCode: string): Promise<DropFolders> {
  const folders = dropFolders(root, participantCode);
  await makeFolder(join(root, participantCode), CLOSED);
  for (const name of dropNames) await makeFolder(folders[name], SHARED);
  return folders;
}

/** The participant's own folder: an SFTP server wants nobody but its owner to write there. */
const CLOSED = 0o755;
/** Group and setgid: what the hub writes belongs to the group of the folder, which is that of the participant. */
const SHARED = 0o2770;

async function makeFolder(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path);
    await chmod(path, mode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // A link in place of a folder would lead out of what is the participant's.
    if (!(await lstat(path)).isDirectory()) throw new Error('ENOTDIR: not a folder', { cause: error });
  }
}

/** The code of an error of the file system: `ENOENT`, `ENOSPC` … */
export function codeOf(error: unknown): string | undefined {
  const coded = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof coded === 'string' ? coded : undefined;
}
