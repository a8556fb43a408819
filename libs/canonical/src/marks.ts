import type { Json, JsonObject } from '#kernel';
import { commonSchema } from './schemas.js';

/** A place that a schema tells of: the steps to it from the document (`*` for every item) and its schema. */
export interface MarkedPlace {
  readonly steps: readonly string[];
  readonly schema: JsonObject;
}

/** Every place of a schema, objects and lists too, with the `$ref`s of its parts resolved. Used once per type. */
export function placesOf(schema: JsonObject): readonly MarkedPlace[] {
  const places: MarkedPlace[] = [];
  visit(schema, [], schema, places);
  return places;
}

/** Calls `found` with each string at these steps and the JSON pointer of it; made once, run for each document. */
export function collector(
  steps: readonly string[],
): (body: Json, found: (value: string, pointer: string) => void) => void {
  return (body, found) => walk(body, steps, 0, '', found);
}

/** Calls `found` with each string at these steps. */
export function eachText(
  value: Json | undefined,
  steps: readonly string[],
  at: number,
  found: (value: string) => void,
): void {
  const step = steps[at];
  if (step === undefined) {
    if (typeof value === 'string') found(value);
  } else if (step === '*') {
    if (!Array.isArray(value)) return;
    const items: readonly Json[] = value;
    for (const item of items) eachText(item, steps, at + 1, found);
  } else if (isObject(value)) {
    eachText(value[step], steps, at + 1, found);
  }
}

function visit(node: JsonObject, steps: readonly string[], root: JsonObject, places: MarkedPlace[]): void {
  const schema = resolved(node, root);
  places.push({ steps, schema });
  const { properties, items } = schema;
  if (isObject(properties)) {
    for (const [name, child] of Object.entries(properties)) {
      if (isObject(child)) visit(child, [...steps, name], root, places);
    }
  }
  if (isObject(items)) visit(items, [...steps, '*'], root, places);
}

function resolved(node: JsonObject, root: JsonObject): JsonObject {
  const ref = node.$ref;
  return typeof ref === 'string' ? { ...referred(ref, root), ...node } : node;
}

/** The definition that a schema refers to: its own, or one of the common ones. */
export function referred(ref: string, root: JsonObject): JsonObject {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  const definitions = ref.startsWith('#') ? root.$defs : commonSchema.$defs;
  const target = isObject(definitions) ? definitions[name] : undefined;
  if (!isObject(target)) throw new Error(`schema refers to ${ref}, which there is not`);
  return target;
}

function walk(
  value: Json | undefined,
  steps: readonly string[],
  at: number,
  pointer: string,
  found: (value: string, pointer: string) => void,
): void {
  const step = steps[at];
  if (step === undefined) {
    if (typeof value === 'string') found(value, pointer);
  } else if (step === '*') {
    if (!Array.isArray(value)) return;
    const items: readonly Json[] = value;
    for (let index = 0; index < items.length; index++) {
      walk(items[index], steps, at + 1, `${pointer}/${index}`, found);
    }
  } else if (isObject(value)) {
    walk(value[step], steps, at + 1, `${pointer}/${step}`, found);
  }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The steps of a JSON pointer. The names in our schemas need no escapes. */
export const stepsOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);
