import type { Target } from './targets.js';
import { wordsOf } from './words.js';

/** Different values that a code can have at most. */
const mostCodes = 12;

/**
 * The table from values of a message to those that a schema names: by what both mean, or by the first letter where that
 * tells them apart. Only a table that says something of every value is one.
 */
export function codesFor(
  { examples }: Target,
  values: ReadonlyMap<string, number>,
): Readonly<Record<string, string>> | undefined {
  const words = examples.filter((example) => /^[a-z][a-z-]+$/.test(example));
  if (words.length < 2 || values.size === 0 || values.size > mostCodes) return undefined;
  const table: Record<string, string> = {};
  for (const value of values.keys()) {
    const meant = words.filter((word) => means(value, word));
    const [only] = meant;
    if (only === undefined || meant.length > 1) return undefined;
    table[value] = only;
  }
  return Object.entries(table).every(([value, word]) => value === word) ? undefined : table;
}

function means(value: string, word: string): boolean {
  if (value.toLowerCase() === word) return true;
  if (/^[A-Z]$/i.test(value)) return word.startsWith(value.toLowerCase());
  const concepts = wordsOf(word);
  return [...wordsOf(value).keys()].some((one) => concepts.has(one));
}
