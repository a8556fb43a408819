import type { Texts } from '#kernel';
import type { Limits } from '../options.js';
import { JsonNode, type JsonType } from './json-node.js';
import { JsonRefusal, reasons } from './refusal.js';
import { unescaped } from './unescaped.js';

/** Name of the items of a list that has no name: one inside of a list, or the whole text. */
export const itemName = 'item';

/** Members up to this number are compared with one another; above it a set knows them. */
const comparedUpTo = 12;

const quote = 0x22;
const backslash = 0x5c;

/**
 * Reads one JSON text (RFC 8259) into nodes with their places. It is stricter than the standard where the standard
 * leaves the meaning open: a name that stands twice in an object, and half of a surrogate pair, are refused.
 */
export class JsonScan {
  private at = 0;
  private nodes = 0;
  /** Names of the members met so far, of all objects that are open, the innermost last. */
  private readonly open: string[] = [];

  constructor(
    private readonly text: string,
    private readonly limits: Required<Limits>,
  ) {}

  /** The whole text as one value. */
  whole(parent: JsonNode | undefined, name: string, itemsOf: string): JsonNode {
    this.space();
    const root = this.single(parent, name, 1, itemsOf);
    this.space();
    if (this.at < this.text.length) this.wrong(reasons.rest, parent);
    return root;
  }

  /** One value a line (JSON Lines); blank lines are passed over. */
  lines(name: string): JsonNode {
    const root = new JsonNode('json', undefined, 'object', 0, this.text.length, this.text);
    for (this.space(); this.at < this.text.length; this.space()) {
      const end = this.at;
      root.push(this.single(root, name, 1, itemName));
      const line = this.text.slice(end, this.at);
      if (!this.atLineEnd() || line.includes('\n')) this.wrong(reasons.rest, root);
    }
    return root;
  }

  private atLineEnd(): boolean {
    const { text } = this;
    let { at } = this;
    while (at < text.length && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
    return at >= text.length || text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d;
  }

  /** Any value as one node. */
  private single(parent: JsonNode | undefined, name: string, depth: number, itemsOf: string): JsonNode {
    const { text, at } = this;
    const unit = text.charCodeAt(at);
    if (unit === quote) return this.string(parent, name);
    if (unit === 0x7b) {
      const node = this.node(parent, name, 'object', at, at);
      this.object(node, depth);
      return node;
    }
    if (unit === 0x5b) {
      const node = this.node(parent, name, 'array', at, at);
      this.items(node, itemsOf, depth);
      node.to = this.at;
      return node;
    }
    if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) return this.number(parent, name);
    return this.word(parent, name);
  }

  private object(node: JsonNode, depth: number): void {
    const { text } = this;
    if (depth > this.limits.depth) this.over('SYNTAX_JSON_DEPTH', this.limits.depth, node);
    this.at++;
    this.space();
    if (text.charCodeAt(this.at) === 0x7d) {
      node.to = ++this.at;
      return;
    }
    const { open } = this;
    const first = open.length;
    let known: Set<string> | undefined;
    for (;;) {
      const from = this.at;
      if (text.charCodeAt(from) !== quote) this.wrong(reasons.name, node);
      const name = this.name(node);
      const count = open.length - first;
      if (
        count < comparedUpTo ? isAmong(open, first, name) : (known ??= new Set(open.slice(first))).has(name)
      ) {
        const values = { name: name.slice(0, 60) };
        throw new JsonRefusal('SYNTAX_JSON_DUPLICATE', { from, to: this.at }, values, node);
      }
      open.push(name);
      known?.add(name);
      this.space();
      if (text.charCodeAt(this.at) !== 0x3a) this.wrong(reasons.colon, node);
      this.at++;
      this.space();
      if (text.charCodeAt(this.at) === 0x5b) {
        if (this.items(node, name, depth + 1) === 0) (node.empty ??= []).push(name);
      } else node.push(this.single(node, name, depth + 1, itemName));
      this.space();
      const unit = text.charCodeAt(this.at);
      if (unit !== 0x2c && unit !== 0x7d) this.wrong(reasons.member, node);
      this.at++;
      if (unit === 0x7d) break;
      this.space();
    }
    open.length = first;
    node.to = this.at;
  }

  /** @returns how many items the list has */
  private items(owner: JsonNode, name: string, depth: number): number {
    const { text } = this;
    if (depth > this.limits.depth) this.over('SYNTAX_JSON_DEPTH', this.limits.depth, owner);
    this.at++;
    this.space();
    if (text.charCodeAt(this.at) === 0x5d) {
      this.at++;
      return 0;
    }
    for (let count = 1; ; count++) {
      owner.push(this.single(owner, name, depth + 1, itemName));
      this.space();
      const unit = text.charCodeAt(this.at);
      if (unit !== 0x2c && unit !== 0x5d) this.wrong(reasons.item, owner);
      this.at++;
      if (unit === 0x5d) return count;
      this.space();
    }
  }

  private string(parent: JsonNode | undefined, name: string): JsonNode {
    const from = this.at;
    const end = this.plainEnd(from + 1, parent);
    if (end >= 0) {
      this.at = end + 1;
      return this.node(parent, name, 'string', from, this.at);
    }
    const resolved = this.escaped(from, parent);
    return this.node(parent, name, 'string', from, this.at, resolved);
  }

  private name(parent: JsonNode): string {
    const from = this.at;
    const end = this.plainEnd(from + 1, parent);
    if (end < 0) return this.escaped(from, parent);
    this.at = end + 1;
    return this.text.slice(from + 1, end);
  }

  /** Where a string without escapes ends; -1 for one with escapes. */
  private plainEnd(from: number, parent: JsonNode | undefined): number {
    const { text } = this;
    const { length } = text;
    for (let at = from; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === quote) return at;
      if (unit === backslash) return -1;
      if (unit < 0x20) {
        this.at = at;
        this.wrong(reasons.control, parent);
      }
    }
    return this.cut(parent);
  }

  private escaped(from: number, parent: JsonNode | undefined): string {
    const { text } = this;
    let end = from + 1;
    for (;;) {
      end = text.indexOf('"', end);
      if (end < 0) this.cut(parent);
      let slashes = 0;
      while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
      if (slashes % 2 === 0) break;
      end++;
    }
    const found = unescaped(text, from + 1, end);
    if (typeof found === 'string') {
      this.at = end + 1;
      return found;
    }
    this.at = found.at;
    if (found.wrong !== 'surrogate') this.wrong(reasons[found.wrong], parent);
    const span = { from: found.at, to: found.at + 6 };
    throw new JsonRefusal(
      'SYNTAX_JSON_SURROGATE',
      span,
      { escape: text.slice(found.at, found.at + 6) },
      parent,
    );
  }

  private number(parent: JsonNode | undefined, name: string): JsonNode {
    const { text, at: from } = this;
    let at = text.charCodeAt(from) === 0x2d ? from + 1 : from;
    const first = text.charCodeAt(at);
    let end = digitsEnd(text, at);
    let right = end > at && (first !== 0x30 || end === at + 1);
    if (right && text.charCodeAt(end) === 0x2e) {
      at = end + 1;
      end = digitsEnd(text, at);
      right = end > at;
    }
    if (right && (text.charCodeAt(end) | 0x20) === 0x65) {
      const sign = text.charCodeAt(end + 1);
      at = sign === 0x2b || sign === 0x2d ? end + 2 : end + 1;
      end = digitsEnd(text, at);
      right = end > at;
    }
    if (!right) {
      if (end >= text.length) this.cut(parent);
      this.wrong(reasons.number, parent);
    }
    this.at = end;
    return this.node(parent, name, 'number', from, end);
  }

  private word(parent: JsonNode | undefined, name: string): JsonNode {
    const { text, at } = this;
    for (const [word, type] of words) {
      if (!text.startsWith(word, at)) continue;
      this.at = at + word.length;
      return this.node(parent, name, type, at, this.at);
    }
    if (words.some(([word]) => word.startsWith(text.slice(at)))) this.cut(parent);
    return this.wrong(reasons.value, parent);
  }

  private node(
    parent: JsonNode | undefined,
    name: string,
    type: JsonType,
    from: number,
    to: number,
    resolved?: string,
  ): JsonNode {
    if (++this.nodes > this.limits.nodes) this.over('SYNTAX_JSON_NODES', this.limits.nodes, parent);
    return new JsonNode(name, parent, type, from, to, this.text, resolved);
  }

  private space(): void {
    const { text } = this;
    let { at } = this;
    let unit = text.charCodeAt(at);
    if (unit > 0x20) return;
    while (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) unit = text.charCodeAt(++at);
    this.at = at;
  }

  private over(
    code: 'SYNTAX_JSON_DEPTH' | 'SYNTAX_JSON_NODES',
    limit: number,
    node: JsonNode | undefined,
  ): never {
    throw new JsonRefusal(code, { from: this.at, to: this.at + 1 }, { limit }, node);
  }

  private cut(inside: JsonNode | undefined): never {
    const end = this.text.length;
    throw new JsonRefusal('SYNTAX_JSON_TRUNCATED', { from: end, to: end }, {}, inside);
  }

  /** The scan stands at what should not be there. */
  private wrong(reason: Texts, inside: JsonNode | undefined): never {
    const { text, at } = this;
    if (at >= text.length) this.cut(inside);
    const unit = text[at];
    const meant = unit === "'" ? reasons.quote : unit === '/' ? reasons.comment : reason;
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    throw new JsonRefusal(
      'SYNTAX_JSON_MALFORMED',
      { from: at, to: at + 1 },
      { line, column, ...meant },
      inside,
    );
  }
}

function isAmong(names: readonly string[], first: number, name: string): boolean {
  for (let at = first; at < names.length; at++) if (names[at] === name) return true;
  return false;
}

const words: readonly (readonly [string, JsonType])[] = [
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
];

function digitsEnd(text: string, at: number): number {
  for (;;) {
    const unit = text.charCodeAt(at);
    if (!(unit >= 0x30 && unit <= 0x39)) return at;
    at++;
  }
}
