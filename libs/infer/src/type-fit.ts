import { messageTypes, type DocumentType } from '#canonical';
import { typeOfMessage } from './edifact-names.js';
import { endOf, type Known } from './known.js';
import { clamp, type Scored, type Subject } from './score.js';
import type { TypeTargets } from './targets.js';
import { wordsOf } from './words.js';

export interface AssignOptions {
  readonly known: Known;
  readonly type?: DocumentType;
  /** Names of the message itself: root element, message type, file name. */
  readonly names: readonly string[];
}

/** What a message of a standard is, the standard says. */
export function typesByStandard([message = '']: readonly string[]): readonly DocumentType[] {
  const standard = typeOfMessage[message];
  const found = messageTypes.filter((type) => type === standard);
  return found.length > 0 ? found : messageTypes;
}

/** Names alone, and what other mappings of the type know. */
export function roughFit(
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

/** What a place must reach to count for its type. */
export const countsFrom = 0.4;

/** How well a type takes the samples, 0 to 1. */
export function confidenceOf(
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
