import { containerCheckDigit, isImoNumber, lookupCode } from '#canonical';
import { compilePattern, readPattern, type Format } from '#mapping';

/** What values look like. */
export type ValueKind =
  | 'container'
  | 'box'
  | 'imo'
  | 'date'
  | 'time'
  | 'decimal'
  | 'integer'
  | 'flag'
  | 'locode'
  | 'currency'
  | 'country'
  | 'hs'
  | 'code'
  | 'words';

/** How much of the different values of a place fit each kind, 0 to 1; kinds that none fits are not there. */
export interface ValueTypes {
  readonly shares: ReadonlyMap<ValueKind, number>;
  /** The patterns of its dates or times, the most frequent first. */
  readonly patterns: readonly string[];
  readonly flags: readonly [yes: string, no: string] | undefined;
  readonly longest: number;
}

const datePatterns = ['yyyyMMdd', 'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyy.MM.dd', 'yyyy年MM月dd日'];
const timePatterns = [
  'yyyyMMddHHmm',
  'yyyyMMddHHmmss',
  'yyyyMMddHHmmssSSS',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy-MM-ddTHH:mm:ss',
];
const compiled = [...datePatterns, ...timePatterns].flatMap((source) => compilePattern(source) ?? []);
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Years that a date of trade or of birth can be of. */
const years = { from: 1900, to: 2100 };

export function typesOf(values: Iterable<string>): ValueTypes {
  const all = [...values];
  const counts = new Map<ValueKind, number>();
  const patterns = new Map<string, number>();
  for (const value of all) {
    for (const kind of kindsOf(value)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const pattern = patternOf(value);
    if (pattern !== undefined) patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  }
  const flags = flagsOf(all);
  if (flags) counts.set('flag', all.length);
  return {
    shares: new Map([...counts].map(([kind, count]) => [kind, count / all.length])),
    patterns: [...patterns].sort(([, a], [, b]) => b - a).map(([pattern]) => pattern),
    flags,
    longest: Math.max(0, ...all.map(({ length }) => length)),
  };
}

function patternOf(value: string): string | undefined {
  if (iso.test(value)) return 'iso';
  return compiled.find((pattern) => {
    const parts = readPattern(pattern, value);
    return parts !== undefined && parts.year >= years.from && parts.year <= years.to;
  })?.source;
}

function kindsOf(value: string): ValueKind[] {
  const kinds: ValueKind[] = [];
  const plain = value.replace(/[\s-]/g, '').toUpperCase();
  const digit = containerCheckDigit(plain);
  if (digit !== undefined && String(digit) === plain.slice(-1)) kinds.push('container');
  if (digit !== undefined) kinds.push('box');
  if (isImoNumber(value.replace(/^UN/, ''))) kinds.push('imo');
  const pattern = patternOf(value);
  if (pattern !== undefined) kinds.push(datePatterns.includes(pattern) ? 'date' : 'time');
  if (/^[+-]?\d+$/.test(value)) kinds.push('integer');
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value)) kinds.push('decimal');
  if (/^[A-Z]{3}$/.test(value) && lookupCode('currency', value).is === 'known') kinds.push('currency');
  if (/^[A-Z]{2,3}$/.test(value) && lookupCode('country', value).is === 'known') kinds.push('country');
  if (/^[A-Z]{2}[A-Z0-9]{3}$/.test(value) && /known|alias|mistaken/.test(lookupCode('locode', value).is))
    kinds.push('locode');
  if (/^\d{8}(\d{2})?$/.test(value) && pattern === undefined) kinds.push('hs');
  if (/^[A-Za-z0-9_./-]{1,35}$/.test(value)) kinds.push('code');
  if (/\p{Script=Han}|\s/u.test(value) || /^[A-Za-z]{8,}$/.test(value)) kinds.push('words');
  return kinds;
}

/** Values of flags, yes first. */
const flagPairs: readonly (readonly [string, string])[] = [
  ['Y', 'N'],
  ['true', 'false'],
  ['1', '0'],
  ['是', '否'],
  ['T', 'F'],
];

const flagsOf = (values: readonly string[]): readonly [string, string] | undefined =>
  values.length === 0 ? undefined : flagPairs.find((pair) => values.every((value) => pair.includes(value)));

/** The format that takes values as a field of this kind has them; undefined for text, `none` where they do not fit. */
export function formatFor(kind: string, types: ValueTypes): Format | 'none' | undefined {
  const share = (one: ValueKind): number => types.shares.get(one) ?? 0;
  switch (kind) {
    case 'decimal':
      return share('decimal') === 1 ? 'decimal' : 'none';
    case 'integer':
      return share('integer') === 1 ? 'count' : 'none';
    case 'boolean':
      return types.flags ? { flag: { true: types.flags[0], false: types.flags[1] } } : 'none';
    case 'date':
      return share('date') === 1 ? { date: [...types.patterns] } : 'none';
    case 'dateTime':
    case 'instant': {
      if (share('date') + share('time') < 1) return 'none';
      const times = types.patterns.filter((pattern) => !datePatterns.includes(pattern));
      const dates = types.patterns.filter((pattern) => datePatterns.includes(pattern));
      return times.length === 0
        ? { date: dates }
        : {
            time: [
              ...times.filter((one) => one === 'iso'),
              ...times.filter((one) => one !== 'iso'),
              ...dates,
            ],
          };
    }
    default:
      return undefined;
  }
}
