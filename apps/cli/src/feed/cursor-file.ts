import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Fault } from '#kernel';
import { cliFaults } from '../faults.js';
import { reasonOf } from '../send/post-interchange.js';

/** The cursor of a run before; undefined when there was none. */
export async function keptIn(file: string | undefined): Promise<string | undefined> {
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  return text?.trim() || undefined;
}

/** Whole or not at all: a run that is ended meanwhile leaves the cursor before. */
export async function keep(file: string | undefined, cursor: string): Promise<Fault | undefined> {
  if (file === undefined) return undefined;
  try {
    await writeFile(`${file}.new`, `${cursor}\n`);
    await rename(`${file}.new`, file);
    return undefined;
  } catch (error) {
    return cliFaults.make('CLI_CURSOR_UNKEPT', { values: { file, reason: reasonOf(error) } });
  }
}
