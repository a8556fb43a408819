import { isUtf8, type Buffer } from 'node:buffer';
import { SaxesParser } from 'saxes';

/** The least that reading a syntax can cost: its pieces, and nothing kept of them. Returns how many there were. */
export type Bare = (bytes: Buffer) => number;

export interface BareReader {
  /** What it is, for the table. */
  readonly name: string;
  readonly read: Bare;
}

/** By syntax: what our readers are held against. */
export const bareReaders: ReadonlyMap<string, BareReader> = new Map([
  ['xml', { name: 'saxes alone', read: saxes }],
  ['edifact', { name: 'split', read: (bytes) => split(bytes, "'", '+', ':') }],
  ['flat', { name: 'decode, split', read: (bytes) => pieces(decoded(bytes), ["'", ':'], 0) }],
  ['csv', { name: 'decode, split, quotes', read: csv }],
  ['json', { name: 'JSON.parse', read: json }],
  ['nmea', { name: 'checksum and twelve fields', read: nmea }],
]);

function saxes(bytes: Buffer): number {
  let count = 0;
  const parser = new SaxesParser();
  parser.on('opentag', () => count++);
  parser.on('text', () => count++);
  parser.on('closetag', () => count++);
  parser.on('error', () => undefined);
  parser.write(bytes.toString('utf8')).close();
  return count;
}

function split(bytes: Buffer, ...marks: readonly string[]): number {
  return pieces(bytes.toString('utf8'), marks, 0);
}

function pieces(text: string, marks: readonly string[], at: number): number {
  const mark = marks[at];
  if (mark === undefined) return 1;
  let count = 0;
  for (const piece of text.split(mark)) count += pieces(piece, marks, at + 1);
  return count;
}

/** UTF-8 where it is that, else GB 18030: a reader that gives other characters reads nothing. */
const decoded = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : gb18030.decode(bytes));

const gb18030 = new TextDecoder('gb18030');

/**
 * Lines and cells; a cell that begins with a quote goes on until one ends with a quote. Line breaks inside of quotes are
 * not understood. The delimiter is that of the first line.
 */
function csv(bytes: Buffer): number {
  const text = decoded(bytes);
  const [header = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].find((mark) => header.includes(mark)) ?? ',';
  let count = 0;
  for (const line of text.split('\n')) {
    const cells = line.split(delimiter);
    if (!line.includes('"')) {
      count += cells.length;
      continue;
    }
    let open = '';
    for (const cell of cells) {
      const whole = open === '' ? cell : `${open}${delimiter}${cell}`;
      const begun = whole.startsWith('"') && (whole.length === 1 || !whole.endsWith('"'));
      open = begun ? whole : '';
      if (!begun) count++;
    }
  }
  return count;
}

/** One value, or one a line (JSON Lines). */
function json(bytes: Buffer): number {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const values =
    /\}\s*\n\s*\{/.test(text) && !text.trimStart().startsWith('[') ? text.trim().split('\n') : [text];
  let count = 0;
  for (const value of values) count += typeof JSON.parse(value) === 'object' ? 1 : 0;
  return count;
}

/** Where the fields of a position report (ITU-R M.1371, message 1) begin, in bits, and how long they are. */
const fields: readonly (readonly [from: number, bits: number])[] = [
  ...([
    [0, 6],
    [6, 2],
    [8, 30],
    [38, 4],
    [42, 8],
    [50, 10],
    [60, 1],
  ] as const),
  ...([
    [61, 28],
    [89, 27],
    [116, 12],
    [128, 9],
    [137, 6],
  ] as const),
];

/** Checksum, six bits a character, and the fields of a position report as numbers. */
function nmea(bytes: Buffer): number {
  let count = 0;
  for (const line of bytes.toString('latin1').split('\n')) {
    const pieces = line.slice(Math.max(0, line.indexOf('!'))).split(',');
    const payload = pieces[5] ?? '';
    const sixes = new Uint8Array(payload.length);
    for (let at = 0; at < payload.length; at++) {
      const value = payload.charCodeAt(at) - 48;
      sixes[at] = value > 40 ? value - 8 : value;
    }
    for (const [from, length] of fields) count += unsigned(sixes, from, length) & 1;
    count += checksum(line) & 1;
    count += pieces.length;
  }
  return count;
}

function checksum(line: string): number {
  let sum = 0;
  for (let at = line.indexOf('!') + 1; at < line.length && line.charCodeAt(at) !== 0x2a; at++)
    sum ^= line.charCodeAt(at);
  return sum;
}

function unsigned(sixes: Uint8Array, from: number, length: number): number {
  let value = 0;
  const end = from + length;
  for (let at = from; at < end;) {
    const taken = Math.min(6 - (at % 6), end - at);
    const six = sixes[Math.floor(at / 6)] ?? 0;
    value = (value << taken) | ((six >> (6 - (at % 6) - taken)) & ((1 << taken) - 1));
    at += taken;
  }
  return value;
}
