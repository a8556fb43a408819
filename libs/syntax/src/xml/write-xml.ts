import { fail, type Fault, type Result } from '#kernel';
import { encode } from '../charset/encode.js';
import { syntaxFaults } from '../faults.js';
import type { XmlOptions } from '../options.js';
import type { TreeNode } from '../tree.js';

/**
 * Writes a tree as XML with a declaration. Elements without content are written `<X/>`. The order of children and
 * attributes is kept. White space is added only with `indent`, and never into an element that has text.
 */
export function writeXml(root: TreeNode, options: XmlOptions = {}): Result<Uint8Array, Fault[]> {
  const encoding = options.encoding ?? 'utf-8';
  const writer = new Writer(options.indent ?? 0);
  writer.element(root, 0, options.namespace);
  if (writer.bad) return fail([writer.bad]);
  const newline = writer.indent > 0 ? '\n' : '';
  return encode(
    `<?xml version="1.0" encoding="${encoding.toUpperCase()}"?>${newline}${writer.out}${newline}`,
    encoding,
  );
}

class Writer {
  out = '';
  bad: Fault | undefined;

  constructor(readonly indent: number) {}

  element(node: TreeNode, level: number, namespace?: string): void {
    this.check(node.name, isName);
    this.out += `<${node.name}`;
    if (namespace !== undefined) this.out += ` xmlns="${this.attribute(namespace)}"`;
    for (const [name, value] of node.attributes) {
      this.check(name, isName);
      this.out += ` ${name}="${this.attribute(value)}"`;
    }
    const { children } = node;
    const text = children.length > 0 && blank.test(node.text) ? '' : node.text;
    if (text === '' && children.length === 0) {
      this.out += '/>';
      return;
    }
    this.out += `>${this.content(text)}`;
    const pretty = this.indent > 0 && text === '';
    for (const child of children) {
      if (pretty) this.out += `\n${' '.repeat(this.indent * (level + 1))}`;
      this.element(child, level + 1);
    }
    if (pretty && children.length > 0) this.out += `\n${' '.repeat(this.indent * level)}`;
    this.out += `</${node.name}>`;
  }

  private content(text: string): string {
    if (!special.test(text)) return text;
    this.check(text, isText);
    return text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
  }

  private attribute(text: string): string {
    if (!special.test(text)) return text;
    this.check(text, isText);
    return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
  }

  private check(text: string, allowed: (text: string) => boolean): void {
    if (this.bad || allowed(text)) return;
    const at = Math.max(forbiddenAt(text), 0);
    const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    this.bad = syntaxFaults.make('SYNTAX_XML_CHARACTER', { values: { code, name: text.slice(0, 60) } });
  }
}

const blank = /^[ \t\r\n]*$/;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
/** Any character that needs a closer look (in `u` mode Cs is a lone surrogate); most values have none. */
const special = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Place of the first character that XML 1.0 §2.2 has no room for, not even as a reference; -1 when there is none. */
function forbiddenAt(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    else if (point < 0x20 && point !== 0x09 && point !== 0x0a && point !== 0x0d) return at;
    else if ((point >= 0xd800 && point <= 0xdfff) || point === 0xfffe || point === 0xffff) return at;
  }
  return -1;
}

const isText = (text: string): boolean => forbiddenAt(text) < 0;
const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u.test(text);
