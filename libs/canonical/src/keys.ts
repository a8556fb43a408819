import type { Json, JsonObject } from '#kernel';
import { collector, isObject, placesOf, stepsOf } from './marks.js';
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

interface KeyReader {
  readonly keys: readonly ((body: Json, emit: Emit) => void)[];
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
  for (const read of readerOf(type)?.keys ?? []) read(body, emit);
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, keyLimits.keys)
    .map(([, key]) => key);
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
  const marked = places.flatMap(({ steps, schema: place }) => {
    const kind = place['x-key'];
    if (typeof kind !== 'string') return [];
    const collect = collector(steps);
    return [(body: Json, emit: Emit) => collect(body, (value) => emit(kind, value))];
  });
  const joined = listOf(schema['x-joined-keys']).flatMap((entry) => {
    if (!isObject(entry) || typeof entry.kind !== 'string') return [];
    return [joinedKey(entry.kind, listOf(entry.pointers).map(String))];
  });
  return {
    keys: [...marked, ...joined],
    primary: pointersOf(schema['x-primary-key']).map((pointer) => {
      const kind = places.find(({ steps }) => `/${steps.join('/')}` === pointer)?.schema['x-key'];
      const read = single(pointer);
      return (body) => keyText(typeof kind === 'string' ? kind : '', read(body));
    }),
    occurred: pointersOf(schema['x-occurred-at']).map(single),
  };
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
  const collect = collector(stepsOf(pointer));
  return (body) => {
    let text: string | undefined;
    collect(body, (value) => (text ??= value));
    return text;
  };
}

function keyText(kind: string, raw: string | undefined): string | undefined {
  const value = raw === undefined ? '' : normalised(kind, raw);
  return value === '' ? undefined : value;
}

function normalised(kind: string, raw: string): string {
  const text = raw.trim().toUpperCase();
  return kind === 'container' ? text.replace(/[\s-]/g, '') : text;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const pointersOf = (value: Json | undefined): readonly string[] => listOf(value).map(String);
