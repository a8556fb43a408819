import { fail, ok } from '#kernel';
import type { Format } from '../definition.js';
import { shown } from '../convert.js';
import type { Join } from '../join.js';
import { compileCodec } from './codec.js';
import { nameOf } from './format.js';
import { formatIso, inZone, parseIso, zoneMinutes } from './iso.js';

type Together = Extract<Format, { readonly together: unknown }>;

export const isTogether = (as: Format | readonly Format[] | undefined): as is Together =>
  typeof as === 'object' && as !== null && 'together' in as;

/** A date at one place and a time of day at another. A date alone stays a date, a time alone says nothing. */
export function compileTogether(format: Together, mappingZone: string | undefined): Join | undefined {
  const zone = format.zone ?? mappingZone;
  if (zone !== undefined && zoneMinutes(zone) === undefined) return undefined;
  const formats: readonly unknown[] = Array.isArray(format.together) ? format.together : [];
  if (formats.length !== 2) return undefined;
  const [dateFormat, timeFormat] = format.together;
  if (!hasMember(dateFormat, 'date') || !hasMember(timeFormat, 'time')) return undefined;
  const date = compileCodec(dateFormat, undefined);
  const time = compileCodec(timeFormat, undefined);
  if (!date || !time) return undefined;
  const name = nameOf([dateFormat, timeFormat]);
  const wrong = (code: 'MAPPING_VALUE' | 'MAPPING_WRITE_VALUE', value: string) =>
    fail({ code, values: { value: shown(value), format: name } });
  return {
    name,
    read([first = '', second = ''], comma) {
      if (first === '') return ok(undefined);
      const day = date.read(first, comma);
      const hour = second === '' ? '' : time.read(second, comma);
      if (typeof day !== 'string') return wrong('MAPPING_VALUE', first);
      if (typeof hour !== 'string' || hour.length > timeLength) return wrong('MAPPING_VALUE', second);
      return ok(hour === '' || day.length < dayLength ? day : `${day}T${hour}${zone ?? ''}`);
    },
    write(value) {
      const iso = typeof value === 'string' ? parseIso(value) : undefined;
      if (!iso || iso.parts.year < 0) return wrong('MAPPING_WRITE_VALUE', String(value));
      const parts = inZone(iso, zone);
      const day = date.write(formatIso({ ...parts, hour: -1 }, undefined));
      const hour = parts.hour < 0 ? '' : time.write(formatIso({ ...parts, year: -1 }, undefined));
      return day === undefined || hour === undefined
        ? wrong('MAPPING_WRITE_VALUE', String(value))
        : ok([day, hour]);
    },
  };
}

/** `2025-03-12`, `20:01:00`: what is shorter is a month, what is longer a date. */
const dayLength = 10;
const timeLength = 8;

const hasMember = (format: Format | undefined, member: string): boolean =>
  typeof format === 'object' && format !== null && Object.hasOwn(format, member);
