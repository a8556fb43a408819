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
 * For charsets of varying width. Nothing is done before the first question, as most messages are read without any;
 * then one walk remembers every 64th place.
 */
export function walkedOffsets(text: string, start: number, measure: Measure): Offsets {
  let marks: Uint32Array | undefined;
  const mark = (): Uint32Array => {
    const made = new Uint32Array(Math.floor(text.length / stride) + 1);
    let byte = start;
    for (let unit = 0; unit < text.length; unit++) {
      if (unit % stride === 0) made[unit / stride] = byte;
      byte += measure(text.charCodeAt(unit), byte);
    }
    if (text.length % stride === 0) made[text.length / stride] = byte;
    return made;
  };
  const place = (at: number): number => {
    marks ??= mark();
    const nearest = Math.floor(at / stride);
    let byte = marks[nearest] ?? start;
    for (let unit = nearest * stride; unit < at; unit++) byte += measure(text.charCodeAt(unit), byte);
    return byte;
  };
  return ({ from, to }) => ({ from: place(from), to: place(to) });
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
