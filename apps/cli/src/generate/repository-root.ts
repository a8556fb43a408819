import { existsSync } from 'node:fs';

/** The folder that has the architecture as data, from the sources and from dist/ alike. */
export function repositoryRoot(): URL {
  for (let at = new URL('.', import.meta.url); at.pathname !== '/'; at = new URL('..', at)) {
    if (existsSync(new URL('layers.mjs', at))) return at;
  }
  throw new Error('not in the repository');
}
