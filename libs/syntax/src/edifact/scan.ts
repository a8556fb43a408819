import type { Delimiters } from './delimiters.js';

/** What the segments of one interchange have in common. Unit codes are kept, as the scan compares nothing else. */
export interface Source {
  readonly text: string;
  readonly delimiters: Delimiters;
  readonly component: number;
  readonly element: number;
  readonly release: number;
  readonly repetition: number;
  /** Whether line breaks may stand between the characters of a segment, to be dropped. */
  readonly wraps: boolean;
}

/** Stands for a delimiter that is not in use: no character has it. */
const none = -1;

export function sourceOf(text: string, delimiters: Delimiters, wraps: boolean): Source {
  const unit = (mark: string): number => (mark === '' ? none : mark.charCodeAt(0));
  return {
    text,
    delimiters,
    component: unit(delimiters.component),
    element: unit(delimiters.element),
    release: unit(delimiters.release),
    repetition: unit(delimiters.repetition),
    wraps,
  };
}

/** A place found by a scan: `plain` when it needs neither releases undone nor line breaks dropped. */
export interface Found {
  from: number;
  to: number;
  plain: boolean;
}

const scratch: Found = { from: 0, to: 0, plain: true };

/**
 * Finds a component in the segment at [from, to). All numbers count from 1, repetition too; the tag is element 0.
 * The answer is valid until the next call: it is asked for every value of a message, and then made no object.
 */
export function scan(
  source: Source,
  from: number,
  to: number,
  element: number,
  component: number,
  repetition: number,
): Found | undefined {
  const { text } = source;
  let e = 0;
  let c = 1;
  let r = 1;
  let start = from;
  let plain = true;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === source.release) {
      plain = false;
      at = releasedAt(source, at);
    } else if (unit === source.element) {
      if (e === element && c === component && r === repetition) return give(start, at, plain);
      if (e === element) return undefined;
      e++;
      c = r = 1;
      start = at + 1;
      plain = true;
    } else if (unit === source.component) {
      if (e === element && c === component && r === repetition) return give(start, at, plain);
      c++;
      start = at + 1;
      plain = true;
    } else if (unit === source.repetition) {
      if (e === element && c === component && r === repetition) return give(start, at, plain);
      r++;
      c = 1;
      start = at + 1;
      plain = true;
    } else if (source.wraps && (unit === 0x0a || unit === 0x0d)) {
      plain = false;
    }
  }
  return e === element && c === component && r === repetition ? give(start, to, plain) : undefined;
}

/** Where the components of one plain segment begin: without releases, repetitions and line breaks. */
export class ComponentIndex {
  private constructor(
    /** For each element, the tag being the first, where its components begin in `starts`; one more at the end. */
    private readonly elements: readonly number[],
    /** The places of the components, and behind those of each element the place behind its end. */
    private readonly starts: readonly number[],
  ) {}

  static of(source: Source, from: number, to: number): ComponentIndex | undefined {
    const { text, element, component, release, repetition, wraps } = source;
    const elements = [0];
    const starts = [from];
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit === release || unit === repetition) return undefined;
      if (wraps && (unit === 0x0a || unit === 0x0d)) return undefined;
      if (unit === element) {
        starts.push(at + 1);
        elements.push(starts.length);
        starts.push(at + 1);
      } else if (unit === component) {
        starts.push(at + 1);
      }
    }
    starts.push(to + 1);
    elements.push(starts.length);
    return new ComponentIndex(elements, starts);
  }

  /** Undefined when absent or empty. */
  value(source: Source, element: number, component: number): string | undefined {
    const first = this.elements[element];
    const behind = this.elements[element + 1];
    if (first === undefined || behind === undefined || first + component >= behind) return undefined;
    const from = this.starts[first + component - 1] ?? 0;
    const to = (this.starts[first + component] ?? 0) - 1;
    return from < to ? source.text.slice(from, to) : undefined;
  }
}

function give(from: number, to: number, plain: boolean): Found {
  scratch.from = from;
  scratch.to = to;
  scratch.plain = plain;
  return scratch;
}

/** The meaning of a raw piece: line breaks dropped, releases undone. */
export function meaning(source: Source, from: number, to: number): string {
  const { text } = source;
  let out = '';
  for (let at = from; at < to; at++) {
    let unit = text.charCodeAt(at);
    if (source.wraps && (unit === 0x0a || unit === 0x0d)) continue;
    if (unit === source.release) {
      at = releasedAt(source, at);
      if (at >= to) break;
      unit = text.charCodeAt(at);
    }
    out += String.fromCharCode(unit);
  }
  return out;
}

/** The character that a release character is for: the next that is no dropped line break. */
export function releasedAt(source: Source, release: number): number {
  let at = release + 1;
  if (source.wraps) while (isBreak(source.text.charCodeAt(at))) at++;
  return at;
}

const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;
