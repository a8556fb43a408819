import { Buffer } from 'node:buffer';
import { sniff, type Delimiters } from '../delimiters.js';

/** A segment of a file that is read piece by piece, as its bytes. */
export interface RawSegment {
  /** `UNB`; line breaks left out. */
  readonly tag: string;
  /** First component of the first element, as written. */
  readonly qualifier: string;
  /** With its terminator; to be used or copied before the next segment is asked for. */
  readonly bytes: Uint8Array;
  /** Byte offset in the file. */
  readonly from: number;
}

export const streamLimits = {
  /** Bytes that the delimiters are looked for in. */
  head: 4096,
  /** Bytes of one segment. */
  segment: 1024 * 1024,
};

/** Why a file cannot be read piece by piece; it may well be read as a whole. */
export type NotStreamable =
  | 'start'
  | 'charset'
  | 'delimiters'
  | 'segment-too-long'
  | 'unterminated'
  | 'interchanges'
  | 'messages'
  | 'irregular'
  | 'header-too-long';

const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Cuts a file into segments, whatever the chunks are that it comes in; holds no more than a chunk and a segment.
 * Bytes beyond ASCII end it, as what they mean is decided by looking at all of them.
 *
 * @example
 * const reader = new SegmentReader((segment) => count++);
 * for (const chunk of chunks) reader.push(chunk);
 * reader.end();
 * if (reader.stopped) readAsAWhole();
 */
export class SegmentReader {
  /** Set once the file turns out not to be readable piece by piece; nothing is given after that. */
  stopped: NotStreamable | undefined;
  delimiters: Delimiters | undefined;
  /** The service string and what stands before it, as bytes. */
  prefix: Uint8Array = new Uint8Array();
  /** Bytes of the file so far. */
  size = 0;
  private rest: Buffer = Buffer.alloc(0);
  /** Offset in the file of the first byte of `rest`. */
  private offset = 0;
  /** Up to here `rest` has been looked through. */
  private looked = 0;

  constructor(private readonly take: (segment: RawSegment) => void) {}

  push(chunk: Uint8Array): void {
    if (this.stopped) return;
    this.size += chunk.length;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.rest = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    if (!this.delimiters && this.rest.length < streamLimits.head) return;
    this.read();
  }

  end(): void {
    if (this.stopped) return;
    this.read();
    if (!this.stopped && this.skip(0) < this.rest.length) this.stopped = 'unterminated';
  }

  private read(): void {
    const { delimiters = this.begin() } = this;
    if (!delimiters) return;
    const terminator = delimiters.terminator.charCodeAt(0);
    let from = this.skip(0);
    for (let at = Math.max(from, this.looked); ;) {
      const end = this.rest.indexOf(terminator, at);
      if (end < 0) break;
      at = end + 1;
      if (this.released(from, end)) continue;
      this.give(from, at);
      if (this.stopped) return;
      from = this.skip(at);
      at = from;
    }
    if (this.rest.length - from > streamLimits.segment) this.stopped = 'segment-too-long';
    this.offset += from;
    this.rest = Buffer.from(this.rest.subarray(from));
    this.looked = this.rest.length;
  }

  /** The delimiters, once for the file. */
  private begin(): Delimiters | undefined {
    const marked = byteOrderMark.every((byte, index) => this.rest[index] === byte) ? 3 : 0;
    const head = this.rest.toString('latin1', 0, streamLimits.head);
    const sniffed = sniff(head, this.skip(marked));
    if (!sniffed) {
      this.stopped = 'start';
      return undefined;
    }
    if (sniffed.oddUna !== undefined) this.stopped = 'delimiters';
    this.delimiters = sniffed.delimiters;
    this.prefix = Uint8Array.from(this.rest.subarray(0, sniffed.start));
    this.offset = sniffed.start;
    this.rest = this.rest.subarray(sniffed.start);
    return this.stopped ? undefined : this.delimiters;
  }

  private give(from: number, to: number): void {
    const bytes = this.rest.subarray(from, to);
    const text = bytes.toString('latin1', 0, Math.min(bytes.length - 1, headOfSegment));
    if (bytes.length > streamLimits.segment) this.stopped = 'segment-too-long';
    else if (hasHighByte(bytes)) this.stopped = 'charset';
    if (this.stopped) return;
    const { element = '+', component = ':' } = this.delimiters ?? {};
    const first = endOf(text, 0, element, component);
    const second = endOf(text, first + 1, element, component);
    const tag = text.slice(0, first).replace(/[\r\n]/g, '');
    const qualifier = text[first] === element ? text.slice(first + 1, second).replace(/[\r\n]/g, '') : '';
    this.take({ tag, qualifier, bytes, from: this.offset + from });
  }

  /** Whether an odd number of release characters stands before; dropped line breaks do not part them from it. */
  private released(from: number, at: number): boolean {
    const mark = this.delimiters?.release ?? '';
    if (mark === '') return false;
    const release = mark.charCodeAt(0);
    let count = 0;
    for (let before = at - 1; before >= from; before--) {
      const byte = this.rest[before];
      if (byte === release) count++;
      else if (byte !== 0x0a && byte !== 0x0d) break;
    }
    return count % 2 === 1;
  }

  private skip(at: number): number {
    while (at < this.rest.length && blank.has(this.rest[at] ?? -1)) at++;
    return at;
  }
}

/** What stands between segments: line breaks, blanks, end-of-file marks. */
const blank = new Set([0x0a, 0x0d, 0x20, 0x09, 0x1a, 0]);

/** Tag and qualifier stand within this many bytes. */
const headOfSegment = 64;

function hasHighByte(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return true;
  return false;
}

function endOf(text: string, from: number, element: string, component: string): number {
  let at = from;
  while (at < text.length && text[at] !== element && text[at] !== component) at++;
  return at;
}
