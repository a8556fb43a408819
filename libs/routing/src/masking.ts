import type { Json, JsonObject } from '#kernel';

/** What stands in place of a personal value that is not shared. */
export const maskedText = '***';

/** Masks what it was made for; the very same body when there is nothing of it. */
export type Masking = (body: JsonObject) => JsonObject;

/** Where personal fields are: `whole` masks everything below. */
interface Marked {
  whole: boolean;
  readonly members: Map<string, Marked>;
}

/**
 * Masks personal fields, compiled once. Texts become {@link maskedText}, whatever else is left out, so that a receiver
 * sees that there was a value and nothing of it.
 *
 * @param fields JSON pointers, in which `*` stands for every member of a list, as `personalFieldsOf` gives them
 *
 * @example
 * masking(['/master/name'])({ master: { name: '王小海', rank: 'master' } });
 * // { master: { name: '***', rank: 'master' } }
 */
export function masking(fields: readonly string[]): Masking {
  if (fields.length === 0) return (body) => body;
  const root: Marked = { whole: false, members: new Map() };
  for (const field of fields) mark(root, field);
  return (body) => members(body, root);
}

function mark(root: Marked, field: string): void {
  let at = root;
  for (const step of field.split('/').slice(1)) {
    const next = at.members.get(step) ?? { whole: false, members: new Map() };
    at.members.set(step, next);
    at = next;
  }
  at.whole = true;
}

/** `undefined`: not even that there was a value is told. */
function masked(value: Json, marked: Marked): Json | undefined {
  if (marked.whole) return wholly(value);
  if (value === null || typeof value !== 'object') return value;
  if (!isList(value)) return members(value, marked);
  const each = marked.members.get('*');
  if (!each) return value;
  const list = value.map((member) => masked(member, each));
  return list.every((member, index) => member === value[index])
    ? value
    : list.filter((member) => member !== undefined);
}

function members(value: JsonObject, marked: Marked): JsonObject {
  let changed: Record<string, Json | undefined> | undefined;
  for (const [name, inner] of marked.members) {
    const member = value[name];
    if (member === undefined) continue;
    const after = masked(member, inner);
    if (after === member) continue;
    changed ??= { ...value };
    if (after === undefined) delete changed[name];
    else changed[name] = after;
  }
  return changed ?? value;
}

function wholly(value: Json): Json | undefined {
  if (typeof value === 'string') return maskedText;
  if (value === null || typeof value !== 'object') return undefined;
  if (isList(value)) return value.map(wholly).filter((member) => member !== undefined);
  const kept: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    const after = member === undefined ? undefined : wholly(member);
    if (after !== undefined) kept.push([name, after]);
  }
  return Object.fromEntries(kept);
}

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);
