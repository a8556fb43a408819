import { formatIso, inZone, parseIso, zoneMinutes } from './iso.js';
import { compilePattern, pad, readPattern, writePattern, type Pattern } from './pattern.js';

/** Format codes of DTM (DE 2379) and their patterns. `Z` at the end: an offset or the name of a zone may follow. */
const codes: Readonly<Record<string, string>> = {
  2: 'ddMMyy',
  3: 'MMddyy',
  4: 'ddMMyyyy',
  5: 'ddMMyyyyHHmm',
  101: 'yyMMdd',
  102: 'yyyyMMdd',
  201: 'yyMMddHHmm',
  202: 'yyMMddHHmmss',
  203: 'yyyyMMddHHmm',
  204: 'yyyyMMddHHmmss',
  205: 'yyyyMMddHHmmZ',
  301: 'yyMMddHHmmZ',
  302: 'yyMMddHHmmssZ',
  303: 'yyyyMMddHHmmZ',
  304: 'yyyyMMddHHmmssZ',
  401: 'HHmm',
  402: 'HHmmss',
  602: 'yyyy',
  609: 'yyMM',
  610: 'yyyyMM',
};

/** What digits most likely are when they do not fit the stated code: terminals write a date under 203. */
const byLength: Readonly<Record<number, string>> = { 6: '101', 8: '102', 10: '201', 12: '203', 14: '204' };

interface DtmCode {
  readonly pattern: Pattern;
  readonly zoned: boolean;
}

const compiled: ReadonlyMap<string, DtmCode> = new Map(
  Object.entries(codes).flatMap(([code, source]) => {
    const zoned = source.endsWith('Z');
    const pattern = compilePattern(zoned ? source.slice(0, -1) : source);
    return pattern ? [[code, { pattern, zoned }]] : [];
  }),
);

/** Codes of values without a year, or without year and month: those of the day they are nearest to are put before. */
const partial: Readonly<Record<string, 'year' | 'month'>> = { 305: 'year', 306: 'month' };

/** Codes of periods, and the code of either end. */
const periods: Readonly<Record<string, string>> = {
  711: '102',
  713: '201',
  717: '101',
  718: '102',
  719: '203',
};

export const isDtmCode = (code: string): boolean =>
  compiled.has(code) || Object.hasOwn(partial, code) || Object.hasOwn(periods, code);

/** `odd`: the value did not fit its code and was read by its length. */
export interface DtmRead {
  readonly value: string;
  readonly odd: boolean;
  /**
   * What the value does not say of the text: the name of a zone, the end of a period; or says beyond it: the
   * year; `part`: the day, or month and day, are zeros and not known.
   */
  readonly note?: 'zone' | 'period' | 'year' | 'part';
}

/**
 * @param stated the format code in the message; undefined where it has none, which is then taken by the length of the
 * value, or else for `otherwise`. A code that is not known says that the value is something else: it is not read
 * @param zone offset of local times, added where the value has none of its own
 * @param near a day that the message was made on, for values without a year
 */
export function readDtm(
  text: string,
  stated: string | undefined,
  zone: string | undefined,
  otherwise = '203',
  near?: string,
): DtmRead | undefined {
  const likely = compiled.get(byLength[text.length] ?? '');
  if (stated !== undefined && !compiled.has(stated)) return readOther(text, stated, zone, near);
  const first = stated === undefined ? likely : compiled.get(stated);
  const read = first && readCode(text, first, zone);
  if (read) return read;
  const second = stated === undefined ? compiled.get(otherwise) : likely;
  const guessed = second && readCode(text, second, zone);
  return guessed ? { ...guessed, odd: stated !== undefined } : readPart(text, stated);
}

/** `19850000`, `850600`: a year, or year and month, of a day that is not known. */
function readPart(text: string, stated: string | undefined): DtmRead | undefined {
  const [, year = '', month = ''] = /^(\d\d(?:\d\d)?)(\d\d)00$/.exec(text) ?? [];
  const isDate = stated === undefined || stated === '101' || stated === '102';
  const code = compiled.get(month === '00' ? '102' : '610');
  if (!isDate || !code || Number(year) === 0) return undefined;
  const whole = readCode(month === '00' ? `${century(year)}0101` : century(year) + month, code, undefined);
  return whole && { value: month === '00' ? whole.value.slice(0, 4) : whole.value, odd: false, note: 'part' };
}

/** As in dates with two digits of the year. */
const century = (year: string): string =>
  year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`;

/** The start of a period; the day and time that a value without a year means. */
function readOther(
  text: string,
  stated: string,
  zone: string | undefined,
  near: string | undefined,
): DtmRead | undefined {
  const either = compiled.get(periods[stated] ?? '');
  if (either) {
    const width = either.pattern.source.length;
    const start = readCode(text.slice(0, width), either, zone);
    const end = readCode(text.slice(width).replace(/^-/, ''), either, zone);
    return start && end && { ...start, note: 'period' };
  }
  const missing = partial[stated];
  if (missing === undefined || near === undefined) return undefined;
  const value = nearest(text, missing, near, zone);
  return value === undefined ? undefined : { value, odd: false, note: 'year' };
}

/** The day and time nearest to another day among those that `MMddHHmm` or `ddHHmm` may mean. */
function nearest(
  text: string,
  missing: 'year' | 'month',
  near: string,
  zone: string | undefined,
): string | undefined {
  const code = compiled.get('203');
  const [year = 0, month = 0] = near.split('-').map(Number);
  const at = Date.parse(near);
  if (!code || Number.isNaN(at)) return undefined;
  const before = [-1, 0, 1].map((by) => {
    const first = new Date(Date.UTC(year, missing === 'year' ? month - 1 + 12 * by : month - 1 + by, 1));
    return first
      .toISOString()
      .slice(0, missing === 'year' ? 4 : 7)
      .replace('-', '');
  });
  const values = before.flatMap((start) => readCode(start + text, code, zone)?.value ?? []);
  const distance = (value: string): number => Math.abs(Date.parse(value.slice(0, 10)) - at);
  return values.sort((one, other) => distance(one) - distance(other))[0];
}

/** A day of the past with two digits of its year: the latest one that is not after another day. */
export function notAfter(value: string, text: string, latest: string): string {
  const year = Number(value.slice(0, 4));
  if (text.length !== 6 || value <= latest || !(year > 0)) return value;
  return `${pad(year - 100, 4)}${value.slice(4)}`;
}

function readCode(text: string, { pattern, zoned }: DtmCode, zone: string | undefined): DtmRead | undefined {
  if (!zoned) {
    const parts = readPattern(pattern, text);
    return parts && { value: formatIso(parts, zone), odd: false };
  }
  const width = pattern.source.length;
  const parts = readPattern(pattern, text.slice(0, width));
  if (!parts) return undefined;
  const stated = text.slice(width).trim();
  if (stated === '') return { value: formatIso(parts, zone), odd: false };
  const offset = zoneOf(stated);
  return offset === undefined
    ? { value: formatIso(parts, undefined), odd: false, note: 'zone' }
    : { value: formatIso(parts, offset), odd: false };
}

/** `+0800`, `+08`, `UTC`; the name of any other zone says nothing that can be relied on. */
function zoneOf(text: string): string | undefined {
  const offset = /^([+-]\d{2})(?::?(\d{2}))?$/.exec(text);
  if (offset) return `${offset[1] ?? ''}:${offset[2] ?? '00'}`;
  return /^(UTC|GMT|Z)$/.test(text) ? '+00:00' : undefined;
}

/** What is written of a time whose offset nobody knows. */
const withoutZone: Readonly<Record<string, string>> = {
  205: '203',
  301: '201',
  302: '202',
  303: '203',
  304: '204',
};

/** Minutes are enough where there are no seconds. */
const exact = ({ second }: { readonly second: number }, code: string): string =>
  second > 0 ? (withSeconds[code] ?? code) : code;

const withSeconds: Readonly<Record<string, string>> = {
  201: '202',
  203: '204',
  301: '302',
  303: '304',
};

/** @returns the digits and the code that they are in: the wished one, or 102, 610 and the like for values without time */
export function writeDtm(
  value: string,
  wished: string,
  zone: string | undefined,
): { readonly text: string; readonly code: string } | undefined {
  const iso = parseIso(value);
  if (!iso) return undefined;
  const known = iso.offset !== undefined || zone !== undefined;
  const code = exact(iso.parts, codeFor(iso.parts, known ? wished : (withoutZone[wished] ?? wished)));
  const target = compiled.get(code);
  if (!target) return undefined;
  if (!target.zoned) return { text: writePattern(target.pattern, inZone(iso, zone)), code };
  const offset = iso.offset ?? zoneMinutes(zone ?? '+00:00') ?? 0;
  return { text: writePattern(target.pattern, iso.parts) + zoneText(offset, code), code };
}

function codeFor(parts: { year: number; month: number; day: number; hour: number }, wished: string): string {
  const pattern = compiled.get(wished)?.pattern;
  if (parts.year < 0) return pattern && !pattern.has.has('year') ? wished : '402';
  if (parts.month < 0) return '602';
  if (parts.day < 0) return wished === '609' ? wished : '610';
  if (parts.hour < 0) return pattern?.has.has('day') && !pattern.has.has('hour') ? wished : '102';
  return pattern?.has.has('hour') && pattern.has.has('year') ? wished : '203';
}

function zoneText(offset: number, code: string): string {
  if (code !== '205' && offset === 0) return 'UTC';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
}
