import type { Json, JsonObject } from '#kernel';
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
    const shared = new Map<string, Json>();
    const { $defs: ownKinds, ...fields } = selfContainedObject(documentSchemas[type], shared);
    const $defs = {
      ...plain(ownKinds),
      ...Object.fromEntries([...shared].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
    const schema: unknown = JSON.parse(JSON.stringify({ ...fields, $defs }));
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

/**
 * The schema without references out of it: of the common kinds, simple ones are put in place and objects collected in
 * `shared`. References keep nothing beside them, as the generator wants it; an object that says more where it is used
 * is put in place too.
 */
function selfContained(node: Json, shared: Map<string, Json>): Json {
  if (Array.isArray(node)) return node.map((one) => selfContained(one, shared));
  if (!isObject(node)) return node;
  const { $ref, ...beside } = node;
  if (typeof $ref === 'string') {
    if ($ref.startsWith('#')) return { $ref };
    return referred($ref.slice($ref.lastIndexOf('/') + 1), beside, shared);
  }
  return selfContainedObject(node, shared);
}

function selfContainedObject(node: JsonObject, shared: Map<string, Json>): JsonObject {
  const members: [string, Json][] = [];
  for (const [name, value] of Object.entries(node)) {
    if (value !== undefined && !name.startsWith('x-')) members.push([name, selfContained(value, shared)]);
  }
  return Object.fromEntries(members);
}

function referred(name: string, beside: JsonObject, shared: Map<string, Json>): Json {
  const definitions = commonSchema.$defs;
  const kind = isObject(definitions) ? definitions[name] : undefined;
  if (!isObject(kind)) throw new Error(`there is no common kind ${name}`);
  const said = Object.keys(beside).filter((key) => !key.startsWith('x-') && !annotations.has(key));
  if (kind.type !== 'object' || said.length > 0) return selfContained({ ...kind, ...beside }, shared);
  if (!shared.has(name)) {
    shared.set(name, {});
    shared.set(name, selfContained({ title: capital(name), ...kind }, shared));
  }
  return { $ref: `#/$defs/${name}` };
}

const annotations = new Set(['description', 'title', 'examples', 'default']);

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

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
