import { Buffer } from 'node:buffer';
import { lineColumn, type LineColumn } from '../terminal/line-column.js';

/** Where two files begin to differ, and what stands there in each. */
export interface Difference {
  /** Byte offset. */
  readonly offset: number;
  /** In the first file. */
  readonly at: LineColumn;
  readonly received: string;
  readonly written: string;
}

/** Bytes that are shown of each file. */
const shown = 40;

/** Undefined where both have the same bytes. */
export function firstDifference(received: Uint8Array, written: Uint8Array): Difference | undefined {
  const end = Math.min(received.length, written.length);
  let offset = 0;
  while (offset < end && received[offset] === written[offset]) offset++;
  if (offset === received.length && offset === written.length) return undefined;
  const from = startOfCharacter(received, offset);
  const part = (bytes: Uint8Array): string =>
    Buffer.from(bytes.subarray(from, from + shown)).toString('utf8');
  return { offset, at: lineColumn(received, from), received: part(received), written: part(written) };
}

/** A character of UTF-8 is not shown in half. */
function startOfCharacter(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}
