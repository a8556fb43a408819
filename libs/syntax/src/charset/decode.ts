import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { fail, ok, type Fault, type Result } from '#kernel';
import { syntaxFaults } from '../faults.js';
import { decodeGb, firstInvalidGb, firstInvalidUtf8, isMostlyUtf8 } from './invalid.js';
import {
  doubleOffsets,
  gbMeasure,
  plainOffsets,
  utf8Measure,
  walkedOffsets,
  type Offsets,
} from './offsets.js';

/** The text of a message and the way back to its bytes. */
export interface Decoded {
  readonly text: string;
  /** As TextDecoder names it: `utf-8`, `gb18030`, `iso-8859-1`, … */
  readonly charset: string;
  readonly offsets: Offsets;
  readonly warnings: readonly Fault[];
}

const gbNames = new Set([
  'gb2312',
  'gbk',
  'gb18030',
  'gb_2312-80',
  'cp936',
  'ms936',
  'windows-936',
  'euc-cn',
  'x-gbk',
]);
const utf8Names = new Set([
  'utf-8',
  'utf8',
  'unicode-1-1-utf-8',
  'unicode',
  'utf-16',
  'utf-16le',
  'utf-16be',
]);
const latinNames = new Set(['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'latin-1', 'windows-1252']);
const asciiNames = new Set(['us-ascii', 'ascii']);
const otherNames = /^(iso-8859-([2-8]|10|13|14|15|16)|windows-125[0-8]|koi8-[ru])$/;

/**
 * Decodes by byte order mark first, then by what the bytes are, then by what was declared: senders declare wrongly more
 * often than bytes lie. Valid UTF-8 with anything beyond ASCII is UTF-8, but for a few characters declared as GB; else GB 18030 where it was declared, or where
 * UTF-8 was declared and most of it is not. UTF-8 with some bad bytes is a fault: as GB 18030 it would read as nonsense.
 *
 * @param declared name in the XML declaration, or the charset that a syntax identifier stands for
 */
export function decode(bytes: Uint8Array, declared: string | undefined): Result<Decoded, Fault[]> {
  const label = declared?.trim().toLowerCase();
  const order = utf16Order(bytes);
  if (order !== undefined) return utf16(bytes, order);
  const start = hasUtf8Mark(bytes) ? 3 : 0;
  const raw = rawOf(bytes, start);
  if (isAscii(raw)) return ok(ascii(raw, start));
  const text = isUtf8(raw) ? raw.toString('utf8') : undefined;
  if (text !== undefined && !(gbNames.has(label ?? '') && start === 0 && isShortGb(text))) {
    const fits = start > 0 || label === undefined || utf8Names.has(label);
    return ok(utf8(text, bytes, start, fits ? [] : differs(label, 'utf-8')));
  }
  return notUtf8(bytes, raw, start, label);
}

/** Files that cannot declare a charset are UTF-8 or GB 18030: what the bytes are is no contradiction. */
export function decodeUndeclared(bytes: Uint8Array): Result<Decoded, Fault[]> {
  const order = utf16Order(bytes);
  if (order !== undefined) return utf16(bytes, order);
  const start = hasUtf8Mark(bytes) ? 3 : 0;
  const raw = rawOf(bytes, start);
  if (isAscii(raw)) return ok(ascii(raw, start));
  const mayBeUtf8 = isUtf8(raw);
  if (mayBeUtf8) {
    const text = raw.toString('utf8');
    if (start > 0 || !isShortGb(text)) return ok(utf8(text, bytes, start, []));
  } else if (isMostlyUtf8(raw)) return invalid('utf-8', start + firstInvalidUtf8(raw));
  const text = decodeGb(raw);
  if (text !== undefined) return ok(gb18030(text, bytes, start, []));
  return mayBeUtf8
    ? invalid('gb18030', start + (firstInvalidGb(raw) ?? 0))
    : invalid('utf-8', start + firstInvalidUtf8(raw));
}

function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const hasUtf8Mark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function rawOf(bytes: Uint8Array, start: number): Buffer {
  if (start === 0 && Buffer.isBuffer(bytes)) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
}

const ascii = (raw: Buffer, start: number): Decoded => ({
  text: raw.toString('latin1'),
  charset: 'utf-8',
  offsets: plainOffsets(start),
  warnings: none,
});

const utf8 = (text: string, bytes: Uint8Array, start: number, warnings: readonly Fault[]): Decoded => ({
  text,
  charset: 'utf-8',
  offsets: walkedOffsets(text, start, bytes.length, utf8Measure),
  warnings,
});

const gb18030 = (text: string, bytes: Uint8Array, start: number, warnings: readonly Fault[]): Decoded => ({
  text,
  charset: 'gb18030',
  offsets: walkedOffsets(text, start, bytes.length, gbMeasure(bytes)),
  warnings,
});

const none: readonly Fault[] = [];

/**
 * A few Chinese characters in GB 18030 may happen to be valid UTF-8, but only ever as characters of two bytes. Chinese that
 * is really UTF-8 has three bytes a character, so a message declared as GB that has none of these is GB.
 */
const isShortGb = (utf8: string): boolean => !/[\u0800-\uffff]/.test(utf8);

function notUtf8(
  bytes: Uint8Array,
  raw: Buffer,
  start: number,
  label: string | undefined,
): Result<Decoded, Fault[]> {
  if (label !== undefined && latinNames.has(label)) {
    return ok({
      text: raw.toString('latin1'),
      charset: 'iso-8859-1',
      offsets: plainOffsets(start),
      warnings: [],
    });
  }
  if (label !== undefined && otherNames.test(label)) return single(raw, start, label);
  const gbDeclared = label !== undefined && gbNames.has(label);
  const known = label === undefined || gbDeclared || utf8Names.has(label) || asciiNames.has(label);
  if (!known) {
    return fail([syntaxFaults.make('SYNTAX_CHARSET_UNSUPPORTED', { values: { charset: label } })]);
  }
  if (!gbDeclared && isMostlyUtf8(raw)) return invalid('utf-8', start + firstInvalidUtf8(raw));
  const text = decodeGb(raw);
  if (text !== undefined)
    return ok(gb18030(text, bytes, start, gbDeclared ? [] : differs(label ?? 'utf-8', 'gb18030')));
  return gbDeclared
    ? invalid(label, start + (firstInvalidGb(raw) ?? 0))
    : invalid('utf-8', start + firstInvalidUtf8(raw));
}

const invalid = (charset: string, byte: number): Result<Decoded, Fault[]> =>
  fail([
    syntaxFaults.make('SYNTAX_CHARSET_INVALID', {
      values: { charset, byte },
      place: { span: { from: byte, to: byte + 1 } },
    }),
  ]);

/** One of the ISO 8859 family: a byte that it does not have is a fault, as a guess would change the text. */
function single(raw: Buffer, start: number, label: string): Result<Decoded, Fault[]> {
  const text = new TextDecoder(label).decode(raw);
  const at = text.indexOf('\ufffd');
  if (at < 0) return ok({ text, charset: label, offsets: plainOffsets(start), warnings: [] });
  const span = { from: start + at, to: start + at + 1 };
  return fail([
    syntaxFaults.make('SYNTAX_CHARSET_INVALID', {
      values: { charset: label, byte: span.from },
      place: { span },
    }),
  ]);
}

function utf16(bytes: Uint8Array, charset: string): Result<Decoded, Fault[]> {
  const text = new TextDecoder(charset).decode(bytes.subarray(2));
  const at = text.indexOf('\ufffd');
  if (at < 0 && bytes.length % 2 === 0) return ok({ text, charset, offsets: doubleOffsets(2), warnings: [] });
  const from = at < 0 ? bytes.length - 1 : at * 2 + 2;
  const place = { span: { from, to: Math.min(from + 2, bytes.length) } };
  return fail([syntaxFaults.make('SYNTAX_CHARSET_INVALID', { values: { charset, byte: from }, place })]);
}

const differs = (declared: string, charset: string): Fault[] => [
  syntaxFaults.make('SYNTAX_CHARSET_DIFFERS', { values: { declared, charset } }),
];
