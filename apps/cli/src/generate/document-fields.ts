import { commonSchema } from '#canonical';
import type { Json, JsonObject } from '#kernel';

/** A field of a document, or of a part that documents share. */
export interface DocumentField {
  /** From the document or part, without a slash before it; `*` is every item of a list. */
  readonly path: string;
  readonly schema: JsonObject;
  /** What it is made of, for people: `code`, `list of party, up to 100`. */
  readonly kind: string;
  /** Name of the shared part that is described elsewhere; the field's own fields are there. */
  readonly part: string | undefined;
  readonly required: boolean;
}

/** The parts and kinds of values that documents share, by name. */
export const shared: Readonly<Record<string, JsonObject>> = definitionsOf(commonSchema);

/** The shared definitions that have fields of their own. */
export const sharedParts: readonly string[] = Object.keys(shared)
  .filter((name) => isObject(shared[name]?.properties))
  .sort();

/** All fields of a schema, in its order; those of a shared part are not repeated. */
export function fieldsOfSchema(schema: JsonObject, root: JsonObject): readonly DocumentField[] {
  const fields: DocumentField[] = [];
  collect(schema, root, '', fields);
  return fields;
}

function collect(schema: JsonObject, root: JsonObject, base: string, fields: DocumentField[]): void {
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  for (const [name, value] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (isObject(value))
      add(value, root, base === '' ? name : `${base}/${name}`, required.includes(name), fields);
  }
}

function add(
  node: JsonObject,
  root: JsonObject,
  path: string,
  required: boolean,
  fields: DocumentField[],
): void {
  const { schema, name } = resolved(node, root);
  const items = isObject(schema.items) ? resolved(schema.items, root) : undefined;
  const partOf = (one: string | undefined): string | undefined =>
    one !== undefined && sharedParts.includes(one) ? one : undefined;
  const part = partOf(name) ?? partOf(items?.name);
  fields.push({ path, schema, kind: kindOf(schema, name, items), part, required });
  if (part !== undefined) return;
  if (items) collect(items.schema, root, `${path}/*`, fields);
  else collect(schema, root, path, fields);
}

function resolved(node: JsonObject, root: JsonObject): { schema: JsonObject; name: string | undefined } {
  const { $ref: ref, ...own } = node;
  if (typeof ref !== 'string') return { schema: node, name: undefined };
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  const target = ref.startsWith('#') ? definitionsOf(root)[name] : shared[name];
  const inner = target ? resolved(target, root) : undefined;
  return { schema: { ...inner?.schema, ...own }, name: ref.startsWith('#') ? inner?.name : name };
}

function kindOf(
  schema: JsonObject,
  name: string | undefined,
  items: { schema: JsonObject; name: string | undefined } | undefined,
): string {
  if (items) {
    const most = typeof schema.maxItems === 'number' ? `, up to ${schema.maxItems}` : '';
    return `list of ${items.name ?? typeOf(items.schema)}${most}`;
  }
  return name ?? typeOf(schema);
}

const typeOf = ({ type, enum: values }: JsonObject): string =>
  Array.isArray(values) ? values.map(String).join(', ') : typeof type === 'string' ? type : 'any';

function definitionsOf({ $defs }: JsonObject): Readonly<Record<string, JsonObject>> {
  const definitions: Record<string, JsonObject> = {};
  for (const [name, value] of Object.entries(isObject($defs) ? $defs : {})) {
    if (isObject(value)) definitions[name] = value;
  }
  return definitions;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
