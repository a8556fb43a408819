import { Buffer } from 'node:buffer';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fail, ok, type Fault, type Result } from '#kernel';
import { decode, type Decoded } from '../charset/decode.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type Limits, type XmlOptions } from '../options.js';
import { nodePaths } from '../path.js';
import type { Leaf, SourceNode, SourceTree } from '../tree.js';
import { Refusal, explain } from './explain.js';
import { quickXml } from './quick-xml.js';
import { XmlNode, localName } from './xml-node.js';

const declaration = /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/;
const declarationBytes = 256;

/**
 * Reads well-formed XML into the tree. Prefixes are dropped: elements and attributes are known by their local names.
 * A DOCTYPE and any entity beyond the five predefined ones are refused. All text inside an element, CDATA included, is
 * joined; comments and processing instructions are left out.
 */
export function parseXml(bytes: Uint8Array, options: XmlOptions = {}): Result<SourceTree, Fault[]> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.bytes) {
    return fail([
      syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit: limits.bytes } }),
    ]);
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, declarationBytes)).toString(
    'latin1',
  );
  const decoded = decode(bytes, declaration.exec(head)?.[1]);
  if (!decoded.ok) return decoded;
  if (decoded.value.text.length === 0) return fail([syntaxFaults.make('SYNTAX_EMPTY')]);
  try {
    const { text, warnings } = decoded.value;
    const begun = fromStart(text);
    const noted = begun === text ? warnings : [...warnings, syntaxFaults.make('SYNTAX_XML_BLANK')];
    return ok(sourceTree(buildXml(begun, limits), { ...decoded.value, warnings: noted }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail([error.fault(decoded.value.offsets)]);
  }
}

/**
 * White space before the declaration is not well-formed, but says nothing: both are made blanks, so that all else stands
 * where it stood.
 */
function fromStart(text: string): string {
  const first = text.charCodeAt(0);
  if (first > 0x20) return text;
  const found = /^\s+<\?xml\s[^>]*\?>/.exec(text);
  return found ? ' '.repeat(found[0].length) + text.slice(found[0].length) : text;
}

const buildXml = (text: string, limits: Required<Limits>): XmlNode =>
  quickXml(text, limits) ?? saxesXml(text, limits);

/** Decides about every text, and throws what is wrong with it as a {@link Refusal}. */
export const saxesXml = (text: string, limits: Required<Limits>): XmlNode =>
  new TreeBuilder(text, limits).build();

/** Turns the events of saxes into nodes. It stops at the first fault: what follows one is guesswork. */
class TreeBuilder {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  private root: XmlNode | undefined;
  private current: XmlNode | undefined;
  private nodes = 0;

  constructor(
    private readonly text: string,
    private readonly limits: Required<Limits>,
  ) {}

  build(): XmlNode {
    const { parser } = this;
    parser.on('opentagstart', (tag) => this.start(tag.name));
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', (tag) => this.close(tag.isSelfClosing));
    parser.on('text', (text) => this.characters(text));
    parser.on('cdata', (text) => this.characters(text));
    parser.on('doctype', () => {
      const from = Math.max(this.text.lastIndexOf('<!DOCTYPE', parser.position), 0);
      throw new Refusal('SYNTAX_XML_DOCTYPE', { from, to: parser.position });
    });
    parser.on('error', (error) => {
      throw explain(error.message, this.text, parser.position, this.openPath(), this.current?.name);
    });
    parser.write(this.text).close();
    if (!this.root) throw explain('document must contain a root element.', this.text, 0, '', undefined);
    return this.root;
  }

  private start(name: string): void {
    const from = this.parser.position - name.length - 2;
    const parent = this.current;
    const depth = parent ? parent.depth + 1 : 1;
    const node = new XmlNode(localName(name), parent, depth, from, this.text);
    if (depth > this.limits.depth) this.over('SYNTAX_XML_DEPTH', this.limits.depth, from);
    if (++this.nodes > this.limits.nodes) this.over('SYNTAX_XML_NODES', this.limits.nodes, from);
    if (parent) parent.push(node);
    else this.root ??= node;
    this.current = node;
  }

  private open(tag: SaxesTagPlain): void {
    const node = this.current;
    if (!node) return;
    node.innerFrom = this.parser.position;
    let attributes: Map<string, string> | undefined;
    let count = 0;
    for (const name in tag.attributes) {
      if (++count > this.limits.attributes)
        this.over('SYNTAX_XML_ATTRIBUTES', this.limits.attributes, node.from);
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      attributes ??= new Map();
      const local = localName(name);
      if (local === name || !attributes.has(local)) attributes.set(local, tag.attributes[name] ?? '');
    }
    if (attributes) node.attributes = attributes;
  }

  private close(isEmpty: boolean): void {
    const node = this.current;
    if (!node) return;
    node.to = this.parser.position;
    node.innerTo = isEmpty ? node.innerFrom : this.text.lastIndexOf('</', node.to - 1);
    this.current = node.parent;
  }

  private characters(text: string): void {
    const node = this.current;
    if (node) node.text = node.text === '' ? text : node.text + text;
  }

  private over(
    code: 'SYNTAX_XML_DEPTH' | 'SYNTAX_XML_NODES' | 'SYNTAX_XML_ATTRIBUTES',
    limit: number,
    from: number,
  ): never {
    throw new Refusal(code, { from, to: this.parser.position }, { limit }, this.openPath());
  }

  private openPath(): string {
    const names: string[] = [];
    for (let node = this.current; node; node = node.parent) names.unshift(node.name);
    return names.join('/');
  }
}

const isRoot = (node: SourceNode): boolean => node.parent === undefined;

function sourceTree(root: XmlNode, decoded: Decoded): SourceTree {
  const paths = nodePaths(isRoot);
  return {
    syntax: 'xml',
    root,
    text: decoded.text,
    charset: decoded.charset,
    decimalMark: '.',
    diagnostics: decoded.warnings,
    bytes: decoded.offsets,
    path(node, leaf) {
      const path = paths(node);
      const attribute = leafName(leaf);
      return attribute === '' ? path || '.' : path === '' ? attribute : `${path}/${attribute}`;
    },
  };
}

const leafName = (leaf: Leaf | undefined): string => (leaf?.at === 'attribute' ? `@${leaf.name}` : '');
