import type { Json } from '#kernel';
import type { Format } from '../definition.js';
import { number } from './number.js';
import { formatIso, inZone, parseIso, readIso, zoneMinutes } from './iso.js';
import { letters, padding, scaled, without } from './text-codecs.js';
import { compilePattern, readPattern, writePattern, type Part, type Pattern } from './pattern.js';

/** A format both ways. Undefined means that the value does not fit. */
export interface Codec {
  /** @param comma whether `,` may stand for the decimal point */
  read(text: string, comma: boolean): Json | undefined;
  write(value: Json): string | undefined;
}

/** @param zone offset of local times; undefined: they stay local */
export function compileCodec(format: Format, zone: string | undefined): Codec | undefined {
  if (typeof format === 'string') return Object.hasOwn(named, format) ? named[format] : undefined;
  if ('date' in format) return moment(format.date, undefined, ['year'], ['hour']);
  if ('time' in format) {
    if (format.zone !== undefined && zoneMinutes(format.zone) === undefined) return undefined;
    return moment(format.time, format.zone ?? zone, ['hour'], []);
  }
  if ('flag' in format) return flag(format.flag.true, format.flag.false);
  if ('prefix' in format) return prefix(format.prefix);
  if ('pad' in format) return padding(format.pad, format.with ?? ' ', format.side ?? 'right');
  if ('without' in format) return without(format.without);
  if ('scale' in format) return scaled(format.scale);
  return undefined;
}

const text: Codec = {
  read: (value) => value,
  write: (value) => (typeof value === 'string' ? value : undefined),
};

const checked = (pattern: RegExp): Codec => ({
  read: (value) => (pattern.test(value) ? value : undefined),
  write: (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
});

const decimals = checked(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/);

const named: Readonly<Record<string, Codec>> = {
  string: text,
  text,
  number,
  upper: letters((value) => value.toUpperCase()),
  lower: letters((value) => value.toLowerCase()),
  integer: checked(/^[+-]?\d+$/),
  decimal: {
    read: (value, comma) => decimals.read(comma ? value.replace(',', '.') : value, comma),
    write: decimals.write,
  },
  count: {
    read: (value) => (/^\d{1,15}$/.test(value) ? Number(value) : undefined),
    write: (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined,
  },
};

/**
 * Dates and times: several patterns are read; the first that the value fills is written. The first says what kind it
 * is; a time may also be read and written as a mere date where a later pattern is one.
 */
function moment(
  sources: string | readonly string[],
  zone: string | undefined,
  needed: readonly Part[],
  refused: readonly Part[],
): Codec | undefined {
  const all = typeof sources === 'string' ? [sources] : sources;
  const standard = all[0] === 'iso';
  if (standard && refused.length > 0) return undefined;
  const patterns: Pattern[] = [];
  for (const source of standard ? all.slice(1) : all) {
    const pattern = typeof source === 'string' ? compilePattern(source) : undefined;
    if (!pattern || refused.some((part) => pattern.has.has(part))) return undefined;
    const whole = needed.every((part) => pattern.has.has(part));
    if (!whole && ((patterns.length === 0 && !standard) || !pattern.has.has('year'))) return undefined;
    patterns.push(pattern);
  }
  if (patterns.length === 0 && !standard) return undefined;
  return {
    read(value) {
      const stated = standard ? readIso(value, zone) : undefined;
      if (stated !== undefined) return stated;
      for (const pattern of patterns) {
        const parts = readPattern(pattern, value);
        if (parts) return formatIso(parts, zone);
      }
      return undefined;
    },
    write(value) {
      const iso = typeof value === 'string' ? parseIso(value) : undefined;
      if (!iso) return undefined;
      if (standard) return typeof value === 'string' ? value : undefined;
      const parts = inZone(iso, zone);
      const written = patterns.find(({ has }) =>
        [...has].every((part) => part === 'milli' || part === 'second' || parts[part] >= 0),
      );
      return written && writePattern(written, parts);
    },
  };
}

function flag(yes: string, no: string): Codec {
  return {
    read: (value) => (value === yes ? true : value === no ? false : undefined),
    write: (value) => (value === true ? yes : value === false ? no : undefined),
  };
}

function prefix(start: string): Codec {
  return {
    read: (value) => (value.startsWith(start) ? value.slice(start.length) : value),
    write: (value) => (typeof value === 'string' ? start + value : undefined),
  };
}
