import { schemaVersionOf, type DocumentType } from '#canonical';
import { fail, ok, type Fault, type Result } from '#kernel';
import type { CodeTables, MappingDefinition } from '#mapping';
import { assignments, withReasons, type Assignment } from './assign.js';
import { draftOf, type Draft } from './draft.js';
import { inferFaults } from './faults.js';
import { identityOf, type IdentityCandidate } from './identity.js';
import { knownNames } from './known.js';
import { inferLimits, type InferLimits } from './limits.js';
import { openSamples, type Opened, type Sample } from './open-samples.js';
import { profile } from './profile.js';
import { prove, withExamples, type Proof } from './prove.js';
import { subjectOf, type Reason, type Subject } from './score.js';
import { typesOf, type ValueKind } from './value-types.js';

export interface InferOptions {
  /** Id of the adapter to be: `partner/orders-csv`. */
  readonly adapter?: string;
  /** The document type, where it is known. */
  readonly type?: DocumentType;
  /** Confidence that a rule needs; what is below it is left as a note. */
  readonly threshold?: number;
  /** Mappings that are there already: what they call things is a hint. */
  readonly known?: readonly MappingDefinition[];
  readonly limits?: Partial<InferLimits>;
}

/** One place of the samples and what it may be. */
export interface InferredPlace {
  readonly path: string;
  /** The innermost repeated node that it is in, empty for none. */
  readonly scope: string;
  /** How many of the nodes that could have it have it, 0 to 1. */
  readonly share: number;
  readonly count: number;
  readonly kinds: readonly ValueKind[];
  readonly patterns: readonly string[];
  readonly values: readonly string[];
  /** Best first. */
  readonly candidates: readonly InferredField[];
  /** JSON pointer of its rule in the draft; absent where it has none. */
  readonly rule?: string;
}

export interface InferredField {
  readonly pointer: string;
  readonly zh: string;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

export interface InferredType {
  readonly type: DocumentType;
  readonly schemaVersion: string;
  readonly each: string;
  readonly confidence: number;
}

export interface SeenCodes {
  readonly path: string;
  readonly values: Readonly<Record<string, number>>;
}

/** What samples say: a draft that compiles, and everything it was made of. */
export interface Inference {
  readonly definition: MappingDefinition;
  readonly codes: CodeTables;
  /** Likeliest first. */
  readonly types: readonly InferredType[];
  readonly repeated: readonly { readonly path: string; readonly list?: string }[];
  readonly places: readonly InferredPlace[];
  readonly identity: readonly IdentityCandidate[];
  readonly seenCodes: readonly SeenCodes[];
  readonly documents: number;
  readonly valid: number;
  /** What the draft's documents lack. */
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const defaultThreshold = 0.5;

/** Ways to take the samples of which a draft is made, and what it counts that its documents are valid. */
const mostTried = 3;
const soundness = 0.15;

/** Times that a draft is made again without the fields whose values did not fit. */
const rounds = 4;

/**
 * Proposes a mapping for the messages of a partner from samples of them. The same samples give the same proposal; any bytes
 * give one or faults. Nothing leaves the process.
 */
export function infer(samples: readonly Sample[], options: InferOptions = {}): Result<Inference, Fault[]> {
  const limits = { ...inferLimits, ...options.limits };
  const opened = openSamples(samples, limits);
  if (!opened.ok) return opened;
  const subjects = profile(opened.value, limits).map((place) =>
    subjectOf(place, typesOf(place.values.keys())),
  );
  const names = namesOf(opened.value);
  const known = knownNames(options.known ?? []);
  const found = assignments(subjects, { known, names, ...(options.type ? { type: options.type } : {}) });
  if (found.length === 0) return fail([inferFaults.make('INFER_NOTHING'), ...opened.value.warnings]);
  const tried = found.slice(0, mostTried).map((one) => {
    const best = withReasons(one, subjects);
    const identity = identityOf(opened.value, subjects, best);
    const made = proven(subjects, best, opened.value, options, identity);
    const sound = made.proof.documents > 0 ? made.proof.valid / made.proof.documents : 0;
    return { best, identity, ...made, confidence: best.confidence + soundness * sound };
  });
  const { best, identity, draft, proof } = tried.reduce((one, other) =>
    other.confidence > one.confidence ? other : one,
  );
  return ok({
    definition: withExamples(draft.definition, proof.examples),
    codes: draft.codes,
    types: typesFound([best, ...found]),
    repeated: repeatedOf(subjects, best),
    places: subjects.map((subject) => inferredPlace(subject, best, draft, limits)),
    identity,
    seenCodes: codesOf(subjects),
    documents: proof.documents,
    valid: proof.valid,
    faults: proof.faults,
    warnings: opened.value.warnings,
  });
}

function proven(
  subjects: readonly Subject[],
  assignment: Assignment,
  opened: Opened,
  { adapter = 'partner/draft', threshold = defaultThreshold }: InferOptions,
  identity: readonly IdentityCandidate[],
): { draft: Draft; proof: Proof } {
  const refused = new Set<string>();
  const left = new Set<string>();
  const paths = identity.filter(({ sure }) => sure).map(({ path }) => path);
  const common = { adapter, syntax: opened.syntax, options: opened.options, threshold, identity: paths };
  let draft = draftOf(subjects, assignment, { ...common, refused, left });
  let proof = prove(draft, opened);
  for (let round = 0; round < rounds && learns(draft, proof, refused, left); round++) {
    draft = draftOf(subjects, assignment, { ...common, refused, left });
    proof = prove(draft, opened);
  }
  return { draft, proof };
}

/** Whether the proof says of a further field or place that it is not to be a rule. */
function learns({ rules }: Draft, proof: Proof, refused: Set<string>, left: Set<string>): boolean {
  const before = refused.size + left.size;
  for (const pointer of proof.refused) refused.add(pointer);
  for (const broken of proof.broken) {
    for (const [path, pointer] of rules) {
      const isInside = `${pointer}/`.startsWith(`${broken}/`) || `${broken}/`.startsWith(`${pointer}/`);
      const isAround = broken.endsWith('/each') && pointer.startsWith(broken.slice(0, -'each'.length));
      if (isInside || isAround) left.add(path);
    }
  }
  return refused.size + left.size > before;
}

const namesOf = ({ options, samples }: Opened): readonly string[] => [
  options.message ?? options.root ?? '',
  ...samples.flatMap(({ messages }) =>
    messages.slice(0, 1).flatMap((message) => message.children.slice(0, 5).map(({ name }) => name)),
  ),
  ...samples.map(({ name }) => name.replace(/^.*[\\/]|\.[^.]*$/g, '')),
];

const typesFound = (found: readonly Assignment[]): readonly InferredType[] =>
  found
    .filter(({ type }, i) => i === found.findIndex((other) => other.type === type))
    .slice(0, 5)
    .map(({ type, each, confidence }) => ({
      type,
      schemaVersion: schemaVersionOf(type),
      each: each === '' ? '.' : each,
      confidence,
    }));

function repeatedOf(subjects: readonly Subject[], { lists }: Assignment): Inference['repeated'] {
  const paths = [...new Set(subjects.flatMap(({ place }) => place.scopes))];
  return paths.map((path) => {
    const list = lists.get(path);
    return list === undefined || list === '' ? { path } : { path, list };
  });
}

function inferredPlace(
  { place, types }: Subject,
  { candidates, chosen }: Assignment,
  { rules }: Draft,
  limits: InferLimits,
): InferredPlace {
  const first = chosen.get(place.path);
  const others = (candidates.get(place.path) ?? []).filter(({ target }) => target !== first?.target);
  const rule = rules.get(place.path);
  return {
    path: place.path,
    scope: place.scopes.at(-1) ?? '',
    share: Math.round(place.share * 1000) / 1000,
    count: place.count,
    kinds: [...types.shares].filter(([, share]) => share >= 0.6).map(([kind]) => kind),
    patterns: types.patterns,
    values: [...place.values.keys()].slice(0, 5),
    candidates: (first ? [first, ...others] : others)
      .slice(0, limits.candidates)
      .map(({ target, confidence, reasons }) => ({
        pointer: target.pointer,
        zh: target.zh,
        confidence,
        reasons,
      })),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** Places with few and short values that come again: tables that the partner should be asked for. */
function codesOf(subjects: readonly Subject[]): readonly SeenCodes[] {
  return subjects
    .filter(({ place, types }) => {
      const few = place.values.size > 1 && place.values.size <= 12 && place.count >= 2 * place.values.size;
      return few && types.longest <= 8 && !types.shares.has('time') && types.shares.get('date') === undefined;
    })
    .map(({ place }) => ({ path: place.path, values: Object.fromEntries(place.values) }));
}
