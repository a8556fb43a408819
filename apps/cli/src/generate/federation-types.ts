import { readFile } from 'node:fs/promises';
import { repositoryRoot } from './repository-root.js';

const folder = 'libs/federation/src/generated';
const banner = '/* Generated from schemas/ by `npm run generate`. Do not edit. */';

/** The TypeScript types of what nodes tell each other: path to text. */
export async function federationTypes(): Promise<ReadonlyMap<string, string>> {
  const { compile } = await import('json-schema-to-typescript');
  const files = new Map<string, string>();
  for (const name of ['directory', 'node-entry']) {
    const schema: object = JSON.parse(
      await readFile(new URL(`schemas/${name}.schema.json`, repositoryRoot()), 'utf8'),
    );
    const text = await compile(schema, name, {
      bannerComment: banner,
      additionalProperties: false,
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 110 },
    });
    files.set(`${folder}/${name}.ts`, text);
  }
  return files;
}
