import { NamedNode, noAttributes, noCells, noRepeats } from '../named.js';
import type { Leaf, NodeKind, SourceNode, Span } from '../tree.js';

/** An element of a parsed message. */
export class XmlNode extends NamedNode<XmlNode> implements SourceNode {
  declare readonly name: string;
  declare readonly parent: XmlNode | undefined;
  declare readonly depth: number;
  declare readonly from: number;
  declare to: number;
  declare text: string;
  declare attributes: ReadonlyMap<string, string>;
  /** UTF-16 offsets of the content, between the start and the end tag. */
  declare innerFrom: number;
  declare innerTo: number;
  declare private readonly source: string;

  constructor(name: string, parent: XmlNode | undefined, depth: number, from: number, source: string) {
    super();
    this.name = name;
    this.parent = parent;
    this.depth = depth;
    this.from = from;
    this.to = 0;
    this.text = '';
    this.attributes = noAttributes;
    this.innerFrom = 0;
    this.innerTo = 0;
    this.source = source;
  }

  get kind(): NodeKind {
    return 'element';
  }

  get cells(): typeof noCells {
    return noCells;
  }

  get repeats(): typeof noRepeats {
    return noRepeats;
  }

  value(leaf: Leaf): string | undefined {
    const value =
      leaf.at === 'text' ? this.text : leaf.at === 'attribute' ? this.attributes.get(leaf.name) : undefined;
    return value === '' ? undefined : value;
  }

  valueSpan(leaf: Leaf): Span {
    if (leaf.at === 'text') return trimmed(this.source, this.innerFrom, this.innerTo);
    return (
      (leaf.at === 'attribute' ? this.attributeSpan(leaf.name) : undefined) ?? {
        from: this.from,
        to: this.to,
      }
    );
  }

  /** The start tag is read again: attributes are asked for their place only for faults and lineage. */
  private attributeSpan(name: string): Span | undefined {
    const tag = /([^\s=/<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
    tag.lastIndex = endOfName(this.source, this.from);
    for (
      let found = tag.exec(this.source);
      found && found.index < this.innerFrom;
      found = tag.exec(this.source)
    ) {
      const [whole, full = '', inDouble, inSingle] = found;
      if (localName(full) !== name) continue;
      const length = (inDouble ?? inSingle ?? '').length;
      const to = found.index + whole.length - 1;
      return { from: to - length, to };
    }
    return undefined;
  }
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Where the name of a start tag ends: it may be long, and holds no attribute. */
function endOfName(text: string, at: number): number {
  while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { from, to };
}

const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
