import type { Span } from '../tree.js';

/** How many bytes the unit at `index` takes, and how many UTF-16 units belong to it. */
type Measure = (index: number, byte: number) => { readonly bytes: number; readonly units: number };

/** UTF-16 units between two remembered places: the most that one look-up walks. */
const stride = 512;

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
 * then one walk remembers every 512th place.
 */
export function walkedOffsets(length: number, start: number, measure: Measure): Offsets {
  let marks: { unit: number; byte: number }[] | undefined;
  const walk = (
    unit: number,
    byte: number,
    until: number,
    mark?: (unit: number, byte: number) => void,
  ): number => {
    while (unit < until) {
      const { bytes, units } = measure(unit, byte);
      mark?.(unit, byte);
      unit += units;
      byte += bytes;
    }
    return byte;
  };
  const place = (at: number): number => {
    if (!marks) {
      const made: { unit: number; byte: number }[] = [];
      walk(0, start, length, (unit, byte) => {
        if (unit >= made.length * stride) made.push({ unit, byte });
      });
      marks = made;
    }
    let mark = marks[Math.min(Math.floor(at / stride), marks.length - 1)] ?? { unit: 0, byte: start };
    if (mark.unit > at) mark = marks[Math.floor(at / stride) - 1] ?? { unit: 0, byte: start };
    return walk(mark.unit, mark.byte, Math.min(at, length));
  };
  return ({ from, to }) => ({ from: place(from), to: place(to) });
}

const one = { bytes: 1, units: 1 };
const two = { bytes: 2, units: 1 };
const three = { bytes: 3, units: 1 };
const fourOfPair = { bytes: 4, units: 2 };
const fourOfOne = { bytes: 4, units: 1 };

/** UTF-8 (RFC 3629 §3), told by the decoded text. */
export const utf8Measure =
  (text: string): Measure =>
  (index) => {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) return one;
    if (unit < 0x800) return two;
    return unit >= 0xd800 && unit < 0xdc00 ? fourOfPair : three;
  };

/** GB 18030, told by the bytes: a second byte that is a digit makes four; from 0x90 on those are outside the BMP. */
export const gbMeasure =
  (bytes: Uint8Array): Measure =>
  (_, byte) => {
    const lead = bytes[byte] ?? 0;
    if (lead <= 0x80) return one;
    const second = bytes[byte + 1] ?? 0;
    if (second < 0x30 || second > 0x39) return two;
    return lead >= 0x90 ? fourOfPair : fourOfOne;
  };
