/** The service characters of one interchange (ISO 9735-1 §6). Empty: not in use. */
export interface Delimiters {
  readonly component: string;
  readonly element: string;
  readonly decimalMark: string;
  readonly release: string;
  readonly repetition: string;
  readonly terminator: string;
}

export const standardDelimiters: Delimiters = {
  component: ':',
  element: '+',
  decimalMark: '.',
  release: '?',
  repetition: '',
  terminator: "'",
};

export interface Sniffed {
  readonly delimiters: Delimiters;
  /** Where the first segment after the service string begins. */
  readonly start: number;
  /** The service string, when it was short or the body uses other characters. */
  readonly oddUna?: string;
}

/** The start of an interchange is looked for within this many characters of the service string or of each other. */
const window = 1024;

/**
 * Tells the delimiters at the start of an interchange. A service string may be full (`UNA:+.? '`), short (`UNA:+.'`,
 * copied by hand) or absent, and the body may contradict it; the body then wins, as it is what must be read.
 *
 * @returns undefined when the text does not begin like EDIFACT at `at`
 */
export function sniff(text: string, at: number): Sniffed | undefined {
  if (text.startsWith('UNA', at)) return withServiceString(text, at);
  const body = sniffBody(text, at);
  return body && { delimiters: body, start: at };
}

function withServiceString(text: string, at: number): Sniffed | undefined {
  const start = firstSegment(text, at + 3);
  if (start === undefined) return undefined;
  const raw = text.slice(at + 3, start);
  const body = sniffBody(text, start);
  const full = fullServiceString(raw);
  if (full && (!body || (full.element === body.element && full.terminator === body.terminator))) {
    return { delimiters: full, start };
  }
  const [component = ':', element = '+', decimalMark = '.'] = raw;
  const marks = body ?? { ...standardDelimiters, component, element };
  const oddUna = raw.trim().slice(0, 12);
  return { delimiters: { ...marks, decimalMark: decimalMark === ',' ? ',' : '.' }, start, oddUna };
}

/** Six characters and nothing but line breaks after them. */
function fullServiceString(raw: string): Delimiters | undefined {
  if (raw.length < 6 || raw.slice(6).trim() !== '') return undefined;
  const [component = '', element = '', decimalMark = '', release = '', repetition = '', terminator = ''] =
    raw;
  const marks = [component, element, terminator];
  if (new Set(marks).size < 3 || marks.some(isWord) || isLineBreak(release)) return undefined;
  return {
    component,
    element,
    decimalMark,
    release: release === ' ' || marks.includes(release) ? '' : release,
    repetition: repetition === ' ' || isLineBreak(repetition) ? '' : repetition,
    terminator,
  };
}

function firstSegment(text: string, from: number): number | undefined {
  const head = text.slice(from, from + 32);
  const found = /UN[BGH][^A-Za-z0-9]/.exec(head);
  return found ? from + found.index : undefined;
}

/** Delimiters as the body shows them: the character after the first tag, and the one that closes the first segment. */
function sniffBody(text: string, at: number): Delimiters | undefined {
  const head = text.slice(at, at + window);
  const opening = /^UN([BGH])([^A-Za-z0-9\s])/.exec(head);
  if (!opening) return undefined;
  const [, kind, element = '+'] = opening;
  const component = /^UNB.[A-Z]{4}([^A-Za-z0-9\s])/.exec(head)?.[1] ?? afterMessageType(head, element) ?? ':';
  const terminator = sniffTerminator(head, element) ?? standardDelimiters.terminator;
  const version = kind === 'B' ? head[9] : undefined;
  const repetition = version === '4' && /^UNB.UNO/.test(head) ? '*' : '';
  const taken = [element, component, terminator];
  return {
    component,
    element,
    decimalMark: '.',
    release: taken.includes('?') ? '' : '?',
    repetition: taken.includes(repetition) ? '' : repetition,
    terminator,
  };
}

function afterMessageType(head: string, element: string): string | undefined {
  const at = head.indexOf(`UNH${element}`);
  if (at < 0) return undefined;
  const second = head.indexOf(element, at + 4);
  return second < 0 ? undefined : /^[A-Z0-9]{4,8}([^A-Za-z0-9\s])/.exec(head.slice(second + 1))?.[1];
}

/** What stands before the second segment; a letter or digit there means that the line break itself ends a segment. */
function sniffTerminator(head: string, element: string): string | undefined {
  let at = -1;
  for (const tag of ['UNH', 'UNG', 'BGM', 'UNZ', 'UNT', 'UIH']) {
    const found = head.indexOf(tag + element, 4);
    if (found > 0 && (at < 0 || found < at)) at = found;
  }
  if (at < 0) return undefined;
  let before = at - 1;
  while (before > 0 && isSpace(head[before] ?? '')) before--;
  const mark = head[before] ?? '';
  const lineBreak = head[before + 1] ?? '';
  if (before < at - 1 && isLineBreak(lineBreak) && (isWord(mark) || mark === element)) return lineBreak;
  return isWord(mark) || mark === element ? undefined : mark;
}

const isWord = (mark: string): boolean => /[A-Za-z0-9]/.test(mark);
const isLineBreak = (mark: string): boolean => mark === '\r' || mark === '\n';
const isSpace = (mark: string): boolean => isLineBreak(mark) || mark === ' ' || mark === '\t';
