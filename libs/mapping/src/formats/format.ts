import type { Json } from '#kernel';
import type { Format } from '../definition.js';
import { compileCodec, type Codec } from './codec.js';
import { isDtmCode } from './dtm.js';
import { zoneMinutes } from './iso.js';

/** The `as` of a rule, compiled. */
export interface RuleFormat {
  /** For faults: `decimal`, `time yyyyMMdd`. */
  readonly name: string;
  /** Whether white space around the value belongs to it. */
  readonly exact: boolean;
  /** The value is one part of a text. `part` from 0. */
  readonly part: { readonly index: number; readonly of: string } | undefined;
  /** The value is a DTM date, with its format code in the next component. */
  readonly dtm: { readonly code: string; readonly zone: string | undefined } | undefined;
  readonly codec: Codec | undefined;
}

const plain: RuleFormat = { name: 'string', exact: false, part: undefined, dtm: undefined, codec: undefined };

/** The name of the format that is not known, when one is not. */
export function compileFormat(
  as: Format | readonly Format[] | undefined,
  zone: string | undefined,
): RuleFormat | { readonly unknown: string } {
  if (as === undefined || as === 'string') return plain;
  const [first, ...rest] = isList(as) ? as : [as];
  if (first === undefined) return { unknown: '[]' };
  const name = nameOf([first, ...rest]);
  if (isObject(first) && 'dtm' in first) {
    const ownZone = first.zone ?? zone;
    const fits =
      rest.length === 0 &&
      isDtmCode(String(first.dtm)) &&
      (ownZone === undefined || zoneMinutes(ownZone) !== undefined);
    return fits ? { ...plain, name, dtm: { code: first.dtm, zone: ownZone } } : { unknown: name };
  }
  const part = isObject(first) && 'part' in first ? { index: first.part - 1, of: first.of } : undefined;
  if (part && !(Number.isInteger(part.index) && part.index >= 0 && part.of)) return { unknown: name };
  const codecs: Codec[] = [];
  for (const format of part ? rest : [first, ...rest]) {
    const codec = isObject(format) || typeof format === 'string' ? compileCodec(format, zone) : undefined;
    if (!codec) return { unknown: JSON.stringify(format) ?? 'undefined' };
    codecs.push(codec);
  }
  return { name, exact: first === 'text', part, dtm: undefined, codec: chain(codecs) };
}

function chain(codecs: readonly Codec[]): Codec | undefined {
  if (codecs.length <= 1) return codecs[0];
  const backwards = [...codecs].reverse();
  return {
    read(text, comma) {
      let value: Json | undefined = text;
      for (const codec of codecs) value = typeof value === 'string' ? codec.read(value, comma) : undefined;
      return value;
    },
    write(value) {
      let text: string | undefined;
      let at: Json = value;
      for (const codec of backwards) {
        text = codec.write(at);
        if (text === undefined) return undefined;
        at = text;
      }
      return text;
    },
  };
}

function nameOf(formats: readonly Format[]): string {
  return formats
    .map((format) => {
      if (!isObject(format)) return String(format);
      return Object.entries(format)
        .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' ');
    })
    .join(', ');
}

const isList = (as: Format | readonly Format[]): as is readonly Format[] => Array.isArray(as);
const isObject = (format: Format): format is Exclude<Format, string> =>
  typeof format === 'object' && format !== null;
