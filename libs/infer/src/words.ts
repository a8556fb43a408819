import { phrases } from './lexicon.js';

/** What a name means: concepts, and words that stand for themselves, each with its weight. */
export type Words = ReadonlyMap<string, number>;

const byText: ReadonlyMap<string, readonly string[]> = new Map(
  phrases.map(({ text, concepts }) => [text, concepts]),
);
const longestChinese = Math.max(
  ...phrases.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(({ text }) => text.length),
);

/**
 * The words of a name in whatever language: `CTN_NO`, `ctnNo`, `xianghao` and `箱号` are all of a container and a number.
 *
 * @param weight of each of them
 */
export function wordsOf(name: string, weight = 1, into = new Map<string, number>()): Map<string, number> {
  const add = (word: string, share = 1): void => {
    into.set(word, Math.max(into.get(word) ?? 0, weight * share));
  };
  const parts = partsOf(name);
  const whole = parts.join('');
  const known = byText.get(whole);
  if (known) {
    for (const concept of known) add(concept);
    return into;
  }
  for (let at = 0; at < parts.length; at++) {
    const length = longestAt(parts, at);
    if (length > 0) {
      for (const concept of byText.get(parts.slice(at, at + length).join('')) ?? []) add(concept);
      at += length - 1;
      continue;
    }
    const part = parts[at] ?? '';
    if (/\p{Script=Han}/u.test(part)) chinese(part, add);
    else latin(part, add);
  }
  return into;
}

/** Parts of a name that together are one phrase: `bill`, `of`, `lading`. */
function longestAt(parts: readonly string[], at: number): number {
  for (let length = Math.min(4, parts.length - at); length > 0; length--) {
    if (byText.has(parts.slice(at, at + length).join(''))) return length;
  }
  return 0;
}

function partsOf(name: string): string[] {
  const spaced = name
    .normalize('NFKC')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Script=Han}+)/gu, ' $1 ')
    .toLowerCase();
  return spaced.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

/** A word that is no phrase may be two of them: `sealno`, `portcode`. */
function latin(part: string, add: (word: string, share?: number) => void): void {
  const digits = /^(\p{L}+)(\d+)$/u.exec(part);
  if (digits) {
    latin(digits[1] ?? '', add);
    add(digits[2] ?? '', 0.5);
    return;
  }
  const known = byText.get(part) ?? byText.get(part.replace(/s$/, ''));
  if (known) {
    for (const concept of known) add(concept);
    return;
  }
  for (let cut = part.length - 2; cut >= 2; cut--) {
    const [first, second] = [byText.get(part.slice(0, cut)), byText.get(part.slice(cut))];
    if (!first || !second) continue;
    for (const concept of [...first, ...second]) add(concept, 0.9);
    return;
  }
  add(part.replace(/s$/, ''));
}

/** Longest phrases first; characters that are in none go by pairs. */
function chinese(part: string, add: (word: string, share?: number) => void): void {
  for (let at = 0; at < part.length; at++) {
    let length = Math.min(longestChinese, part.length - at);
    while (length > 0 && !byText.has(part.slice(at, at + length))) length--;
    if (length > 0) {
      for (const concept of byText.get(part.slice(at, at + length)) ?? []) add(concept);
      at += length - 1;
    } else {
      const pair = part.slice(at, at + 2);
      if (pair.length === 2) add(pair, 0.6);
    }
  }
}

/** How much two words say the same, 0 to 1: abbreviations are beginnings, and a date is nearly a time. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (moments.has(one) && moments.has(other)) return 0.7;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.startsWith(short) ? 0.7 : 0;
}

const moments = new Set(['date', 'time']);
