import { NamedNode, noAttributes, noCells, noRepeats } from '../named.js';
import type { Leaf, NodeKind, SourceNode, Span } from '../tree.js';

/** Children up to this number are looked through for a value: the reports of a station stand among its values. */
const lookedThrough = 12;

/** A station, one of its reports, or a value that a message says; its place is that of the sentences it came in. */
export class NmeaNode extends NamedNode<NmeaNode> implements SourceNode {
  /** Its own index: that of the children may be made only once all of them are there. */
  declare private values: Map<string, NmeaNode> | undefined;

  declare readonly name: string;
  declare readonly parent: NmeaNode | undefined;
  declare text: string;
  declare from: number;
  declare to: number;

  constructor(name: string, parent: NmeaNode | undefined, text: string, from: number, to: number) {
    super();
    this.name = name;
    this.parent = parent;
    this.text = text;
    this.from = from;
    this.to = to;
    this.values = undefined;
  }

  get kind(): NodeKind {
    return 'element';
  }

  get attributes(): typeof noAttributes {
    return noAttributes;
  }

  get cells(): typeof noCells {
    return noCells;
  }

  get repeats(): typeof noRepeats {
    return noRepeats;
  }

  value(leaf: Leaf): string | undefined {
    return leaf.at === 'text' && this.text !== '' ? this.text : undefined;
  }

  valueSpan(): Span {
    return { from: this.from, to: this.to };
  }

  /** A value below this node: the newest one stays. */
  set(name: string, text: string, { from, to }: Span): void {
    const known = this.known(name);
    if (known) {
      known.text = text;
      known.from = from;
      known.to = to;
      return;
    }
    const node = new NmeaNode(name, this, text, from, to);
    this.values?.set(name, node);
    this.push(node);
  }

  /** Gives a value below this node another place. */
  protected place(name: string, from: number, to: number): void {
    const known = this.known(name);
    if (!known) return;
    known.from = from;
    known.to = to;
  }

  private known(name: string): NmeaNode | undefined {
    const { list } = this;
    if (!list) return undefined;
    if (list.length > lookedThrough) {
      this.values ??= new Map(list.map((node) => [node.name, node]));
      return this.values.get(name);
    }
    for (const node of list) if (node.name === name) return node;
    return undefined;
  }
}
