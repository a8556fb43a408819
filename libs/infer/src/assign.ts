import { documentTypes, type DocumentType } from '#canonical';
import { typeOfMessage } from './edifact-names.js';
import { endOf, type Known } from './known.js';
import { nodeOf } from './profile.js';
import { candidatesOf, clamp, type Scored, type Subject } from './score.js';
import { targetsOf, type TypeTargets } from './targets.js';
import { wordsOf } from './words.js';

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

/** Types looked at closely, and fields looked at of one place. */
const closely = 8;
const mostCandidates = 8;
/** What a place must reach to count for its type. */
const countsFrom = 0.4;

export interface AssignOptions {
  readonly known: Known;
  readonly type?: DocumentType;
  /** Names of the message itself: root element, message type, file name. */
  readonly names: readonly string[];
}

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

/** What a message of a standard is, the standard says. */
function typesByStandard([message = '']: readonly string[]): readonly DocumentType[] {
  const standard = typeOfMessage[message];
  const found = documentTypes.filter((type) => type === standard);
  return found.length > 0 ? found : documentTypes;
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

/** Names alone, and what other mappings of the type know. */
function roughFit(
  subjects: readonly Subject[],
  { type, words, ownWords }: TypeTargets,
  options: AssignOptions,
): number {
  let fit = typeHint(type, words, options.names) * 20;
  for (const { place, own } of subjects) {
    if (options.known.has(`${type} ${endOf(place.path)}`)) fit += 0.3;
    const met = [...own.keys()].filter((word) => ownWords.has(word)).length;
    fit += met / Math.max(1, own.size) / 2;
  }
  return fit;
}

function typeHint(type: string, words: TypeTargets['words'], names: readonly string[]): number {
  let best = 0;
  names.forEach((name, i) => {
    const standard = typeOfMessage[name];
    const own = [...wordsOf(name).keys()];
    const found = own.filter((word) => words.has(word)).length;
    const share = standard === undefined ? found / Math.max(own.length, 2) : Number(standard === type);
    best = Math.max(best, i === 0 ? share : share / 2);
  });
  return best;
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

/** The list of the document that takes most of what is in a repeated node. */
function listFor(
  inside: readonly Subject[],
  outer: string,
  scored: ReadonlyMap<Subject, readonly Scored[]>,
): string | undefined {
  const sums = new Map<string, number>();
  for (const subject of inside) {
    const best = new Map<string, number>();
    for (const { target, confidence } of scored.get(subject) ?? []) {
      if (!isListIn(target.list, outer)) continue;
      best.set(target.list, Math.max(best.get(target.list) ?? 0, confidence));
    }
    for (const [list, confidence] of best) sums.set(list, (sums.get(list) ?? 0) + confidence);
  }
  let found: string | undefined;
  let most = 0;
  for (const [list, sum] of sums) {
    const shallow = sum - list.split('/').length * 0.02;
    if (shallow > most) [found, most] = [list, shallow];
  }
  return found;
}

/** What a field loses for being in a list of which the samples show one item only: of values, of objects. */
const loneItem = { value: 0.08, object: 0.2 };

/** A value may also be the only item of a list, unless that is what a repeated node makes. */
function inList(
  scored: Scored,
  { place }: Subject,
  list: string,
  taken: ReadonlySet<string>,
): readonly Scored[] {
  const { target, confidence, plain } = scored;
  if (target.list === list) return [scored];
  if (!isListIn(target.list, list) || taken.has(target.list)) return [];
  if (nodeOf(place.path) === (place.scopes.at(-1) ?? '')) return [];
  const loss = target.pointer === target.list ? loneItem.value : loneItem.object;
  return [{ ...scored, confidence: clamp(confidence - loss), plain: plain - loss }];
}

/** One list further in, and no more. */
const isListIn = (list: string, outer: string): boolean =>
  list !== outer && list.startsWith(`${outer}/`) && !list.slice(outer.length, -2).includes('*');

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

const byConfidence = (a: Scored, b: Scored): number =>
  b.confidence - a.confidence ||
  a.target.pointer.length - b.target.pointer.length ||
  (a.target.pointer < b.target.pointer ? -1 : 1);

/** Places beside one another are mostly fields of one object: where most of them go the others go rather. */
function withNeighbours(
  subjects: readonly Subject[],
  candidates: ReadonlyMap<string, readonly Scored[]>,
): ReadonlyMap<string, readonly Scored[]> {
  const homes = new Map<string, Map<string, number>>();
  const groupOf = ({ place }: Subject): string => prefixOf(place.names[0] ?? '');
  for (const subject of subjects) {
    const [best] = candidates.get(subject.place.path) ?? [];
    if (!best || best.confidence < countsFrom) continue;
    const group = homes.get(groupOf(subject)) ?? new Map<string, number>();
    const home = holderOf(best.target.pointer);
    group.set(home, (group.get(home) ?? 0) + best.confidence);
    homes.set(groupOf(subject), group);
  }
  return new Map(
    subjects.flatMap((subject): [string, readonly Scored[]][] => {
      const found = candidates.get(subject.place.path);
      if (!found) return [];
      const group = homes.get(groupOf(subject));
      const total = [...(group?.values() ?? [])].reduce((sum, one) => sum + one, 0);
      const helped = found.map((one): Scored => {
        const share = total > 1 ? (group?.get(holderOf(one.target.pointer)) ?? 0) / total : 0;
        if (share < 0.5 || holderOf(one.target.pointer) === '') return one;
        const reason = {
          code: 'beside',
          text: { zh: '相邻字段归于同一对象', en: 'its neighbours go to the same object' },
        } as const;
        return {
          ...one,
          confidence: clamp(one.confidence + 0.08 * share),
          reasons: [...one.reasons, reason],
        };
      });
      return [[subject.place.path, [...helped].sort(byConfidence).slice(0, mostCandidates)]];
    }),
  );
}

/** `buyerName` and `buyerTelephone` are of a buyer. */
const prefixOf = (name: string): string =>
  /^\p{Lu}?[\p{Ll}]+|^\p{Script=Han}{2}/u.exec(name)?.[0]?.toLowerCase() ?? name;
const holderOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Each field goes to the place that wants it most; the others take their next. */
function choose(candidates: ReadonlyMap<string, readonly Scored[]>): ReadonlyMap<string, Scored> {
  const wishes = [...candidates].flatMap(([path, found]) => found.map((scored) => ({ path, scored })));
  wishes.sort(
    (a, b) =>
      b.scored.confidence - a.scored.confidence ||
      (a.path < b.path ? -1 : a.path > b.path ? 1 : byConfidence(a.scored, b.scored)),
  );
  const taken = new Set<string>();
  const chosen = new Map<string, Scored>();
  for (const { path, scored } of wishes) {
    if (chosen.has(path) || taken.has(scored.target.pointer)) continue;
    chosen.set(path, scored);
    taken.add(scored.target.pointer);
  }
  return chosen;
}

function confidenceOf(
  type: DocumentType,
  subjects: readonly Subject[],
  chosen: ReadonlyMap<string, Scored>,
  words: TypeTargets['words'],
  { names }: AssignOptions,
): number {
  let sum = 0;
  for (const { plain } of chosen.values()) if (plain >= countsFrom) sum += plain;
  return clamp(0.7 * (sum / Math.max(1, subjects.length)) + 0.3 * typeHint(type, words, names));
}
