import type { Json, JsonObject } from '#kernel';
import type { Change, ChangeKind } from './change.js';
import { isList, listOf, namesOf, objectOf, resolved, textsOf } from './json.js';

/** Who writes what the schema is of: in `request` the other side, which breaks when less is taken; in `answer` the hub. */
export type Direction = 'request' | 'answer';

/** Two descriptions of the same thing. */
export interface Pair {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

const lower = ['minLength', 'minItems', 'minProperties', 'minimum'] as const;
const upper = ['maxLength', 'maxItems', 'maxProperties', 'maximum'] as const;
const depthMost = 64;

/** Finds what is different between the schemas of two descriptions, each pair of references once for each direction. */
export class SchemaComparison {
  private readonly seen = new Set<string>();

  constructor(private readonly documents: Pair) {}

  /** @param at where, for the reader: `GET /v1/documents answer 200` */
  compare(
    before: Json | undefined,
    after: Json | undefined,
    direction: Direction,
    at: string,
    depth = 0,
  ): Change[] {
    const key = this.keyOf(before, after, direction);
    if (depth > depthMost || (key !== undefined && this.seen.has(key))) return [];
    if (key !== undefined) this.seen.add(key);
    const pair = {
      before: flattened(before, this.documents.before),
      after: flattened(after, this.documents.after),
    };
    return [
      ...types(pair, direction, at),
      ...values(pair, direction, at),
      ...bounds(pair, direction, at),
      ...forms(pair, direction, at),
      ...conditions(pair, direction, at),
      ...this.members(pair, direction, at, depth),
      ...this.below(pair, direction, at, depth),
      ...this.alternatives(pair, direction, at, depth),
    ];
  }

  /** Components are compared once, where they are met first. */
  private keyOf(before: Json | undefined, after: Json | undefined, direction: Direction): string | undefined {
    const [one, other] = [objectOf(before)['$ref'], objectOf(after)['$ref']];
    return typeof one === 'string' && typeof other === 'string' ? `${direction} ${one} ${other}` : undefined;
  }

  private members({ before, after }: Pair, direction: Direction, at: string, depth: number): Change[] {
    const [own, now] = [objectOf(before['properties']), objectOf(after['properties'])];
    const [needed, needs] = [textsOf(before['required']), textsOf(after['required'])];
    const closes = direction === 'request' && after['additionalProperties'] === false;
    const changes: Change[] = [];
    if (closes && before['additionalProperties'] !== false && 'properties' in before)
      changes.push({ kind: 'closed', at });
    for (const name of namesOf(own, now)) {
      const where = inside(at, name);
      if (!(name in own)) changes.push({ kind: 'member-added', at: where });
      else if (!(name in now)) {
        if (direction === 'answer' || closes) changes.push({ kind: 'member-removed', at: where });
      } else changes.push(...this.compare(own[name], now[name], direction, where, depth + 1));
      if (direction === 'request' && needs.includes(name) && !needed.includes(name))
        changes.push({ kind: 'member-required', at: where });
      if (direction === 'answer' && needed.includes(name) && !needs.includes(name) && name in now)
        changes.push({ kind: 'member-optional', at: where });
    }
    return changes;
  }

  private below({ before, after }: Pair, direction: Direction, at: string, depth: number): Change[] {
    return (['items', 'additionalProperties'] as const).flatMap((keyword) => {
      const [own, now] = [before[keyword], after[keyword]];
      if (typeof own !== 'object' || typeof now !== 'object') return [];
      return this.compare(own, now, direction, `${at}${keyword === 'items' ? '[]' : '{}'}`, depth + 1);
    });
  }

  private alternatives({ before, after }: Pair, direction: Direction, at: string, depth: number): Change[] {
    const [own, now] = [alternativesOf(before), alternativesOf(after)];
    if (own.size === 0 && now.size === 0) return [];
    const changes: Change[] = [];
    for (const [name, schema] of own) {
      const other = now.get(name);
      if (other !== undefined) changes.push(...this.compare(schema, other, direction, at, depth + 1));
      else if (now.size > 0 && direction === 'request')
        changes.push({ kind: 'alternative-removed', at, detail: name });
    }
    for (const name of now.keys())
      if (own.size > 0 && !own.has(name)) changes.push({ kind: 'alternative-added', at, detail: name });
    if (own.size === 0 && direction === 'request')
      changes.push({ kind: 'alternative-removed', at, detail: `all but ${[...now.keys()].join(', ')}` });
    return changes;
  }
}

/** `GET /v1/documents answer 200 /items[]/id` */
const inside = (at: string, name: string): string =>
  / \/\S*$/.test(at.replace(/^\S+ \/\S*/, '')) ? `${at}/${name}` : `${at} /${name}`;

/** The schema with what it refers to and with what `allOf` joins, on one level. */
function flattened(schema: Json | undefined, document: JsonObject): JsonObject {
  const { $ref, allOf, ...own } = objectOf(schema);
  const parts = [
    ...(typeof $ref === 'string' ? [flattened(resolved({ $ref }, document), document)] : []),
    ...listOf(allOf).map((one) => flattened(one, document)),
    own,
  ];
  return parts.reduce<JsonObject>(joined, {});
}

function joined(one: JsonObject, other: JsonObject): JsonObject {
  const properties = { ...objectOf(one['properties']), ...objectOf(other['properties']) };
  const required = [...new Set([...textsOf(one['required']), ...textsOf(other['required'])])];
  const found = [one, other].flatMap((part) => [
    ...textsOf(part[conditioned]),
    ...opaque
      .filter((keyword) => keyword in part)
      .map((keyword) => `${keyword} ${JSON.stringify(part[keyword])}`),
  ]);
  return {
    ...without(one),
    ...without(other),
    ...(found.length > 0 ? { [conditioned]: found } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** Keywords that are not looked into: nobody can say of two conditions which one takes more. */
const opaque = ['if', 'then', 'else', 'not', 'dependentRequired', 'propertyNames', 'contains', 'uniqueItems'];
const conditioned = 'x-conditions';
const without = (schema: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => !opaque.includes(keyword)));

/** A new condition is one that what was written before may not meet. */
function conditions({ before, after }: Pair, direction: Direction, at: string): Change[] {
  const own = textsOf(before[conditioned]);
  const added = textsOf(after[conditioned]).filter((one) => !own.includes(one));
  return direction === 'request' ? added.map((detail) => ({ kind: 'form-changed', at, detail })) : [];
}

function types({ before, after }: Pair, direction: Direction, at: string): Change[] {
  const [own, now] = [typesOf(before), typesOf(after)];
  const detail = `${own.join('|') || 'any'} → ${now.join('|') || 'any'}`;
  if (direction === 'request') return covers(now, own) ? [] : [{ kind: 'type-narrowed', at, detail }];
  return covers(own, now) ? [] : [{ kind: 'type-widened', at, detail }];
}

/** Whether everything that `some` allows is allowed by `all`; no types: any. */
const covers = (all: readonly string[], some: readonly string[]): boolean =>
  all.length === 0 ||
  (some.length > 0 &&
    some.every((type) => all.includes(type) || (type === 'integer' && all.includes('number'))));

const typesOf = ({ type }: JsonObject): readonly string[] =>
  typeof type === 'string' ? [type] : textsOf(type);

function values({ before, after }: Pair, direction: Direction, at: string): Change[] {
  const [own, now] = [valuesOf(before), valuesOf(after)];
  if (!now) return own && direction === 'answer' ? [{ kind: 'value-added', at, detail: 'any' }] : [];
  if (!own)
    return direction === 'request'
      ? [{ kind: 'value-removed', at, detail: `all but ${now.join(', ')}` }]
      : [];
  if (!own.some((one) => now.includes(one)))
    return [{ kind: 'value-changed', at, detail: `${own.join(', ')} → ${now.join(', ')}` }];
  const removed = direction === 'request' ? own.filter((one) => !now.includes(one)) : [];
  const added = now.filter((one) => !own.includes(one));
  return [
    ...(removed.length > 0 ? [{ kind: 'value-removed', at, detail: removed.join(', ') } as const] : []),
    ...(added.length > 0 ? [{ kind: 'value-added', at, detail: added.join(', ') } as const] : []),
  ];
}

function valuesOf(schema: JsonObject): readonly string[] | undefined {
  if ('const' in schema) return [JSON.stringify(schema['const'])];
  return isList(schema['enum']) ? schema['enum'].map((one) => JSON.stringify(one)) : undefined;
}

/** What the other side writes must still fit; what the hub writes may grow, which is said. */
function bounds({ before, after }: Pair, direction: Direction, at: string): Change[] {
  const change = (
    keyword: string,
    own: Json | undefined,
    now: Json | undefined,
    narrows: boolean,
  ): Change[] => {
    if (own === now) return [];
    const kind: ChangeKind = narrows ? 'bound-narrowed' : 'bound-widened';
    if (narrows && direction === 'answer') return [];
    return [{ kind, at, detail: `${keyword} ${shown(own)} → ${shown(now)}` }];
  };
  return [
    ...lower.flatMap((keyword) => {
      const [own, now] = [before[keyword], after[keyword]];
      return change(keyword, own, now, Number(now ?? -Infinity) > Number(own ?? -Infinity));
    }),
    ...upper.flatMap((keyword) => {
      const [own, now] = [before[keyword], after[keyword]];
      return change(keyword, own, now, Number(now ?? Infinity) < Number(own ?? Infinity));
    }),
  ];
}

/** Nobody can say of two patterns which one takes more: any other one breaks, and so does one where there was none. */
function forms({ before, after }: Pair, direction: Direction, at: string): Change[] {
  return (['format', 'pattern'] as const).flatMap((keyword): Change[] => {
    const [own, now] = [before[keyword], after[keyword]];
    const harmless = direction === 'request' ? now === undefined : own === undefined;
    if (own === now || harmless) return [];
    return [{ kind: 'form-changed', at, detail: `${keyword} ${shown(own)} → ${shown(now)}` }];
  });
}

const shown = (value: Json | undefined): string => (value === undefined ? '-' : String(value));

/** By what tells them apart: the component, a constant, or how they are written. */
function alternativesOf(schema: JsonObject): ReadonlyMap<string, Json> {
  const all = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];
  return new Map(
    all.map((one): [string, Json] => {
      const { $ref, type, required } = objectOf(one);
      if (typeof $ref === 'string') return [$ref.split('/').slice(3).join('/'), one];
      if (typeof type === 'string') return [type, one];
      return [JSON.stringify(required ?? one), one];
    }),
  );
}
