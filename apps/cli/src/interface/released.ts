import { readFile, mkdir, writeFile } from 'node:fs/promises';
import type { JsonObject } from '#kernel';
import { asyncApiDocument, asyncApiText } from '../../../hub/src/asyncapi/document.js';
import { openApiDocument } from '../../../hub/src/openapi/document.js';
import { openApiText } from '../../../hub/src/openapi/text.js';
import { repositoryRoot } from '../generate/repository-root.js';
import { isBreaking, type Change } from './change.js';
import { compareAsyncApi } from './compare-asyncapi.js';
import { compareOpenApi } from './compare-openapi.js';
import type { Pair } from './compare-schemas.js';

/** Where the descriptions stand that were released last: what others built upon. */
const folder = 'schemas/released/';

interface Description {
  readonly file: string;
  readonly document: () => JsonObject;
  readonly text: () => string;
  readonly compare: (pair: Pair) => Change[];
}

const descriptions: readonly Description[] = [
  { file: 'openapi.json', document: openApiDocument, text: openApiText, compare: compareOpenApi },
  { file: 'asyncapi.json', document: asyncApiDocument, text: asyncApiText, compare: compareAsyncApi },
];

export interface SinceRelease {
  readonly file: string;
  readonly changes: readonly Change[];
  /** Changes that break others, while the first number of the version says that nothing does. */
  readonly unallowed: readonly Change[];
}

/** What is different from what was released last, of every description. One that was never released has no changes. */
export async function changesSinceRelease(): Promise<readonly SinceRelease[]> {
  return Promise.all(
    descriptions.map(async ({ file, document, compare }) => {
      const before = await releasedDocument(file);
      if (!before) return { file, changes: [], unallowed: [] };
      const pair = { before, after: document() };
      const changes = compare(pair);
      return { file, changes, unallowed: unallowed(pair, changes) };
    }),
  );
}

/** What breaks others, unless the version says that something does. */
export const unallowed = ({ before, after }: Pair, changes: readonly Change[]): readonly Change[] =>
  majorOf(after) > majorOf(before) ? [] : changes.filter(isBreaking);

/** What is described now is what others may build upon from now on. */
export async function release(): Promise<readonly string[]> {
  const root = repositoryRoot();
  await mkdir(new URL(folder, root), { recursive: true });
  return Promise.all(
    descriptions.map(async ({ file, text }) => {
      await writeFile(new URL(folder + file, root), text());
      return folder + file;
    }),
  );
}

/** Undefined when there is none. */
export async function releasedDocument(file: string): Promise<JsonObject | undefined> {
  const text = await readFile(new URL(folder + file, repositoryRoot()), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const document: JsonObject = JSON.parse(text);
  return document;
}

/** The 1 of 1.4.2. */
function majorOf({ info }: JsonObject): number {
  const version = typeof info === 'object' && info !== null && 'version' in info ? info.version : '';
  return Number(String(version).split('.')[0]);
}
