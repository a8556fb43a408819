import { formatIso, inZone, parseIso, zoneMinutes } from './iso.js';
import { compilePattern, pad, readPattern, writePattern, type Pattern } from './pattern.js';

/** Format codes of DTM (DE 2379) and their patterns. `Z` at the end: an offset or the name of a zone follows. */
const codes: Readonly<Record<string, string>> = {
  2: 'ddMMyy',
  101: 'yyMMdd',
  102: 'yyyyMMdd',
  201: 'yyMMddHHmm',
  202: 'yyMMddHHmmss',
  203: 'yyyyMMddHHmm',
  204: 'yyyyMMddHHmmss',
  205: 'yyyyMMddHHmmZ',
  301: 'yyMMddHHmmZ',
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

export const isDtmCode = (code: string): boolean => compiled.has(code);

/** `odd`: the value did not fit its code and was read by its length. */
export interface DtmRead {
  readonly value: string;
  readonly odd: boolean;
}

/**
 * @param stated the format code in the message; undefined where it has none, which is then taken by the length of the
 * value, or else for `otherwise`
 * @param zone offset of local times, added where the value has none of its own
 */
export function readDtm(
  text: string,
  stated: string | undefined,
  zone: string | undefined,
  otherwise = '203',
): DtmRead | undefined {
  const likely = compiled.get(byLength[text.length] ?? '');
  const first = stated === undefined ? likely : compiled.get(stated);
  const value = first && readCode(text, first, zone);
  if (value !== undefined) return { value, odd: false };
  const second = stated === undefined ? compiled.get(otherwise) : likely;
  const guessed = second && readCode(text, second, zone);
  return guessed === undefined ? undefined : { value: guessed, odd: stated !== undefined };
}

/** A day of the past with two digits of its year: the latest one that is not after another day. */
export function notAfter(value: string, text: string, latest: string): string {
  const year = Number(value.slice(0, 4));
  if (text.length !== 6 || value <= latest || !(year > 0)) return value;
  return `${pad(year - 100, 4)}${value.slice(4)}`;
}

function readCode(text: string, { pattern, zoned }: DtmCode, zone: string | undefined): string | undefined {
  if (!zoned) {
    const parts = readPattern(pattern, text);
    return parts && formatIso(parts, zone);
  }
  const width = pattern.source.length;
  const parts = readPattern(pattern, text.slice(0, width));
  return parts && formatIso(parts, zoneOf(text.slice(width)) ?? zone);
}

/** `+0800`, `UTC`; the name of any other zone says nothing that can be relied on. */
function zoneOf(text: string): string | undefined {
  const offset = /^([+-]\d{2}):?(\d{2})$/.exec(text);
  if (offset) return `${offset[1] ?? ''}:${offset[2] ?? ''}`;
  return /^(UTC|GMT|Z)$/.test(text) ? '+00:00' : undefined;
}

/** What is written of a time whose offset nobody knows. */
const withoutZone: Readonly<Record<string, string>> = { 205: '203', 301: '201', 303: '203', 304: '204' };

/** Minutes are enough where there are no seconds. */
const exact = ({ second }: { readonly second: number }, code: string): string =>
  second > 0 ? (withSeconds[code] ?? code) : code;

const withSeconds: Readonly<Record<string, string>> = { 201: '202', 203: '204', 303: '304' };

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
