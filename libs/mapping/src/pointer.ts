import type { Json, JsonObject } from '#kernel';

/** Documents being made. Only these functions change them. */
export interface Draft {
  [key: string]: Json | undefined;
}

/** Names that would reach into the prototype, and the empty name, which the engine keeps for items that are values. */
const refused = new Set(['', '__proto__', 'constructor', 'prototype']);

/** Tokens of a JSON pointer (RFC 6901); undefined when it is none or has a name that a document may not have. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  const tokens = pointer
    .slice(1)
    .split('/')
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'));
  return tokens.some((token) => refused.has(token)) ? undefined : tokens;
}

export type Put = (target: Draft, value: Json) => void;

/** Sets a value, making the objects on the way. An empty pointer sets the item itself, under the empty name. */
export function compilePut(tokens: readonly string[]): Put {
  const last = tokens[tokens.length - 1] ?? '';
  const way = tokens.slice(0, -1);
  if (way.length === 0) {
    return (target, value) => {
      target[last] = value;
    };
  }
  return (target, value) => {
    let at = target;
    for (const token of way) at = inner(at, token);
    at[last] = value;
  };
}

/** The object under a name, made where there is none. */
export function inner(target: Draft, token: string): Draft {
  const found = target[token];
  if (isDraft(found)) return found;
  const made: Draft = {};
  target[token] = made;
  return made;
}

/** Attaches a part that was made for this target, without a copy where nothing stands in its place. */
export function compileAttach(tokens: readonly string[]): (target: Draft, part: Draft) => void {
  const last = tokens[tokens.length - 1] ?? '';
  const way = tokens.slice(0, -1);
  return (target, part) => {
    let at = target;
    for (const token of way) at = inner(at, token);
    const there = at[last];
    if (isDraft(there)) merge(there, part);
    else at[last] = part;
  };
}

export type Get = (source: Json | undefined) => Json | undefined;

export function compileGet(tokens: readonly string[]): Get {
  const [only] = tokens;
  if (only === undefined) return (source) => source;
  if (tokens.length === 1) return (source) => member(source, only);
  return (source) => {
    let at = source;
    for (const token of tokens) at = member(at, token);
    return at;
  };
}

/** Of a list, the item of this number: rules that write may take single items out of one. */
function member(source: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(source))
    return /^\d{1,4}$/.test(token) ? (source[Number(token)] ?? undefined) : undefined;
  return isObject(source) && Object.hasOwn(source, token) ? source[token] : undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDraft = (value: Json | undefined): value is Draft => isObject(value);

/**
 * Puts the members of one object into another, object into object. What is put is a copy, but for members of `alone`,
 * of which the target has nothing and gets nothing else.
 */
export function merge(target: Draft, from: JsonObject, alone?: ReadonlySet<string>): void {
  for (const key of Object.keys(from)) {
    const value = from[key];
    if (alone?.has(key)) target[key] = value;
    else if (isObject(value)) merge(inner(target, key), value);
    else target[key] = isList(value) ? value.map(copy) : value;
  }
}

function copy(value: Json): Json {
  if (isList(value)) return value.map(copy);
  if (!isObject(value)) return value;
  const made: Draft = {};
  merge(made, value);
  return made;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
