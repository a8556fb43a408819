import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { print } from '../terminal/print.js';
import { generatedFiles } from './generated-files.js';
import { repositoryRoot } from './repository-root.js';

export { repositoryRoot };

/** Writes what is stale, and says so. */
export async function generate(): Promise<ExitCode> {
  const root = repositoryRoot();
  for (const [path, text] of await generatedFiles()) {
    const url = new URL(path, root);
    const old = await readFile(url, 'utf8').catch(() => undefined);
    if (old === text) continue;
    await mkdir(dirname(fileURLToPath(url)), { recursive: true });
    await writeFile(url, text);
    print(path);
  }
  return exitCodes.done;
}
