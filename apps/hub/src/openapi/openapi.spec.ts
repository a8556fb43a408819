import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json, JsonObject } from '#kernel';
import { listOf, membersOf, objectOf, textOf } from '../docs/json-reading.js';
import { schemasOf } from '../docs/schema-section.js';
import { openApiDocument } from './document.js';
import { shape } from './testing/openapi-shape.js';

const document = openApiDocument();
const components = objectOf(document.components);

const entries = membersOf(document.paths).flatMap(([path, item]) =>
  membersOf(item).map(([method, operation]) => ({ id: `${method} ${path}`, path, method, operation })),
);

/** Every value in the description, with the pointer to it. */
function* nodes(value: Json | undefined, at = '#'): Generator<[string, JsonObject]> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* nodes(one, `${at}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    yield [at, objectOf(value)];
    for (const [name, one] of Object.entries(value)) yield* nodes(one, `${at}/${name}`);
  }
}

function resolve(ref: string): Json | undefined {
  let value: Json | undefined = document;
  for (const step of ref.split('/').slice(1)) value = objectOf(value)[step];
  return value;
}

function parametersOf(operation: JsonObject): JsonObject[] {
  return listOf(operation.parameters).map((one) => objectOf(resolve(textOf(objectOf(one).$ref))));
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'https://tongguan.dev/openapi.json', ...document });
const checker = (ref: string) => ajv.compile({ $ref: `https://tongguan.dev/openapi.json${ref}` });

it('has the shape of an OpenAPI 3.1 document', () => {
  const check = new Ajv2020({ allErrors: true, strict: false }).compile(shape);
  check(document);
  expect(check.errors ?? []).toEqual([]);
});

it('leads every reference somewhere', () => {
  const broken = [...nodes(document)]
    .filter(([, node]) => typeof node.$ref === 'string' && resolve(textOf(node.$ref)) === undefined)
    .map(([at]) => at);
  expect(broken).toEqual([]);
});

it('has only schemas that can be compiled', () => {
  const names = Object.keys(objectOf(components.schemas));
  expect(names).toEqual(expect.arrayContaining(['Problem', 'Interchange', 'Declaration', 'NewRoute']));
  for (const name of names) expect(() => checker(`#/components/schemas/${name}`)).not.toThrow();
});

it('names operations uniquely and says both languages', () => {
  const ids = entries.map(({ operation }) => textOf(operation.operationId));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operation } of entries) {
    const { zh, en } = objectOf(objectOf(operation['x-texts']).summary);
    expect(textOf(zh)).toMatch(/[\u4e00-\u9fff]/);
    expect(textOf(en)).toMatch(/^[\x20-\x7e]+$/);
  }
});

it('describes every member of requests and answers in both languages', () => {
  const silent = schemasOf(document).interface.flatMap(([name, schema]) =>
    membersOf(schema.properties)
      .filter(([, member]) => !('const' in member) && !(textOf(member.description) && textOf(member['x-zh'])))
      .map(([member]) => `${name}.${member}`),
  );
  expect(silent).toEqual([]);
});

it('declares the parameters of every path', () => {
  for (const { id, path, operation } of entries) {
    const inPath = parametersOf(operation).filter((one) => one.in === 'path');
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect({ id, names: inPath.map(({ name }) => name) }).toEqual({ id, names });
  }
});

it('gives examples that meet their own schemas', () => {
  for (const { id, operation } of entries) {
    for (const { schema, example, name } of parametersOf(operation)) {
      if (example === undefined) continue;
      expect({ id, name, errors: errorsOf(objectOf(schema), example) }).toEqual({ id, name, errors: [] });
    }
    const media = objectOf(objectOf(objectOf(operation.requestBody).content)['application/json']);
    if (media.schema === undefined) continue;
    const check = checker(textOf(objectOf(media.schema).$ref));
    check(media.example);
    expect({ id, errors: check.errors ?? [] }).toEqual({ id, errors: [] });
  }
});

it('answers every failure with a problem that is one', () => {
  const problem = checker('#/components/schemas/Problem');
  for (const { id, operation } of entries) {
    const failures = membersOf(operation.responses).filter(([, answer]) => answer['x-faults'] !== undefined);
    expect({ id, statuses: failures.map(([status]) => status) }).toEqual({
      id,
      statuses: expect.arrayContaining(['500']),
    });
    for (const [status, answer] of failures) {
      const media = objectOf(objectOf(answer.content)['application/problem+json']);
      expect(objectOf(media.schema).$ref).toBe('#/components/schemas/Problem');
      const [example] = membersOf(media.examples).map(([, one]) => objectOf(resolve(textOf(one.$ref))).value);
      problem(example);
      expect({ id, status, errors: problem.errors ?? [] }).toEqual({ id, status, errors: [] });
      expect(objectOf(example).status).toBe(Number(status));
    }
  }
});

it('says for every operation behind a key what becomes of a request without one', () => {
  for (const { id, path, operation } of entries) {
    const statuses = Object.keys(objectOf(operation.responses));
    expect({ id, closed: statuses.includes('401') }).toEqual({
      id,
      closed: /^\/v1\/(?!checkpoints|directory)/.test(path),
    });
    expect({ id, admin: operation['x-role'] === 'administrator' }).toEqual({
      id,
      admin: path.startsWith('/v1/admin/'),
    });
  }
});

function errorsOf(schema: JsonObject, value: Json): unknown[] {
  const check = ajv.compile(schema);
  check(value);
  return check.errors ?? [];
}
