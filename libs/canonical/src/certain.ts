import type { Json, JsonObject } from '#kernel';
import { isObject, referred } from './marks.js';

/** True only for what the schema surely allows. False says nothing: the validator that can explain decides. */
export type Certain = (value: Json) => boolean;

const never: Certain = () => false;

/** What our schemas say besides these neither allows nor forbids anything; a keyword that is not known is never certain. */
const annotations = /^(?:x-.+|\$schema|\$id|\$defs|\$comment|title|description|examples|kind|pointers)$/;

/**
 * Compiles a schema to a walk over what a document has, instead of over all that it may have. Nearly every document is
 * valid, so that the validator is asked about a few only.
 *
 * @param root the schema that local references are resolved in
 */
export function compileCertain(root: JsonObject): Certain {
  return new Compiler(root).check(root);
}

class Compiler {
  /** Each part of the schema once: definitions are referred to many times, and may refer to themselves. */
  private readonly known = new Map<JsonObject, Certain>();

  constructor(private readonly root: JsonObject) {}

  check(schema: JsonObject): Certain {
    const before = this.known.get(schema);
    if (before) return before;
    let compiled = never;
    this.known.set(schema, (value) => compiled(value));
    compiled = this.compile(schema);
    this.known.set(schema, compiled);
    return compiled;
  }

  private compile(schema: JsonObject): Certain {
    const { $ref: ref, ...own } = schema;
    const says = Object.keys(own).filter((keyword) => !annotations.test(keyword));
    if (typeof ref === 'string') {
      const target = this.check(referred(ref, this.root));
      if (says.length === 0) return target;
      const rest = this.compile(own);
      return (value) => target(value) && rest(value);
    }
    const { type } = schema;
    const keywords = typeof type === 'string' ? byType[type] : undefined;
    if (!keywords || says.some((keyword) => keyword !== 'type' && !keywords.includes(keyword))) return never;
    if (type === 'string') return ofString(schema);
    if (type === 'array') return this.ofArray(schema);
    if (type === 'object') return this.ofObject(schema);
    return type === 'boolean' ? (value) => typeof value === 'boolean' : (value) => Number.isInteger(value);
  }

  private ofArray({ items, minItems, maxItems }: JsonObject): Certain {
    const least = numberOr(minItems, 0);
    const most = numberOr(maxItems, Infinity);
    const item = isObject(items) ? this.check(items) : never;
    return (value) => {
      if (!isList(value) || value.length < least || value.length > most) return false;
      for (const each of value) if (!item(each)) return false;
      return true;
    };
  }

  private ofObject({ properties, required, minProperties, additionalProperties }: JsonObject): Certain {
    if (additionalProperties !== false || !isObject(properties)) return never;
    const members = new Map<string, Certain>();
    for (const [name, schema] of Object.entries(properties)) {
      members.set(name, isObject(schema) ? this.check(schema) : never);
    }
    const needed = isList(required) ? required.map(String) : [];
    const least = numberOr(minProperties, 0);
    return (value) => {
      if (!isObject(value)) return false;
      let count = 0;
      for (const name in value) {
        const member = members.get(name);
        const inside = value[name];
        if (!member || inside === undefined || !member(inside)) return false;
        count++;
      }
      for (const name of needed) if (value[name] === undefined) return false;
      return count >= least;
    };
  }
}

/** The keywords that are understood for each type. */
const byType: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'required', 'minProperties', 'additionalProperties'],
  boolean: [],
  integer: [],
};

/** Lengths are of characters, which are at most as many as units, and at least half as many. */
function ofString({ minLength, maxLength, pattern, format }: JsonObject): Certain {
  const fewest = numberOr(minLength, 0);
  const least = fewest > 1 ? fewest * 2 : fewest;
  const most = numberOr(maxLength, Infinity);
  if (format !== undefined && format !== 'date') return never;
  const tests = [
    ...(typeof pattern === 'string' ? [new RegExp(pattern, 'u')] : []),
    ...(format === 'date' ? [anyDate] : []),
  ];
  const fits = (value: Json): value is string =>
    typeof value === 'string' && value.length >= least && value.length <= most;
  const [test, ...others] = tests;
  if (!test) return fits;
  return (value) => fits(value) && test.test(value) && others.every((other) => other.test(value));
}

/** Dates that there are in every month; the last days are for the validator. */
const anyDate = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$/;

const numberOr = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
