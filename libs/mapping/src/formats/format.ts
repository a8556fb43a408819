import type { Json } from '#kernel';
import type { TreeNode } from '#syntax';
import type { Format } from '../definition.js';
import { compileCodec, type Codec } from './codec.js';
import { isDtmCode } from './dtm.js';
import { zoneMinutes } from './iso.js';
import { scalarOf } from './number.js';
import { partPiece, slicePiece, type Piece } from './piece.js';

/** The `as` of a rule, compiled. */
export interface RuleFormat {
  /** For faults: `decimal`, `time yyyyMMdd`. */
  readonly name: string;
  /** Whether white space around the value belongs to it. */
  readonly exact: boolean;
  /** The value is one piece of a text that other rules read and write too. */
  readonly piece: Piece | undefined;
  /** The value is a DTM date, with its format code in the next component. */
  readonly dtm: { readonly code: string; readonly zone: string | undefined } | undefined;
  readonly codec: Codec | undefined;
  /** What it is where the syntax tells numbers and booleans from texts. */
  readonly scalar: TreeNode['scalar'];
}

const plain: RuleFormat = {
  name: 'string',
  exact: false,
  piece: undefined,
  dtm: undefined,
  codec: undefined,
  scalar: undefined,
};

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
  const piece = isObject(first) ? compilePiece(first) : undefined;
  if (piece === 'wrong') return { unknown: name };
  const codec = compileCodecs(piece ? rest : [first, ...rest], zone);
  if (codec && 'unknown' in codec) return codec;
  const scalar = scalarOf(rest[rest.length - 1] ?? first);
  return { name, exact: first === 'text', piece, dtm: undefined, codec, scalar };
}

/** Formats one after the other; undefined where there are none. */
export function compileCodecs(
  formats: readonly Format[],
  zone: string | undefined,
): Codec | { readonly unknown: string } | undefined {
  const codecs: Codec[] = [];
  for (const format of formats) {
    const codec = isObject(format) || typeof format === 'string' ? compileCodec(format, zone) : undefined;
    if (!codec) return { unknown: JSON.stringify(format) ?? 'undefined' };
    codecs.push(codec);
  }
  return chain(codecs);
}

function compilePiece(format: Exclude<Format, string>): Piece | 'wrong' | undefined {
  if ('part' in format) {
    const right =
      Number.isInteger(format.part) && format.part >= 1 && typeof format.of === 'string' && format.of;
    return right ? partPiece(format.part - 1, format.of) : 'wrong';
  }
  if (!('slice' in format)) return undefined;
  const [from = 0, to = 0] = isList(format.slice) ? format.slice : [];
  const right = [from, to].every(Number.isInteger) && from >= 1 && to >= from && to <= maxColumn;
  return right ? slicePiece(from, to, format.wide === true) : 'wrong';
}

/** Columns of a record of fixed width. */
const maxColumn = 10_000;

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

export function nameOf(formats: readonly Format[]): string {
  return formats
    .map((format) => {
      if (!isObject(format)) return String(format);
      return Object.entries(format)
        .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' ');
    })
    .join(', ');
}

const isList = <T, L extends readonly unknown[]>(as: T | L): as is L => Array.isArray(as);
const isObject = (format: Format): format is Exclude<Format, string> =>
  typeof format === 'object' && format !== null;
