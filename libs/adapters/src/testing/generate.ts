import fc from 'fast-check';
import { commonSchema, documentSchemas, isDocumentType } from '#canonical';
import type { Json, JsonObject } from '#kernel';
import type { Adapter } from '../contract.js';
import { compileMapping, type MappedField } from '#mapping';

export interface Generation {
  /** Makes values agree that must: a count with what it counts. */
  mend?(body: JsonObject): JsonObject;
  /** Characters that texts are made of: what the message's charset can carry. */
  readonly characters: string;
  /**
   * Leaves that every document or item has, with the value: places that a message cannot do without, and the
   * qualifiers of lists that take what no other rule takes.
   */
  readonly always: Readonly<Record<string, string>>;
  /** Fields left out: what must agree with other fields, such as a count. */
  readonly never?: readonly string[];
}

type Tree = Map<string, Tree | fc.Arbitrary<Json>>;

/** Lists of which a message carries one item. */
type Singles = ReadonlySet<string>;

/** Documents of all fields that a mapping carries both ways, with any values that the schema allows. */
export function twoWayDocuments(
  adapter: Adapter,
  { characters, always, mend = (body) => body, never = [] }: Generation,
): fc.Arbitrary<JsonObject> {
  const compiled = compileMapping(adapter.mapping, adapter.codes);
  const type = adapter.mapping.documents[0]?.type ?? '';
  if (!compiled.ok || !isDocumentType(type)) throw new Error(`${adapter.id} has no mapping to generate for`);
  const tree: Tree = new Map();
  const singles = new Set(compiled.value.fields(type).flatMap(({ single }) => single ?? []));
  for (const { pointer } of twoWay(compiled.value.fields(type))) {
    if (never.includes(pointer)) continue;
    const steps = pointer.split('/').slice(1);
    const fixed = always[pointer];
    const values =
      fixed === undefined
        ? valuesOf(documentSchemas[type], steps, characters, adapter.mapping.zone ?? '')
        : fc.constant(fixed);
    plant(tree, steps, values);
  }
  return objects(tree, '', always, singles).map(mend);
}

export function twoWay(fields: readonly MappedField[]): readonly MappedField[] {
  const oneWay = new Set(fields.filter(({ way }) => way !== 'both').map(({ pointer }) => pointer));
  return fields.filter(({ way, pointer }) => way === 'both' && !oneWay.has(pointer));
}

function plant(tree: Tree, steps: readonly string[], values: fc.Arbitrary<Json>): void {
  const [step = '', ...rest] = steps;
  if (rest.length === 0) {
    tree.set(step, values);
    return;
  }
  const known = tree.get(step);
  const inner: Tree = known instanceof Map ? known : new Map();
  tree.set(step, inner);
  plant(inner, rest, values);
}

function objects(
  tree: Tree,
  base: string,
  always: Generation['always'],
  singles: Singles,
): fc.Arbitrary<JsonObject> {
  const members: Record<string, fc.Arbitrary<Json>> = {};
  const required: string[] = [];
  for (const [name, inner] of tree) {
    const pointer = `${base}/${name}`;
    members[name] = inner instanceof Map ? branch(inner, pointer, always, singles) : inner;
    if (
      Object.keys(always).some(
        (one) =>
          one === pointer || (!pointer.includes('*') && one.startsWith(`${pointer}/`) && !one.includes('*')),
      )
    ) {
      required.push(name);
    }
  }
  return fc
    .record(members, { requiredKeys: required })
    .filter((value) => base === '' || Object.keys(value).length > 0);
}

function branch(
  tree: Tree,
  pointer: string,
  always: Generation['always'],
  singles: Singles,
): fc.Arbitrary<Json> {
  const item = tree.get('*');
  if (item === undefined) return objects(tree, pointer, always, singles);
  const bounds = { minLength: 1, maxLength: singles.has(pointer) ? 1 : 2 };
  if (item instanceof Map) return fc.array(objects(item, `${pointer}/*`, always, singles), bounds);
  return fc.array(item, bounds);
}

function valuesOf(
  schema: JsonObject,
  steps: readonly string[],
  characters: string,
  zone: string,
): fc.Arbitrary<Json> {
  let node: JsonObject = schema;
  for (const step of steps) {
    node = follow(node, schema);
    const inner = step === '*' ? node.items : objectOf(node.properties)[step];
    node = objectOf(inner);
  }
  if (node.type === 'boolean') return fc.boolean();
  if (node.type === 'integer') return fc.nat(9999);
  const kind = String(node.$ref).split('/').pop() ?? '';
  if (kind === 'decimal')
    return fc.tuple(fc.nat(999_999), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`);
  const day = fc.date({
    min: new Date(Date.UTC(2000, 0, 1)),
    max: new Date(Date.UTC(2049, 0, 1)),
    noInvalidDate: true,
  });
  if (kind === 'date') return day.map((date) => date.toISOString().slice(0, 10));
  if (kind === 'dateTime' || kind === 'instant')
    return day.map((date) => `${date.toISOString().slice(0, 16)}:00${zone}`);
  return fc
    .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 })
    .map((signs) => signs.join(''))
    .filter((text) => text.trim() === text);
}

function follow(node: JsonObject, root: JsonObject): JsonObject {
  const { $ref } = node;
  if (typeof $ref !== 'string') return node;
  const definitions = $ref.startsWith('#') ? root.$defs : commonSchema.$defs;
  return objectOf(objectOf(definitions)[$ref.split('/').pop() ?? '']);
}

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
