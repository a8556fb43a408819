import { documentTypes } from '#canonical';
import type { Json, JsonObject } from '#kernel';
import { maskedText } from '#routing';
import { isList, isRecord } from '../openapi/json-shape.js';

/** What a document need not have any more once a part of it is granted, or what is personal is taken out of a list. */
const unkept: ReadonlySet<string> = new Set(['required', 'minItems', 'minProperties']);
/** What a masked text need not meet. */
const narrowing = ['format', 'pattern', 'enum', 'const'];

/**
 * The schemas of documents as a receiver may rely on them: every member that is there is as the schema says; no member
 * has to be there, as an agreement may grant a part; a personal value may be masked. Written for JSON Schema draft 07, on
 * which the Schema Object of AsyncAPI stands: there a `$ref` has nothing beside it.
 *
 * @param schemas components by name, of draft 2020-12
 */
export function deliveredSchemas(schemas: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
  const documents = new Set<string>(['Common', ...documentTypes]);
  const chosen = Object.entries(schemas).filter(([name]) => documents.has(name) || envelopes.includes(name));
  return Object.fromEntries(
    chosen.map(([name, schema]) => [name, schemaOf(schema, { schemas, relaxed: documents.has(name) })]),
  );
}

const envelopes = ['CloudEvent', 'FeedPage'];

interface Context {
  readonly schemas: Readonly<Record<string, JsonObject>>;
  readonly relaxed: boolean;
}

function schemaOf(schema: JsonObject, context: Context): JsonObject {
  const members: [string, Json][] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (value === undefined || (context.relaxed && unkept.has(key))) continue;
    members.push([key, memberOf(key, value, context)]);
  }
  const all = Object.fromEntries(members);
  const { $ref, ...beside } = all;
  if (typeof $ref !== 'string') return all;
  if (schema['x-privacy'] === 'personal' && narrows(target($ref, context)))
    return { anyOf: [{ $ref }, { const: maskedText }], ...beside };
  return Object.keys(beside).length === 0 ? all : { allOf: [{ $ref }], ...beside };
}

/** Where schemas stand in a schema: names of members are no keywords. */
function memberOf(key: string, value: Json, context: Context): Json {
  if (['properties', 'patternProperties', '$defs'].includes(key) && isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, isRecord(one) ? schemaOf(one, context) : one]),
    );
  if (['items', 'additionalProperties', 'not', 'if', 'then', 'else'].includes(key) && isRecord(value))
    return schemaOf(value, context);
  if (['allOf', 'anyOf', 'oneOf'].includes(key) && isList(value))
    return value.map((one) => (isRecord(one) ? schemaOf(one, context) : one));
  return value;
}

const narrows = (schema: JsonObject): boolean => narrowing.some((keyword) => keyword in schema);

/** @throws when there is no such component */
function target(ref: string, { schemas }: Context): JsonObject {
  const [, , , name = '', ...steps] = ref.split('/');
  let at: Json | undefined = schemas[name];
  for (const step of steps) at = isRecord(at) ? at[step] : undefined;
  if (!isRecord(at)) throw new Error(`there is no ${ref}`);
  return at;
}
