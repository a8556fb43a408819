import type { Source } from './scan.js';

/** A segment as found: its tag and its UTF-16 offsets, the terminator not included. */
export interface Token {
  readonly tag: string;
  readonly from: number;
  readonly to: number;
}

/** The first place from `at` on that is neither a line break nor blank nor an end-of-file mark. */
export function skipBlank(text: string, at: number): number {
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x0a && unit !== 0x0d && unit !== 0x20 && unit !== 0x09 && unit !== 0x1a && unit !== 0)
      break;
    at++;
  }
  return at;
}

/** Where the segment that begins at `from` ends: at its terminator, or -1 when there is none. */
export function segmentEnd(source: Source, from: number): number {
  const { text, delimiters } = source;
  for (let at = from; ;) {
    const end = text.indexOf(delimiters.terminator, at);
    if (end < 0 || !released(source, from, end)) return end;
    at = end + 1;
  }
}

/** Whether an odd number of release characters stands before `at`; dropped line breaks do not part them from it. */
function released(source: Source, from: number, at: number): boolean {
  const { text, release, wraps } = source;
  let before = at - 1;
  if (wraps) while (before >= from && isBreak(text.charCodeAt(before))) before--;
  if (before < from || text.charCodeAt(before) !== release) return false;
  let count = 0;
  while (
    before >= from &&
    (text.charCodeAt(before) === release || (wraps && isBreak(text.charCodeAt(before))))
  ) {
    if (text.charCodeAt(before) === release) count++;
    before--;
  }
  return count % 2 === 1;
}

/** The tag of the segment at [from, to): all before the first separator, without line breaks. */
export function tagOf(source: Source, from: number, to: number): string {
  const { text, element, component } = source;
  let at = from;
  let broken = false;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === element || unit === component) break;
    if (isBreak(unit)) broken = true;
  }
  const tag = text.slice(from, at);
  return broken ? tag.replace(/[\r\n]/g, '') : tag;
}

const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;
