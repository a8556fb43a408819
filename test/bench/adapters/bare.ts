import type { Buffer } from 'node:buffer';
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
  ['flat', { name: 'split', read: (bytes) => split(bytes, "'", ':') }],
  ['csv', { name: 'split', read: (bytes) => split(bytes, '\n', ',') }],
  ['json', { name: 'JSON.parse', read: json }],
  ['nmea', { name: 'split and six-bit decoding', read: nmea }],
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

function json(bytes: Buffer): number {
  return typeof JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) === 'object' ? 1 : 0;
}

/** The payload of AIS: each character has six bits. */
function nmea(bytes: Buffer): number {
  let count = 0;
  for (const line of bytes.toString('latin1').split('\n')) {
    const payload = line.split(',')[5] ?? '';
    const bits = new Uint8Array(payload.length);
    for (let at = 0; at < payload.length; at++) {
      const value = payload.charCodeAt(at) - 48;
      bits[at] = value > 40 ? value - 8 : value;
    }
    count += bits.length;
  }
  return count;
}
