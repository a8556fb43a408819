import { EdifactNode } from '../edifact/edifact-node.js';
import type { Source } from '../edifact/scan.js';
import type { Cells, Leaf, NodeKind, Span } from '../tree.js';
import { FieldIndex, type FlatSource } from './fields.js';

/** A record of a flat file, or what holds records. A record is taken apart when it is first asked for a field. */
export class RecordNode extends EdifactNode {
  declare private readonly flat: FlatSource;
  declare private fields: FieldIndex | undefined;
  declare private values: string[][] | undefined;

  constructor(
    kind: NodeKind,
    name: string,
    parent: EdifactNode | undefined,
    source: Source,
    flat: FlatSource,
    from: number,
    to: number,
  ) {
    super(kind, name, parent, source, from, to);
    this.flat = flat;
    this.fields = undefined;
    this.values = undefined;
  }

  override cell(element: number, component = 1, repetition = 1): string | undefined {
    if (this.kind !== 'segment' || component !== 1 || repetition !== 1) return undefined;
    const { places } = this;
    return element < places.length ? places.value(element) || undefined : undefined;
  }

  override valueSpan(leaf: Leaf): Span {
    if (
      this.kind !== 'segment' ||
      leaf.at !== 'cell' ||
      leaf.component !== 1 ||
      leaf.element >= this.places.length
    )
      return { from: this.from, to: this.to };
    return { from: this.places.from(leaf.element), to: this.places.to(leaf.element) };
  }

  override get cells(): Cells {
    if (this.kind !== 'segment') return [];
    if (this.values) return this.values;
    const values: string[][] = [];
    for (let field = 1; field < this.places.length; field++) values.push([this.places.value(field)]);
    this.values = values;
    return values;
  }

  private get places(): FieldIndex {
    this.fields ??= FieldIndex.of(this.flat, this.name, this.from, this.to);
    return this.fields;
  }
}
