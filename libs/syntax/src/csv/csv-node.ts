import { NamedNode, noAttributes, noCells, noRepeats } from '../named.js';
import type { Leaf, NodeKind, SourceNode, Span } from '../tree.js';

/** The table, a group of rows, a row, a cell, or a value before the table. */
export class CsvNode extends NamedNode<CsvNode> implements SourceNode {
  constructor(
    readonly name: string,
    readonly parent: CsvNode | undefined,
    readonly from: number,
    public to: number,
    readonly text = '',
  ) {
    super();
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
