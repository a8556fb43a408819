import type { DocumentType } from '#canonical';
import { byConfidence, choose, withNeighbours } from './choose.js';
import { endOf, type Known } from './known.js';
import { inList, listFor } from './lists.js';
import { candidatesOf, clamp, explained, type Scored, type Subject } from './score.js';
import { targetsOf, type TypeTargets } from './targets.js';
import { confidenceOf, roughFit, typesByStandard, type AssignOptions } from './type-fit.js';

/** How a type takes the samples: which node makes a document, which lists are which, and the fields of each place. */
export interface Assignment {
  readonly type: DocumentType;
  /** Path of the node of which each makes a document; empty for the message. */
  readonly each: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** By path of the repeated node the list of the document, with `*` at its end. */
  readonly lists: ReadonlyMap<string, string>;
  /** By path of the place, best first. */
  readonly candidates: ReadonlyMap<string, readonly Scored[]>;
  /** By path of the place: the field that it gets, each field once. */
  readonly chosen: ReadonlyMap<string, Scored>;
}

/** Types looked at closely. */
const closely = 8;

/** Every type that takes something of the samples, the likeliest first. */
export function assignments(subjects: readonly Subject[], options: AssignOptions): readonly Assignment[] {
  const types = options.type ? [options.type] : typesByStandard(options.names);
  const rough = types
    .map((type) => ({ type, fit: roughFit(subjects, targetsOf(type), options) }))
    .sort((a, b) => b.fit - a.fit || (a.type < b.type ? -1 : 1))
    .slice(0, closely);
  return rough
    .flatMap(({ type }) => {
      const targets = targetsOf(type);
      const scored = new Map(subjects.map((subject) => [subject, all(subject, targets, options.known)]));
      return eachOf(subjects).map((each) => assign(subjects, targets, scored, each, options));
    })
    .filter(({ chosen }) => chosen.size > 0)
    .sort((a, b) => b.confidence - a.confidence || (a.type + a.each < b.type + b.each ? -1 : 1));
}

/** Nodes that may make a document each: the message, and those that repeat in it and hold most places. */
function eachOf(subjects: readonly Subject[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { place } of subjects) {
    const [scope] = place.scopes;
    if (scope !== undefined) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const biggest = [...counts].sort(([, a], [, b]) => b - a).slice(0, 2);
  return ['', ...biggest.map(([scope]) => scope)];
}

function assign(
  subjects: readonly Subject[],
  { type, words }: TypeTargets,
  scored: ReadonlyMap<Subject, readonly Scored[]>,
  each: string,
  options: AssignOptions,
): Assignment {
  const lists = new Map<string, string>(
    each === ''
      ? [['', '']]
      : [
          ['', ''],
          [each, ''],
        ],
  );
  for (const [scope, inside] of scopesOf(subjects, each)) {
    const outer = lists.get(inside[0]?.place.scopes.at(-2) ?? '') ?? '';
    const list = listFor(inside, outer, scored);
    if (list !== undefined) lists.set(scope, list);
  }
  const taken = new Set(lists.values());
  const candidates = new Map<string, readonly Scored[]>();
  for (const subject of subjects) {
    const scope = subject.place.scopes.at(-1) ?? '';
    const list = lists.get(scope);
    const fitting =
      list === undefined
        ? []
        : (scored.get(subject) ?? []).flatMap((one) => inList(one, subject, list, taken));
    if (fitting.length > 0) candidates.set(subject.place.path, fitting);
  }
  const helped = withNeighbours(subjects, candidates);
  const chosen = choose(helped);
  return {
    type,
    each,
    lists,
    candidates: helped,
    chosen,
    confidence: confidenceOf(type, subjects, chosen, words, options),
  };
}

/** Scopes with the places directly in them, outer before inner. */
function scopesOf(
  subjects: readonly Subject[],
  each: string,
): readonly (readonly [string, readonly Subject[]])[] {
  const scopes = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const scope = subject.place.scopes.at(-1);
    if (scope === undefined || scope === each) continue;
    scopes.set(scope, [...(scopes.get(scope) ?? []), subject]);
  }
  return [...scopes].sort(([a], [b]) => a.length - b.length);
}

/** The fields that a place may be, for what it is called and has, and for what other mappings know. */
function all(subject: Subject, targets: TypeTargets, known: Known): readonly Scored[] {
  const end = endOf(subject.place.path);
  const ofType = known.get(`${targets.type} ${end}`);
  const ofAny = known.get(`* ${end}`);
  const pointers = [...(ofType?.keys() ?? []), ...(ofAny?.keys() ?? [])];
  return candidatesOf(subject, targets, pointers)
    .map((found): Scored => {
      const { pointer } = found.target;
      const bonus = ofType?.has(pointer) === true ? 0.5 : ofAny?.has(pointer) === true ? 0.4 : 0;
      if (bonus === 0) return found;
      const text = { zh: `其他映射把 ${end} 读作此字段`, en: `another mapping reads ${end} so` };
      return {
        ...found,
        confidence: clamp(found.confidence * (1 - bonus) + bonus),
        reasons: [{ code: 'known', text }, ...found.reasons],
      };
    })
    .sort(byConfidence);
}

/** The same with all reasons, which are made for what is shown only. */
export function withReasons(assignment: Assignment, subjects: readonly Subject[]): Assignment {
  const targets = targetsOf(assignment.type);
  const candidates = new Map<string, readonly Scored[]>();
  const chosen = new Map<string, Scored>();
  for (const subject of subjects) {
    const { path } = subject.place;
    const found = assignment.candidates.get(path);
    const first = assignment.chosen.get(path);
    if (found)
      candidates.set(
        path,
        found.map((one) => explained(subject, one, targets)),
      );
    if (first) chosen.set(path, explained(subject, first, targets));
  }
  return { ...assignment, candidates, chosen };
}
