import { skipBlank, type Token } from '../edifact/tokenize.js';
import { isReleased } from './fields.js';

/**
 * How records end in a file: `'` at the end of a line; `'` anywhere, the next record following at once; or the line
 * break alone.
 */
export type Ending = 'line' | 'anywhere' | 'break';

export interface FlatRecord extends Token {
  /** Where to look for the next one. */
  readonly next: number;
  /** A line break ended it where its terminator should stand. */
  readonly bare: boolean;
}

/** Finds the records of a file one after the other. */
export class Records {
  readonly ending: Ending;

  /**
   * @param ids of records that the structure knows: a line that begins with one is a new record
   * @param fixed the records have columns and no separators, their id being two characters
   */
  constructor(
    private readonly text: string,
    private readonly ids: ReadonlySet<string> | undefined,
    private readonly fixed: boolean,
  ) {
    this.ending = fixed ? 'break' : endingOf(text);
  }

  /** The record at a place; undefined when the file ends inside of it. */
  at(from: number): FlatRecord | undefined {
    if (this.ending === 'break') return this.line(from);
    return this.ending === 'line' ? this.terminatedLine(from) : this.terminated(from);
  }

  private line(from: number): FlatRecord {
    let end = lineEnd(this.text, from);
    while (!this.fixed && end < this.text.length && !this.begins(skipBlank(this.text, end)))
      end = lineEnd(this.text, skipBlank(this.text, end));
    return this.record(from, trimmed(this.text, from, end), end, false);
  }

  private terminatedLine(from: number): FlatRecord | undefined {
    const { text } = this;
    for (let end = lineEnd(text, from); ; end = lineEnd(text, end + 1)) {
      const last = trimmed(text, from, end);
      const next = skipBlank(text, end);
      const terminated = text.charCodeAt(last - 1) === apostrophe;
      if (terminated && (!releasedAt(text, from, last - 1) || next >= text.length || this.begins(next)))
        return this.record(from, last - 1, end, false);
      if (end >= text.length) return undefined;
      if (this.begins(next)) return this.record(from, last, end, true);
    }
  }

  private terminated(from: number): FlatRecord | undefined {
    const { text } = this;
    for (let at = text.indexOf("'", from); at >= 0; at = text.indexOf("'", at + 1)) {
      if (releasedAt(text, from, at)) continue;
      const next = skipBlank(text, at + 1);
      if (next >= text.length || this.begins(next)) return this.record(from, at, at + 1, false);
    }
    return undefined;
  }

  private record(from: number, to: number, next: number, bare: boolean): FlatRecord {
    return { tag: this.idAt(from, to), from, to, next, bare };
  }

  /** All before the first separator; more than an id may have is cut off. */
  private idAt(from: number, to: number): string {
    const head = this.text.slice(from, Math.min(to, from + (this.fixed ? 2 : longestId)));
    const end = head.indexOf(':');
    return (end < 0 ? head : head.slice(0, end)).trim();
  }

  /** Whether a record begins here: its id, and a separator or nothing behind it. */
  private begins(at: number): boolean {
    if (this.fixed || at >= this.text.length) return true;
    const id = /[A-Z0-9]{1,8}(?=[:'\r\n]|$)/y;
    id.lastIndex = at;
    const found = id.exec(this.text)?.[0];
    if (found === undefined) return false;
    return this.ids ? this.ids.has(found) || found === '99' || found === '00' : /^\d\d$/.test(found);
  }
}

/** Characters of a record that are looked through for its id. */
const longestId = 20;

const apostrophe = 0x27;
const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/** By the first terminator of the file: what stands behind it. */
function endingOf(text: string): Ending {
  for (let at = text.indexOf("'"); at >= 0; at = text.indexOf("'", at + 1)) {
    if (releasedAt(text, 0, at)) continue;
    let behind = at + 1;
    while (text[behind] === ' ' || text[behind] === '\t') behind++;
    if (behind >= text.length || isBreak(text.charCodeAt(behind))) return 'line';
    if (/^\d\d[:']/.test(text.slice(behind, behind + 3))) return 'anywhere';
  }
  return 'break';
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isBreak(text.charCodeAt(at))) return at;
  return text.length;
}

/** The end without white space before it. */
function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    (text[end - 1] === ' ' ||
      text[end - 1] === '\t' ||
      isBreak(text.charCodeAt(end - 1)) ||
      text.charCodeAt(end - 1) === 0x1a)
  )
    end--;
  return end;
}

/** Whether an odd number of releases stands before a place. */
function releasedAt(text: string, from: number, at: number): boolean {
  let count = 0;
  for (let before = at - 1; before >= from && text[before] === '?'; before--) count++;
  return count % 2 === 1 && isReleased(text.charCodeAt(at));
}
