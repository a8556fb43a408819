import { documentSchemas, placesOf, type DocumentType, type MarkedPlace } from '#canonical';
import { likeness, wordsOf, type Words } from './words.js';

/** A field of a document type. */
export interface Target {
  /** JSON pointer with `*` for every item. */
  readonly pointer: string;
  /** Pointer of the innermost list that it is in, empty for none. */
  readonly list: string;
  /** `decimal`, `date`, `containerNumber`, `code`, `boolean`, … */
  readonly kind: string;
  readonly codeList: string | undefined;
  readonly longest: number;
  readonly required: boolean;
  /** Levels beyond two. */
  readonly depth: number;
  /** Only messages of segments fill it: of their envelope, or whose code list a code is of. */
  readonly ofSegments: boolean;
  /** Values that the schema gives as examples. */
  readonly examples: readonly string[];
  readonly zh: string;
  /** What it means by its own name and those of what it is in. */
  readonly words: Words;
  /** What it means by its own name alone. */
  readonly own: Words;
}

export interface TypeTargets {
  readonly type: DocumentType;
  readonly words: Words;
  readonly targets: readonly Target[];
  readonly byPointer: ReadonlyMap<string, Target>;
  /** Fields that have the word, or one like it, in their name or in that of what they are in. */
  near(word: string): readonly Target[];
  /** Words of the fields' own names. */
  readonly ownWords: ReadonlySet<string>;
  /** How telling a word is: rare ones are (inverse document frequency over the fields). */
  readonly weigh: (word: string) => number;
}

const cache = new Map<DocumentType, TypeTargets>();

/** Fields that hold what no rule reads, or that a mapping fills by itself. */
const notForRules = /^\/(?:extensions?)(?:\/|$)/;

/** Made once for each type: schemas do not change while a process runs. */
export function targetsOf(type: DocumentType): TypeTargets {
  const known = cache.get(type);
  if (known) return known;
  const schema = documentSchemas[type];
  const places = placesOf(schema);
  const byPointer = new Map(places.map((place) => [pointerOf(place.steps), place]));
  const targets = places.flatMap((place) => targetOf(place, byPointer) ?? []);
  const made: TypeTargets = {
    type,
    words: wordsOf(text(schema['x-zh']), 1, wordsOf(type)),
    targets,
    byPointer: new Map(targets.map((target) => [target.pointer, target])),
    near: nearTo(indexed(targets)),
    ownWords: new Set(targets.flatMap(({ own }) => [...own.keys()])),
    weigh: weights(targets),
  };
  cache.set(type, made);
  return made;
}

/** Remembered by word: the places of a message share few. */
function nearTo(index: ReadonlyMap<string, readonly Target[]>): TypeTargets['near'] {
  const known = new Map<string, readonly Target[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const found = new Set(index.get(word));
    for (const [other, targets] of index) {
      if (other !== word && likeness(word, other) > 0) for (const target of targets) found.add(target);
    }
    if (known.size >= mostWords) known.clear();
    const list = [...found];
    known.set(word, list);
    return list;
  };
}

/** Words remembered of one type. */
const mostWords = 2000;

function indexed(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const index = new Map<string, Target[]>();
  for (const target of targets) {
    for (const word of target.words.keys()) {
      const list = index.get(word);
      if (list) list.push(target);
      else index.set(word, [target]);
    }
  }
  return index;
}

function weights(targets: readonly Target[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { own } of targets) for (const word of own.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const whole = Math.log(1 + targets.length);
  return (word) => 0.3 + Math.log(1 + targets.length / (1 + (counts.get(word) ?? 0))) / whole;
}

const pointerOf = (steps: readonly string[]): string => steps.map((step) => `/${step}`).join('');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Levels of names around a field that say what it is about, and how much each counts. */
const outerWeights = [0.5, 0.25];

const ofSegments = /^\/message\/|\/(?:codeList|agency)\d?$|CodeList$|Agency$/;

/** Members that say nothing by themselves: a mass has a value, a party has a name. */
const bare = new Set(['value', 'code', 'name', 'number', 'text', 'at', 'amount']);
const ofBare = 0.9;

function targetOf(
  { steps, schema }: MarkedPlace,
  byPointer: ReadonlyMap<string, MarkedPlace>,
): Target | undefined {
  const pointer = pointerOf(steps);
  if (steps.length === 0 || schema.properties !== undefined || schema.items !== undefined) return undefined;
  if (notForRules.test(pointer)) return undefined;
  const named = steps.filter((step) => step !== '*');
  const isItem = steps[steps.length - 1] === '*';
  const holder = isItem ? byPointer.get(pointerOf(steps.slice(0, -1))) : undefined;
  const own = new Map(wordsOf(named[named.length - 1] ?? ''));
  wordsOf(text(schema['x-zh'] ?? holder?.schema['x-zh']), 1, own);
  const around = steps.slice(0, isItem ? -2 : -1);
  if (bare.has(named[named.length - 1] ?? '') && around.at(-1) !== '*') {
    wordsOf(around.at(-1) ?? '', ofBare, own);
    wordsOf(text(byPointer.get(pointerOf(around))?.schema['x-zh']), ofBare, own);
  }
  const words = new Map(own);
  let at = steps.length - (isItem ? 2 : 1);
  for (const weight of outerWeights) {
    while (at > 0 && steps[at - 1] === '*') at--;
    if (at <= 0) break;
    const outer = steps.slice(0, at);
    wordsOf(outer[outer.length - 1] ?? '', weight, words);
    wordsOf(text(byPointer.get(pointerOf(outer))?.schema['x-zh']), weight, words);
    at--;
  }
  const star = steps.lastIndexOf('*');
  return {
    pointer,
    depth: Math.max(0, steps.length - 2),
    ofSegments: ofSegments.test(pointer),
    list: star < 0 ? '' : pointerOf(steps.slice(0, star + 1)),
    kind: kindOf(schema),
    codeList: typeof schema['x-code-list'] === 'string' ? schema['x-code-list'] : undefined,
    longest: typeof schema.maxLength === 'number' ? schema.maxLength : Infinity,
    required: isRequired(steps, byPointer),
    examples: Array.isArray(schema.examples) ? schema.examples.map(String) : [],
    zh: text(schema['x-zh']),
    words,
    own,
  };
}

function kindOf({ $ref: ref, type, format }: MarkedPlace['schema']): string {
  if (typeof ref === 'string') return ref.slice(ref.lastIndexOf('/') + 1);
  if (format === 'date') return 'date';
  return typeof type === 'string' ? type : 'text';
}

function isRequired(steps: readonly string[], byPointer: ReadonlyMap<string, MarkedPlace>): boolean {
  const required = byPointer.get(pointerOf(steps.slice(0, -1)))?.schema.required;
  return Array.isArray(required) && required.includes(steps[steps.length - 1] ?? '');
}
