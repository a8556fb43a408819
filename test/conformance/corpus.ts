import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A message of somebody else, as the index beside it describes it. */
export interface Sample {
  /** Path in the corpus. */
  readonly file: string;
  readonly family: string;
  readonly type: string;
  readonly wellFormed: boolean;
}

/** The messages of others that stand beside the project; they are read where they are. */
export const corpusFolder = fileURLToPath(new URL('../shared/corpus/', rootOf(import.meta.url)));

/** Undefined where there is no corpus. */
export function corpus(folder = corpusFolder): readonly Sample[] | undefined {
  const index = `${folder}/INDEX.tsv`;
  if (!existsSync(index)) return undefined;
  return readFileSync(index, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [file = '', family = '', type = '', , , , note = ''] = line.split('\t');
      return { file, family, type, wellFormed: note.startsWith('well-formed') };
    });
}

/** The folder with layers.mjs, from the sources and from dist/ alike. */
function rootOf(url: string): URL {
  for (let at = new URL('.', url); at.pathname !== '/'; at = new URL('..', at)) {
    if (existsSync(new URL('layers.mjs', at))) return at;
  }
  throw new Error('not in the repository');
}
