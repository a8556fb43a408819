import type { Limits } from '../options.js';
import { XmlNode, localName } from './xml-node.js';

/**
 * Builds the tree of plain, well-formed XML in one pass without events: elements, attributes, text, CDATA, comments, the
 * XML declaration, the five entities and character references. At the first thing that is not certain it gives up, and
 * the parser that can explain decides; so that it may never take what that parser refuses, nor read it otherwise.
 *
 * @returns the root, or undefined when it gave up, which says nothing about the text
 */
export function quickXml(text: string, limits: Required<Limits>): XmlNode | undefined {
  const declaration = xmlDeclaration.exec(text)?.[0].length ?? 0;
  return uncertain.test(text) ? undefined : new QuickScan(text, declaration, limits).root();
}

/** Characters that XML lacks, and halves of pairs: only whether they are whole would have to be looked at. */
const uncertain = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]|^\ufeff/;

const xmlDeclaration =
  /^<\?xml[ \t\n]+version="1\.0"(?:[ \t\n]+encoding="[A-Za-z][A-Za-z0-9._-]*")?(?:[ \t\n]+standalone="(?:yes|no)")?[ \t\n]*\?>/;

const startsName = 1;
const continuesName = 2;
const isSpace = 4;

/** What an ASCII character may be in a tag. CR is none: line breaks of two characters are left to the parser. */
const kinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z_:]/.test(character)) return startsName | continuesName;
  if (/[0-9.-]/.test(character)) return continuesName;
  return /[ \t\n]/.test(character) ? isSpace : 0;
});

/** Beyond ASCII only the common Chinese characters are taken for granted in names (XML 1.0 §2.3). */
const kindOf = (unit: number): number =>
  unit < 128 ? (kinds[unit] ?? 0) : unit >= 0x4e00 && unit <= 0x9fff ? startsName | continuesName : 0;

class QuickScan {
  private at: number;
  private current: XmlNode | undefined;
  private first: XmlNode | undefined;
  private nodes = 0;
  /** Names of the open elements with their prefixes: what the end tags must say. */
  private readonly open: string[] = [];
  /** The next place of each that is not before `at`, or the end: asked for every text, found once. */
  private ampersand = -1;
  private bracket = -1;
  private carriage = -1;

  constructor(
    private readonly text: string,
    declaration: number,
    private readonly limits: Required<Limits>,
  ) {
    this.at = declaration;
  }

  root(): XmlNode | undefined {
    const { text } = this;
    for (;;) {
      const mark = text.indexOf('<', this.at);
      const end = mark < 0 ? text.length : mark;
      if (end > this.at && !this.characters(this.at, end)) return undefined;
      if (mark < 0) return this.current ? undefined : this.first;
      if (!this.markup(mark)) return undefined;
    }
  }

  private markup(mark: number): boolean {
    const unit = this.text.charCodeAt(mark + 1);
    if (unit === 0x2f) return this.endTag(mark);
    if (unit === 0x21) return this.comment(mark) || this.cdata(mark);
    return this.startTag(mark);
  }

  private startTag(mark: number): boolean {
    const { text, current } = this;
    if (!current && this.first) return false;
    const nameEnd = this.nameEnd(mark + 1);
    if (nameEnd < 0) return false;
    const qualified = text.slice(mark + 1, nameEnd);
    const depth = this.open.length + 1;
    if (depth > this.limits.depth || ++this.nodes > this.limits.nodes) return false;
    const node = new XmlNode(localName(qualified), current, depth, mark, text);
    if (current) current.push(node);
    else this.first = node;
    let at = nameEnd;
    if (kindOf(text.charCodeAt(at)) === isSpace) {
      at = this.attributes(node, at);
      if (at < 0) return false;
    }
    const isEmpty = text.charCodeAt(at) === 0x2f;
    if (text.charCodeAt(isEmpty ? ++at : at) !== 0x3e) return false;
    this.at = node.innerFrom = at + 1;
    if (isEmpty) {
      node.to = node.innerTo = at + 1;
    } else {
      this.open.push(qualified);
      this.current = node;
    }
    return true;
  }

  private endTag(mark: number): boolean {
    const { text, current } = this;
    const name = this.open.pop();
    if (!current || name === undefined || !text.startsWith(name, mark + 2)) return false;
    const end = this.spacesEnd(mark + 2 + name.length);
    if (text.charCodeAt(end) !== 0x3e) return false;
    current.innerTo = mark;
    this.at = current.to = end + 1;
    this.current = current.parent;
    return true;
  }

  /** @returns where the attributes end, with the white space behind them; -1 to give up */
  private attributes(node: XmlNode, from: number): number {
    const { text } = this;
    const names: string[] = [];
    let values: Map<string, string> | undefined;
    for (let at = from; ;) {
      const start = this.spacesEnd(at);
      const unit = text.charCodeAt(start);
      if (unit === 0x3e || unit === 0x2f) {
        if (values) node.attributes = values;
        return start;
      }
      const nameEnd = start === at ? -1 : this.nameEnd(start);
      if (nameEnd < 0) return -1;
      const equals = this.spacesEnd(nameEnd);
      const quoteAt = this.spacesEnd(equals + 1);
      const quote = text[quoteAt];
      if (text.charCodeAt(equals) !== 0x3d || (quote !== '"' && quote !== "'")) return -1;
      const end = text.indexOf(quote, quoteAt + 1);
      const value = end < 0 ? undefined : this.attributeValue(quoteAt + 1, end);
      const name = text.slice(start, nameEnd);
      if (value === undefined || names.includes(name) || names.push(name) > this.limits.attributes) return -1;
      at = end + 1;
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      values ??= new Map();
      const local = localName(name);
      if (local === name || !values.has(local)) values.set(local, value);
    }
  }

  private attributeValue(from: number, to: number): string | undefined {
    const raw = this.text.slice(from, to);
    if (/[<\t\n\r]/.test(raw)) return undefined;
    return raw.includes('&') ? resolved(raw) : raw;
  }

  private comment(mark: number): boolean {
    const { text } = this;
    if (!text.startsWith('!--', mark + 1)) return false;
    const end = text.indexOf('--', mark + 4);
    if (end < 0 || text.charCodeAt(end + 2) !== 0x3e) return false;
    this.at = end + 3;
    return true;
  }

  private cdata(mark: number): boolean {
    const { text, current } = this;
    if (!current || !text.startsWith('![CDATA[', mark + 1)) return false;
    const end = text.indexOf(']]>', mark + 9);
    if (end < 0) return false;
    current.text += unbroken(text.slice(mark + 9, end));
    this.at = end + 3;
    return true;
  }

  private characters(from: number, to: number): boolean {
    const { text, current } = this;
    if (!current) return this.isBlank(from, to);
    if (this.ampersand < from) this.ampersand = next(text, '&', from);
    if (this.bracket < from) this.bracket = next(text, ']]>', from);
    if (this.carriage < from) this.carriage = next(text, '\r', from);
    if (this.bracket < to) return false;
    let value: string | undefined = text.slice(from, to);
    if (this.carriage < to) value = unbroken(value);
    if (this.ampersand < to) value = resolved(value);
    if (value === undefined) return false;
    current.text = current.text === '' ? value : current.text + value;
    return true;
  }

  /** Outside of the root. */
  private isBlank(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit !== 0x0d && kindOf(unit) !== isSpace) return false;
    }
    return true;
  }

  private nameEnd(from: number): number {
    const { text } = this;
    if ((kindOf(text.charCodeAt(from)) & startsName) === 0) return -1;
    let at = from + 1;
    while ((kindOf(text.charCodeAt(at)) & continuesName) !== 0) at++;
    return at;
  }

  private spacesEnd(at: number): number {
    while (kindOf(this.text.charCodeAt(at)) === isSpace) at++;
    return at;
  }
}

function next(text: string, sought: string, from: number): number {
  const found = text.indexOf(sought, from);
  return found < 0 ? text.length : found;
}

/** Line breaks as one character (XML 1.0 §2.11). Before references are resolved: a CR that is one stays. */
const unbroken = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Undefined when there is any reference that is not certain. */
function resolved(raw: string): string | undefined {
  let out = '';
  let at = 0;
  for (let mark = raw.indexOf('&'); mark >= 0; mark = raw.indexOf('&', at)) {
    const end = raw.indexOf(';', mark);
    const character = end < 0 || end - mark > 9 ? undefined : referred(raw.slice(mark + 1, end));
    if (character === undefined) return undefined;
    out += raw.slice(at, mark) + character;
    at = end + 1;
  }
  return out + raw.slice(at);
}

function referred(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name);
  const isHexadecimal = /^#x[0-9A-Fa-f]{1,6}$/.test(name);
  if (!isHexadecimal && !/^#[0-9]{1,7}$/.test(name)) return undefined;
  const code = isHexadecimal ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const character = code > 0x10ffff ? '' : String.fromCodePoint(code);
  return /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]$/u.test(character) ? character : undefined;
}
