import type { Span } from '../tree.js';

/** How many bytes a UTF-16 unit takes; both halves of a pair take half of its bytes. */
type Measure = (unit: number, byte: number) => number;

/** UTF-16 units between two remembered places: the most that one look-up walks. */
const stride = 64;

/** Turns UTF-16 offsets into byte offsets of the message as received. */
export type Offsets = (span: Span) => Span;

/** One byte for each unit: ASCII and the single-byte charsets. */
export const plainOffsets =
  (start: number): Offsets =>
  ({ from, to }) => ({ from: from + start, to: to + start });

/** Two bytes for each unit: UTF-16. */
export const doubleOffsets =
  (start: number): Offsets =>
  ({ from, to }) => ({ from: from * 2 + start, to: to * 2 + start });

/**
 * For charsets of varying width. Nothing is done before the first question, as most messages are read without any.
 *
 * @param end bytes of the message: the place behind its last character
 */
export function walkedOffsets(text: string, start: number, end: number, measure: Measure): Offsets {
  let walk: Walk | undefined;
  return ({ from, to }) => {
    walk ??= new Walk(text, start, end, measure);
    return { from: walk.byteAt(from), to: walk.byteAt(to) };
  };
}

/** Goes through a text no further than it is asked, and remembers every 64th place. */
class Walk {
  private readonly marks: number[];

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
    private readonly measure: Measure,
  ) {
    this.marks = [start];
  }

  byteAt(at: number): number {
    if (at >= this.text.length) return this.end;
    const nearest = Math.floor(at / stride);
    while (this.marks.length <= nearest) this.markNext();
    return this.walked(nearest * stride, at);
  }

  private markNext(): void {
    const { marks } = this;
    marks.push(this.walked((marks.length - 1) * stride, marks.length * stride));
  }

  /** @param from one of the remembered places */
  private walked(from: number, to: number): number {
    const { text, measure } = this;
    let byte = this.marks[from / stride] ?? 0;
    for (let unit = from; unit < to; unit++) byte += measure(text.charCodeAt(unit), byte);
    return byte;
  }
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;

/** UTF-8 (RFC 3629 §3). */
export const utf8Measure: Measure = (unit) => (unit < 0x80 ? 1 : unit < 0x800 || isSurrogate(unit) ? 2 : 3);

/** GB 18030: a second byte that is a digit makes four; 0x80 alone is the euro sign of older code pages. */
export const gbMeasure =
  (bytes: Uint8Array): Measure =>
  (unit, byte) => {
    if (unit < 0x80 || bytes[byte] === 0x80) return 1;
    if (isSurrogate(unit)) return 2;
    const second = bytes[byte + 1] ?? 0;
    return second >= 0x30 && second <= 0x39 ? 4 : 2;
  };
