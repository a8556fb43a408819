import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commonSchema, documentSchemas, documentTypes } from '#canonical';
import type { Json, JsonObject } from '#kernel';

/** Folders of schemas/ that the interface is described by, beside those of the documents. */
const folders = ['api', 'answers'] as const;

/** `schemas/` stands at the root, from the sources and from dist/ alike. */
function schemaRoot(): URL {
  for (let at = new URL('.', import.meta.url); at.pathname !== '/'; at = new URL('..', at)) {
    const folder = new URL('schemas/', at);
    if (existsSync(new URL('answers/', folder))) return folder;
  }
  throw new Error('schemas/answers is missing');
}

/**
 * The schemas of schemas/ as components of one document: `$ref`s lead to components, and the marks of a file of its
 * own (`$schema`, `$id`) are gone. OpenAPI 3.1 takes JSON Schema 2020-12 as it is.
 */
export class SchemaComponents {
  readonly schemas: Record<string, JsonObject> = {};
  private readonly nameOfFile = new Map<string, string>();
  private readonly nameOfId = new Map<string, string>();

  constructor() {
    const files = [...sharedSchemas(), ...folders.flatMap(schemasIn)];
    for (const { file, schema } of files) this.name(file, schema);
    for (const { file, schema } of files) {
      const name = this.nameOf(file);
      const { $schema: _schema, $id: _id, ...rest } = schema;
      this.schemas[name] = object(this.relocated(rest, name));
    }
  }

  /** @param file `api/act`, `answers/problem`, `documents/Declaration` */
  reference(file: string): JsonObject {
    return { $ref: `#/components/schemas/${this.nameOf(file)}` };
  }

  private name(file: string, schema: JsonObject): void {
    const name = String(schema.title);
    if ([...this.nameOfFile.values()].includes(name)) throw new Error(`two schemas are called ${name}`);
    this.nameOfFile.set(file, name);
    this.nameOfId.set(String(schema.$id), name);
  }

  private nameOf(file: string): string {
    const name = this.nameOfFile.get(file);
    if (name === undefined) throw new Error(`there is no schema ${file}`);
    return name;
  }

  private relocated(node: Json, name: string): Json {
    if (isList(node)) return node.map((one) => this.relocated(one, name));
    if (node === null || typeof node !== 'object') return node;
    const members: [string, Json][] = [];
    for (const [key, value] of Object.entries(node)) {
      if (value === undefined) continue;
      members.push([
        key,
        key === '$ref' && typeof value === 'string' ? this.target(value, name) : this.relocated(value, name),
      ]);
    }
    return Object.fromEntries(members);
  }

  private target(ref: string, name: string): string {
    const [id = '', pointer = ''] = ref.split('#');
    const target = id === '' ? name : this.nameOfId.get(id);
    if (target === undefined) throw new Error(`schema ${name} refers to ${ref}, which there is not`);
    return `#/components/schemas/${target}${pointer}`;
  }
}

interface SchemaFile {
  readonly file: string;
  readonly schema: JsonObject;
}

const sharedSchemas = (): SchemaFile[] => [
  { file: 'common', schema: commonSchema },
  ...documentTypes.map((type) => ({ file: `documents/${type}`, schema: documentSchemas[type] })),
];

function schemasIn(folder: string): SchemaFile[] {
  const url = new URL(`${folder}/`, schemaRoot());
  return readdirSync(url)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => ({
      file: `${folder}/${name.slice(0, -'.schema.json'.length)}`,
      schema: object(JSON.parse(readFileSync(new URL(name, url), 'utf8'))),
    }));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function object(value: Json): JsonObject {
  if (value === null || typeof value !== 'object' || isList(value)) throw new Error('not a schema');
  return value;
}
