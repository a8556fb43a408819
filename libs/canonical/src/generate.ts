import type { Json } from '#kernel';
import { isObject } from './marks.js';
import { commonSchema, documentSchemas, documentTypes } from './schemas.js';

/** Where the generated types stand, from the root of the repository. */
export const generatedFolder = 'libs/canonical/src/generated';

const banner = '/* Generated from schemas/ by `npm run generate`. Do not edit. */';

/**
 * The TypeScript types of all documents: file name in {@link generatedFolder} to its text. Called by the command
 * line and by the test that says when the files are stale; the generator is a development dependency, so it is
 * loaded only here.
 */
export async function generateTypes(): Promise<ReadonlyMap<string, string>> {
  const { compile } = await import('json-schema-to-typescript');
  const files = new Map<string, string>();
  for (const type of documentTypes) {
    const schema: unknown = JSON.parse(JSON.stringify(selfContained(documentSchemas[type])));
    const text = await compile(plain(schema), type, {
      bannerComment: banner,
      additionalProperties: false,
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 110 },
    });
    files.set(`${fileName(type)}.ts`, text);
  }
  files.set('index.ts', index());
  return files;
}

/** The common kinds are put in place, and references keep nothing beside them, as the generator wants it. */
function selfContained(node: Json): Json {
  if (Array.isArray(node)) return node.map(selfContained);
  if (!isObject(node)) return node;
  const { $ref, ...beside } = node;
  if (typeof $ref === 'string') {
    if ($ref.startsWith('#')) return { $ref };
    const definitions = commonSchema.$defs;
    const kind = isObject(definitions) ? definitions[$ref.slice($ref.lastIndexOf('/') + 1)] : undefined;
    return selfContained({ ...(isObject(kind) ? kind : {}), ...beside });
  }
  const members: [string, Json][] = [];
  for (const [name, value] of Object.entries(node)) {
    if (value !== undefined && !name.startsWith('x-')) members.push([name, selfContained(value)]);
  }
  return Object.fromEntries(members);
}

function index(): string {
  const imports = documentTypes.map((type) => `import type { ${type} } from './${fileName(type)}.js';`);
  const members = documentTypes.map((type) => `  ${type}: ${type};`);
  return [
    banner,
    ...imports,
    '',
    `export type { ${documentTypes.join(', ')} };`,
    '',
    '/** The body of each document type. */',
    'export interface DocumentBodies {',
    ...members,
    '}',
    '',
    'export type DocumentType = keyof DocumentBodies;',
    '',
  ].join('\n');
}

const fileName = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const plain = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
