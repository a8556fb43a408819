import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { print } from '../terminal/print.js';
import { generatedFiles } from './generated-files.js';

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

/** The folder that has the architecture as data, from the sources and from dist/ alike. */
export function repositoryRoot(): URL {
  for (let at = new URL('.', import.meta.url); at.pathname !== '/'; at = new URL('..', at)) {
    if (existsSync(new URL('layers.mjs', at))) return at;
  }
  throw new Error('not in the repository');
}
