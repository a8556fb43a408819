import type { Texts } from '#kernel';
import type { Place } from './profile.js';
import { segmentNames } from './edifact-names.js';
import type { Target, TypeTargets } from './targets.js';
import { formatFor, type ValueTypes } from './value-types.js';
import { likeness, wordsOf, type Words } from './words.js';

/** Why a place may be a field. */
export interface Reason {
  /** `name`: it is called alike. `value`: its values are such. `known`: another mapping reads it so. `beside`: its neighbours go there too. */
  readonly code: 'name' | 'value' | 'known' | 'beside' | 'message';
  readonly text: Texts;
}

export interface Scored {
  readonly target: Target;
  /** 0 to 1. */
  readonly confidence: number;
  /** Without what other mappings know: by this the type is told. */
  readonly plain: number;
  readonly reasons: readonly Reason[];
}

/** A place with what its name and its values say. */
export interface Subject {
  readonly place: Place;
  readonly words: Words;
  readonly own: Words;
  readonly types: ValueTypes;
  /** It is an element of a segment. */
  readonly ofSegments: boolean;
}

export const subjectOf = (place: Place, types: ValueTypes): Subject => {
  const standard = segmentNames(place.path);
  const [name = '', parent = '', outer = ''] = standard.length > 0 ? standard : place.names;
  const own = wordsOf(name);
  const ofSegments = /\.\d+$/.test(place.path);
  return { place, types, own, ofSegments, words: wordsOf(outer, 0.2, wordsOf(parent, 0.4, new Map(own))) };
};

type Weigh = TypeTargets['weigh'];

/** The fields of a type that a place may be: those that share a word with it, and those given. */
export function candidatesOf(
  subject: Subject,
  { near: nearTo, byPointer, targets, weigh }: TypeTargets,
  pointers: readonly string[],
): readonly Scored[] {
  const near = new Set<Target>();
  for (const word of subject.own.keys()) for (const target of nearTo(word)) near.add(target);
  const { shares } = subject.types;
  if ((shares.get('container') ?? 0) >= 0.6)
    for (const target of targets) if (target.kind === 'containerNumber') near.add(target);
  if ((shares.get('imo') ?? 0) >= 0.8)
    for (const target of targets) if (target.kind === 'imoNumber') near.add(target);
  const found = [...near].flatMap((target) => score(subject, target, weigh) ?? []);
  for (const pointer of pointers) {
    const target = byPointer.get(pointer);
    if (target && !near.has(target) && takes(subject.types, target))
      found.push({ target, confidence: 0.15, plain: 0, reasons: [] });
  }
  return found;
}

const takes = (types: ValueTypes, { longest, kind }: Target): boolean =>
  types.longest <= longest && formatFor(kind, types) !== 'none';

const nameCounts = 0.75;

/** Below this nothing is said of a field. */
const least = 0.05;

/** Undefined when the values cannot be of the field, or next to nothing speaks for it. */
function score(subject: Subject, target: Target, weigh: Weigh): Scored | undefined {
  const { types } = subject;
  if (!takes(types, target)) return undefined;
  const name = nameLikeness(subject, target, weigh);
  const { bonus } = valueLikeness(types, target);
  if (name === 0 && bonus < strong) return undefined;
  const strange = target.ofSegments && !subject.ofSegments ? 0.12 : 0;
  const confidence = clamp(name * nameCounts + bonus - target.depth * 0.015 - strange);
  return confidence < least ? undefined : { target, confidence, plain: confidence, reasons: [] };
}

/** The same with what speaks for it by name and by value, before what its neighbours say. */
export function explained(subject: Subject, scored: Scored, { weigh }: TypeTargets): Scored {
  const { target } = scored;
  const met = new Set<string>();
  const name = nameLikeness(subject, target, weigh, met);
  const { text } = valueLikeness(subject.types, target);
  const own: Reason[] = [
    ...(name > 0 ? [nameReason([...met], target)] : []),
    ...(text ? [{ code: 'value', text } as const] : []),
  ];
  const beside = scored.reasons.filter(({ code }) => code === 'beside');
  const before = scored.reasons.filter(({ code }) => code !== 'beside');
  return { ...scored, reasons: [...before, ...own, ...beside] };
}

/** A bonus that stands for itself: check digits are not there by chance. */
const strong = 0.5;

/** 0 where the names share no word. */
function nameLikeness({ own, words }: Subject, target: Target, weigh: Weigh, met?: Set<string>): number {
  const core = covered(own, target.words, weigh, met);
  if (core === 0) return 0;
  const forward = covered(words, target.words, weigh, met);
  const backward = covered(target.own, words, weigh, met);
  return 0.35 * forward + 0.35 * backward + 0.3 * core;
}

/** How much of the first is in the second, by weight. */
function covered(first: Words, second: Words, weigh: Weigh, met?: Set<string>): number {
  let all = 0;
  let there = 0;
  for (const [word, weight] of first) {
    const counts = weight * weigh(word);
    all += counts;
    let best = second.has(word) ? Math.min(1, 0.6 + (second.get(word) ?? 0) * 0.4) : 0;
    if (best === 0)
      for (const [other, by] of second) best = Math.max(best, likeness(word, other) * (0.6 + by * 0.4));
    if (best > 0) met?.add(word);
    there += counts * best;
  }
  return all === 0 ? 0 : there / all;
}

function valueLikeness(types: ValueTypes, { kind, codeList }: Target): { bonus: number; text?: Texts } {
  const share = (one: Parameters<ValueTypes['shares']['get']>[0]): number => types.shares.get(one) ?? 0;
  const percent = (one: number): string => `${Math.round(one * 100)}%`;
  if (kind === 'containerNumber') {
    if (share('container') >= 0.6) {
      const zh = `${percent(share('container'))} 的值是有效箱号（ISO 6346 校验位）`;
      const en = `${percent(share('container'))} are container numbers by ISO 6346 check digit`;
      return { bonus: 0.55, text: { zh, en } };
    }
    return share('box') >= 0.9
      ? { bonus: 0.3, text: { zh: '值的形式同箱号', en: 'the values have the form of container numbers' } }
      : { bonus: -0.2 };
  }
  if (kind === 'imoNumber')
    return share('imo') >= 0.8
      ? {
          bonus: 0.5,
          text: { zh: '值是有效 IMO 编号（校验位）', en: 'the values are IMO numbers by check digit' },
        }
      : { bonus: -0.2 };
  if (share('container') >= 0.6) return { bonus: -0.25 };
  if (kind === 'date' || kind === 'dateTime' || kind === 'instant')
    return {
      bonus: 0.2,
      text: { zh: `日期时间 ${types.patterns.join('、')}`, en: `dates as ${types.patterns.join(', ')}` },
    };
  if (share('date') + share('time') >= 0.9 && types.longest >= 10) return { bonus: -0.3 };
  if (kind === 'decimal' || kind === 'integer')
    return { bonus: 0.12, text: { zh: '值是数字', en: 'the values are numbers' } };
  if (kind === 'boolean') return { bonus: 0.1, text: { zh: '值是是否标志', en: 'the values are flags' } };
  if (codeList !== undefined) {
    const list =
      codeList === 'seaport' || codeList === 'locode'
        ? 'locode'
        : codeList === 'currency'
          ? 'currency'
          : codeList === 'country'
            ? 'country'
            : undefined;
    if (list && share(list) >= 0.6)
      return {
        bonus: 0.18,
        text: { zh: `值在代码表 ${codeList} 中`, en: `the values are in the code list ${codeList}` },
      };
  }
  if (kind === 'code')
    return { bonus: share('words') > 0.5 ? -0.12 : share('code') > 0.8 && types.longest <= 20 ? 0.08 : 0 };
  if (kind === 'name' || kind === 'text')
    return { bonus: share('words') > 0.5 ? 0.1 : share('decimal') === 1 ? -0.08 : 0 };
  if (kind === 'reference') return { bonus: share('words') > 0.5 ? -0.05 : 0.06 };
  return { bonus: 0 };
}

const nameReason = (words: readonly string[], { pointer, zh }: Target): Reason => ({
  code: 'name',
  text: {
    zh: `名称相近：${zh === '' ? pointer : zh}（${words.join('、')}）`,
    en: `called alike: ${words.join(', ')}`,
  },
});

export const clamp = (value: number): number => Math.max(0, Math.min(0.99, Math.round(value * 100) / 100));
