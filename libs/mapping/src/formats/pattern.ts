/** The parts of a date and time as digits in the message say them; -1 where the pattern has no such part. */
export interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milli: number;
}

export type Part = keyof Parts;

interface Field {
  readonly part: Part | 'shortYear' | 'hundredth';
  readonly at: number;
  readonly length: number;
}

/** A pattern such as `yyyyMMddHHmm`, of fixed width but for `M`, `d` and `H`, which one digit is enough for. */
export interface Pattern {
  /** With two digits everywhere, as it is written. */
  readonly source: string;
  /** Gives a text with short fields the width of `source`; undefined where there are none. */
  readonly widen: ((text: string) => string) | undefined;
  readonly has: ReadonlySet<Part>;
  readonly fields: readonly Field[];
  /** The pattern with its fields left as they are: what stands between them. */
  readonly literals: readonly { readonly at: number; readonly character: string }[];
}

const letters: readonly (readonly [string, Field['part']])[] = [
  ['yyyy', 'year'],
  ['yy', 'shortYear'],
  ['MM', 'month'],
  ['dd', 'day'],
  ['HH', 'hour'],
  ['mm', 'minute'],
  ['ss', 'second'],
  ['SSS', 'milli'],
  ['SS', 'hundredth'],
];

/** Two-digit years from here on are of the last century: they are dates of birth. */
const pivot = 70;

export function compilePattern(given: string): Pattern | undefined {
  const source = given.replace(short, (letter) => letter + letter);
  const widen = source === given ? undefined : compileWiden(given);
  const fields: Field[] = [];
  const literals: { at: number; character: string }[] = [];
  for (let at = 0; at < source.length;) {
    const found = letters.find(([text]) => source.startsWith(text, at));
    if (found) {
      fields.push({ part: found[1], at, length: found[0].length });
      at += found[0].length;
    } else {
      literals.push({ at, character: source[at] ?? '' });
      at++;
    }
  }
  const has = new Set(fields.map(({ part }) => meant(part)));
  const complete = fields.length > 0 && has.size === fields.length;
  return complete ? { source, widen, has, fields, literals } : undefined;
}

/** A letter that stands alone. */
const short = /(?<!M)M(?!M)|(?<!d)d(?!d)|(?<!H)H(?!H)/g;

function compileWiden(given: string): (text: string) => string {
  const fields = given.split(short);
  const pattern = fields
    .map((fixed) =>
      fixed
        .replace(/[yMdHmsS]/g, '\u0000')
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('\u0000', '\\d'),
    )
    .join(')(\\d{1,2})(');
  const whole = new RegExp(`^(${pattern})$`);
  return (text) => {
    const [, ...parts] = whole.exec(text) ?? [];
    return parts.length === 0
      ? text
      : parts.map((part, i) => (i % 2 === 1 ? part.padStart(2, '0') : part)).join('');
  };
}

/** Undefined when the text does not fit, or names a day or an hour that does not exist. */
export function readPattern(pattern: Pattern, given: string): Parts | undefined {
  const text = pattern.widen ? pattern.widen(given) : given;
  if (text.length !== pattern.source.length) return undefined;
  for (const { at, character } of pattern.literals) if (text[at] !== character) return undefined;
  const parts: Parts = { year: -1, month: -1, day: -1, hour: -1, minute: -1, second: -1, milli: -1 };
  for (const { part, at, length } of pattern.fields) {
    const number = digits(text, at, length);
    if (number < 0) return undefined;
    if (part === 'shortYear') parts.year = number < pivot ? 2000 + number : 1900 + number;
    else if (part === 'hundredth') parts.milli = number * 10;
    else parts[part] = number;
  }
  return exists(parts) ? parts : midnight(parts);
}

/** 24:00 is the beginning of the next day (ISO 8601:2004, 4.2.3). */
function midnight(parts: Parts): Parts | undefined {
  const { year, month, day, hour, minute, second, milli } = parts;
  const start = { ...parts, hour: 0 };
  if (hour !== 24 || day < 0 || minute > 0 || second > 0 || milli > 0 || !exists(start)) return undefined;
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return {
    ...start,
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
  };
}

/** Parts that the pattern lacks are dropped, parts that the value lacks are zero. */
export function writePattern(pattern: Pattern, parts: Parts): string {
  let out = '';
  let next = 0;
  const literalsBefore = (at: number): void => {
    for (; next < at; next++) out += pattern.source[next] ?? '';
  };
  for (const { part, at, length } of pattern.fields) {
    literalsBefore(at);
    out += pad(Math.max(numberOf(parts, part), 0), length);
    next = at + length;
  }
  literalsBefore(pattern.source.length);
  return out;
}

function meant(part: Field['part']): Part {
  if (part === 'shortYear') return 'year';
  return part === 'hundredth' ? 'milli' : part;
}

function numberOf(parts: Parts, part: Field['part']): number {
  if (part === 'shortYear') return parts.year % 100;
  return part === 'hundredth' ? Math.floor(parts.milli / 10) : parts[part];
}

export const pad = (number: number, length: number): string => String(number).padStart(length, '0');

function digits(text: string, at: number, length: number): number {
  let number = 0;
  for (let i = at; i < at + length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether there is such a day and time. */
export function exists({ year, month, day, hour, minute, second }: Parts): boolean {
  if (month === 0 || month > 12 || day === 0) return false;
  if (day > daysOf(year, month)) return false;
  return hour < 24 && minute < 60 && second < 60;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year >= 0 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : 29;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
