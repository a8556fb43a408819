import type { Json, JsonObject } from '#kernel';
import { eachText, isObject, placesOf, stepsOf } from './marks.js';
import { documentSchemas, isDocumentType } from './schemas.js';
import type { DocumentType } from './generated/index.js';

/** A thing of the world that a document is about: what links documents into timelines and keeps their order. */
export interface BusinessKey {
  /** `container`, `bill`, `booking`, `vessel-call`, `imo`, `declaration` … as the schema's `x-key` says. */
  readonly kind: string;
  /** Without white space around it, in capitals; a container number also without blanks and hyphens. */
  readonly value: string;
}

export const keyLimits = {
  /** Keys of one document; the rest, in their order, is left out. */
  keys: 4096,
  /** Characters of a key; a longer one is left out. */
  characters: 255,
};

type Emit = (kind: string, value: string) => void;

/** The marked places of a schema as a tree, so that all of them are visited in one walk. */
interface MarkedTree {
  kind: string | undefined;
  items: MarkedTree | undefined;
  readonly members: (readonly [name: string, inside: MarkedTree])[];
}

interface KeyReader {
  readonly marked: MarkedTree;
  readonly joined: readonly ((body: Json, emit: Emit) => void)[];
  readonly primary: readonly ((body: Json) => string | undefined)[];
  readonly occurred: readonly ((body: Json) => string | undefined)[];
}

const readers = new Map<DocumentType, KeyReader>();

/** The business keys of a document: unique, sorted by kind and value, bounded by {@link keyLimits}. */
export function keysOf(type: string, body: Json): readonly BusinessKey[] {
  const found = new Map<string, BusinessKey>();
  const emit: Emit = (kind, raw) => {
    const value = normalised(kind, raw);
    if (value !== '' && value.length <= keyLimits.characters) found.set(`${kind}:${value}`, { kind, value });
  };
  const reader = readerOf(type);
  if (!reader) return [];
  emitMarked(reader.marked, body, emit);
  for (const read of reader.joined) read(body, emit);
  const keys: BusinessKey[] = [];
  for (const name of [...found.keys()].sort().slice(0, keyLimits.keys)) {
    const key = found.get(name);
    if (key) keys.push(key);
  }
  return keys;
}

/** The primary key of a document. Documents of one sender with the same one keep their order. */
export function orderKeyOf(type: string, body: Json): string | undefined {
  return first(readerOf(type)?.primary, body);
}

/** When what the document tells of happened, as the document says it; with an offset where that is known. */
export function occurredAtOf(type: string, body: Json): string | undefined {
  return first(readerOf(type)?.occurred, body);
}

/** The JSON pointers of personal fields; `*` stands for every item of a list. */
export function personalFieldsOf(type: string): readonly string[] {
  if (!isDocumentType(type)) return [];
  return placesOf(documentSchemas[type])
    .filter(({ schema }) => schema['x-privacy'] === 'personal')
    .map(({ steps }) => `/${steps.join('/')}`);
}

function first(
  candidates: readonly ((body: Json) => string | undefined)[] | undefined,
  body: Json,
): string | undefined {
  for (const candidate of candidates ?? []) {
    const value = candidate(body);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readerOf(type: string): KeyReader | undefined {
  if (!isDocumentType(type)) return undefined;
  let reader = readers.get(type);
  if (!reader) readers.set(type, (reader = compile(documentSchemas[type])));
  return reader;
}

function compile(schema: JsonObject): KeyReader {
  const places = placesOf(schema);
  const marked = noMarks();
  for (const { steps, schema: place } of places) {
    if (typeof place['x-key'] === 'string') markedAt(marked, steps).kind = place['x-key'];
  }
  const joined = listOf(schema['x-joined-keys']).flatMap((entry) => {
    if (!isObject(entry) || typeof entry.kind !== 'string') return [];
    return [joinedKey(entry.kind, listOf(entry.pointers).map(String))];
  });
  return {
    marked,
    joined,
    primary: pointersOf(schema['x-primary-key']).map((pointer) => {
      const kind = places.find(({ steps }) => `/${steps.join('/')}` === pointer)?.schema['x-key'];
      const read = single(pointer);
      return (body) => keyText(typeof kind === 'string' ? kind : '', read(body));
    }),
    occurred: pointersOf(schema['x-occurred-at']).map(single),
  };
}

const noMarks = (): MarkedTree => ({ kind: undefined, items: undefined, members: [] });

function markedAt(root: MarkedTree, steps: readonly string[]): MarkedTree {
  let tree = root;
  for (const step of steps) {
    let inside = step === '*' ? tree.items : tree.members.find(([name]) => name === step)?.[1];
    if (!inside) {
      inside = noMarks();
      if (step === '*') tree.items = inside;
      else tree.members.push([step, inside]);
    }
    tree = inside;
  }
  return tree;
}

function emitMarked({ kind, items, members }: MarkedTree, value: Json | undefined, emit: Emit): void {
  if (typeof value === 'string') {
    if (kind !== undefined) emit(kind, value);
  } else if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    if (items) for (const item of list) emitMarked(items, item, emit);
  } else if (isObject(value)) {
    for (const [name, inside] of members) emitMarked(inside, value[name], emit);
  }
}

/** A key made of several values, such as ship and voyage: only when all are there. */
function joinedKey(kind: string, pointers: readonly string[]): (body: Json, emit: Emit) => void {
  const parts = pointers.map(single);
  return (body, emit) => {
    const values = parts.map((part) => part(body));
    if (values.every((value) => value !== undefined)) emit(kind, values.join('/'));
  };
}

function single(pointer: string): (body: Json) => string | undefined {
  const steps = stepsOf(pointer);
  return (body) => {
    let text: string | undefined;
    eachText(body, steps, 0, (value) => (text ??= value));
    return text;
  };
}

function keyText(kind: string, raw: string | undefined): string | undefined {
  const value = raw === undefined ? '' : normalised(kind, raw);
  return value === '' ? undefined : value;
}

function normalised(kind: string, raw: string): string {
  const text = raw.trim().toUpperCase();
  return kind === 'container' && /[\s-]/.test(text) ? text.replace(/[\s-]/g, '') : text;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const pointersOf = (value: Json | undefined): readonly string[] => listOf(value).map(String);
