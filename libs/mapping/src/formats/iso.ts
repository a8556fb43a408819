import { exists, pad, type Parts } from './pattern.js';

/** A document's date or time: its parts, and the offset it states, in minutes. */
export interface IsoValue {
  readonly parts: Parts;
  readonly offset: number | undefined;
}

const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;
const timeOfDay = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** `2025-03-12`, `2025-03-12T20:01:00`, with `.5` and `+08:00` where known, `2025-03`, `20:01:00`. */
export function parseIso(text: string): IsoValue | undefined {
  const time = timeOfDay.exec(text);
  if (time) {
    const [, hour, minute, second = '0'] = time;
    return {
      parts: { ...noParts, hour: Number(hour), minute: Number(minute), second: Number(second) },
      offset: undefined,
    };
  }
  const found = iso.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '0', zone] = found;
  const number = (part: string | undefined): number => (part === undefined ? -1 : Number(part));
  const parts: Parts = {
    year: number(year),
    month: number(month),
    day: number(day),
    hour: number(hour),
    minute: number(minute),
    second: hour === undefined ? -1 : Number(second ?? '0'),
    milli: hour === undefined ? -1 : Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
  return { parts, offset: zone === undefined ? undefined : zoneMinutes(zone) };
}

/** A date, or a date with a time, that a message states in ISO 8601; with `zone` where it states no offset. */
export function readIso(text: string, zone: string | undefined): string | undefined {
  const found = parseIso(text);
  if (!found || found.parts.day < 0 || !exists(found.parts)) return undefined;
  const { parts, offset } = found;
  if (parts.hour >= 0 && offset !== undefined) return text.replace(/([+-]\d{2}):?(\d{2})?$/, withColon);
  if (parts.hour < 0) return text;
  return `${text}${zone ?? ''}`;
}

/** `+0800` and `+08` are the basic format of an offset; documents have the extended one. */
const withColon = (_: string, hours: string, minutes = '00'): string => `${hours}:${minutes}`;

/** The parts that a message stated, as a document states them. */
export function formatIso(parts: Parts, zone: string | undefined): string {
  const { year, month, day, hour, minute, second, milli } = parts;
  const time = `${pad(hour, 2)}:${pad(Math.max(minute, 0), 2)}:${pad(Math.max(second, 0), 2)}`;
  if (year < 0) return time;
  if (month < 0) return pad(year, 4);
  if (day < 0) return `${pad(year, 4)}-${pad(month, 2)}`;
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (hour < 0) return date;
  return `${date}T${time}${milli > 0 ? `.${pad(milli, 3)}` : ''}${zone ?? ''}`;
}

/** `+08:00` in minutes; undefined when it is no offset. */
export function zoneMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const found = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (!found) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? '0');
  return found[1] === '-' ? -minutes : minutes;
}

/** The same instant on the clocks of another zone. Values without a time of day have none and stay. */
export function inZone({ parts, offset }: IsoValue, zone: string | undefined): Parts {
  const target = zone === undefined ? undefined : zoneMinutes(zone);
  if (offset === undefined || target === undefined || offset === target || parts.hour < 0) return parts;
  const { year, month, day, hour, minute, second, milli } = parts;
  const moved = new Date(Date.UTC(year, month - 1, day, hour, minute - offset + target, second, milli));
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    hour: moved.getUTCHours(),
    minute: moved.getUTCMinutes(),
    second: moved.getUTCSeconds(),
    milli,
  };
}

const noParts: Parts = { year: -1, month: -1, day: -1, hour: -1, minute: -1, second: -1, milli: -1 };
