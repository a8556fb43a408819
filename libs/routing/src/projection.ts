import type { Fault, Json, JsonObject } from '#kernel';
import { routingFaults } from './faults.js';
import { fieldLimit } from './limits.js';

/** Which members of a value are kept; `all` keeps it whole. */
interface Selection {
  all: boolean;
  readonly members: Map<string, Selection>;
}

/** Shares with a consumer what its agreement lets it have of a body. */
export type Projection = (body: JsonObject) => JsonObject;

/**
 * A list of fields compiled once. Fields are JSON pointers (RFC 6901), in which `*` stands for every member of a
 * list, as in `/containers/*`. In a list only `*` selects. A pointer that is none selects nothing; without a list
 * of fields everything is kept.
 */
export function projection(fields?: readonly string[]): Projection {
  if (!fields) return (body) => body;
  const root = select(fields);
  return (body) => (root.all ? body : keepMembers(body, root));
}

/** The body with the granted fields alone. */
export const project = (body: JsonObject, fields?: readonly string[]): JsonObject => projection(fields)(body);

/** What is wrong with a list of fields; empty if it may be used. */
export function checkFields(fields: readonly string[]): Fault[] {
  const faults = fields.flatMap((pointer) =>
    tokensOf(pointer)
      ? []
      : [routingFaults.make('ROUTING_FIELD_POINTER', { values: { pointer: pointer.slice(0, 200) } })],
  );
  if (fields.length > fieldLimit)
    faults.push(
      routingFaults.make('ROUTING_FIELDS_TOO_MANY', { values: { count: fields.length, limit: fieldLimit } }),
    );
  return faults;
}

function select(fields: readonly string[]): Selection {
  const root: Selection = { all: false, members: new Map() };
  for (const field of fields) {
    const tokens = tokensOf(field);
    if (!tokens) continue;
    let at = root;
    for (const token of tokens) {
      const next = at.members.get(token) ?? { all: false, members: new Map() };
      at.members.set(token, next);
      at = next;
    }
    at.all = true;
  }
  return root;
}

function tokensOf(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** undefined: nothing of the value is granted, and it is left out rather than sent empty. */
function keep(value: Json, selection: Selection): Json | undefined {
  if (selection.all) return value;
  if (value === null || typeof value !== 'object') return undefined;
  if (!isList(value)) {
    const kept = keepMembers(value, selection);
    return Object.keys(kept).length > 0 ? kept : undefined;
  }
  const each = selection.members.get('*');
  return each
    ? value.map((member) => keep(member, each)).filter((member) => member !== undefined)
    : undefined;
}

function keepMembers(value: JsonObject, selection: Selection): JsonObject {
  const kept: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    const inner = selection.members.get(name);
    const granted = inner && member !== undefined ? keep(member, inner) : undefined;
    if (granted !== undefined) kept.push([name, granted]);
  }
  return Object.fromEntries(kept);
}

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);
