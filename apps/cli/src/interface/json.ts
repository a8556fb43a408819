import type { Json, JsonObject } from '#kernel';

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Empty when it is none: descriptions are read as far as they are there. */
export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !isList(value) ? value : {};

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

export const textsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string');

/** What a `$ref` leads to, or the object itself. A reference that leads nowhere reads as empty. */
export function resolved(value: Json | undefined, document: JsonObject): JsonObject {
  const object = objectOf(value);
  const { $ref } = object;
  if (typeof $ref !== 'string') return object;
  let at: Json | undefined = document;
  for (const step of $ref.split('/').slice(1))
    at = objectOf(at)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  return resolved(at, document);
}

/** Names of both, each once. */
export const namesOf = (before: JsonObject, after: JsonObject): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];
