import { NamedNode, noAttributes, noCells, noRepeats } from '../named.js';
import type { Leaf, NodeKind, SourceNode, Span } from '../tree.js';

/** The table, a group of rows, a row, a cell, or a value before the table. */
export class CsvNode extends NamedNode<CsvNode> implements SourceNode {
  declare readonly name: string;
  declare readonly parent: CsvNode | undefined;
  declare readonly from: number;
  declare to: number;
  declare readonly text: string;

  constructor(name: string, parent: CsvNode | undefined, from: number, to: number, text = '') {
    super();
    this.name = name;
    this.parent = parent;
    this.from = from;
    this.to = to;
    this.text = text;
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

  add(name: string, from: number, to: number, text = ''): CsvNode {
    const child = new CsvNode(name, this, from, to, text);
    this.push(child);
    return child;
  }
}
