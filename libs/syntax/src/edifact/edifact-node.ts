import { NamedNode, noAttributes, noRepeats } from '../named.js';
import type { Cells, Leaf, NodeKind, SourceNode, Span } from '../tree.js';
import { ComponentIndex, meaning, releasedAt, scan, type Source } from './scan.js';

/**
 * A segment, or what holds segments. A segment is not taken apart before somebody asks: of most segments a mapping
 * reads one or two components.
 */
export class EdifactNode extends NamedNode<EdifactNode> implements SourceNode {
  declare readonly kind: NodeKind;
  declare readonly name: string;
  declare readonly parent: EdifactNode | undefined;
  declare readonly source: Source;
  declare readonly from: number;
  declare to: number;
  /** The first component, which tells segments of one tag apart and is asked for by every rule about them. */
  declare private qualifier: string | undefined | null;
  /** Made when another component is asked for, as then most of them will be; null: this segment needs a scan. */
  declare private components: ComponentIndex | undefined | null;
  declare private split: { cells: string[][]; repeats: Map<number, string[][]> } | undefined;

  constructor(
    kind: NodeKind,
    name: string,
    parent: EdifactNode | undefined,
    source: Source,
    from: number,
    to: number,
  ) {
    super();
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.source = source;
    this.from = from;
    this.to = to;
    this.qualifier = null;
    this.components = undefined;
    this.split = undefined;
  }

  get text(): string {
    return '';
  }

  get attributes(): typeof noAttributes {
    return noAttributes;
  }

  /** Component by numbers from 1; undefined when absent or empty. */
  cell(element: number, component: number, repetition = 1): string | undefined {
    if (element !== 1 || component !== 1 || repetition !== 1)
      return this.scanned(element, component, repetition);
    if (this.qualifier === null) this.qualifier = this.scanned(1, 1, 1);
    return this.qualifier;
  }

  private scanned(element: number, component: number, repetition: number): string | undefined {
    const { source } = this;
    if (this.kind !== 'segment') return undefined;
    if (this.components === undefined && (element > 1 || component > 1)) {
      this.components = ComponentIndex.of(source, this.from, this.to) ?? null;
    }
    if (this.components)
      return repetition === 1 ? this.components.value(source, element, component) : undefined;
    const found = scan(source, this.from, this.to, element, component, repetition);
    if (!found || found.from === found.to) return undefined;
    if (found.plain) return source.text.slice(found.from, found.to);
    return meaning(source, found.from, found.to) || undefined;
  }

  value(leaf: Leaf): string | undefined {
    return leaf.at === 'cell' ? this.cell(leaf.element, leaf.component, leaf.repetition) : undefined;
  }

  valueSpan(leaf: Leaf): Span {
    const found =
      leaf.at === 'cell' && this.kind === 'segment'
        ? scan(this.source, this.from, this.to, leaf.element, leaf.component, leaf.repetition)
        : undefined;
    return found ? { from: found.from, to: found.to } : { from: this.from, to: this.to };
  }

  get cells(): Cells {
    return this.parts().cells;
  }

  get repeats(): ReadonlyMap<number, readonly (readonly string[])[]> {
    return this.kind === 'segment' ? this.parts().repeats : noRepeats;
  }

  private parts(): { cells: string[][]; repeats: Map<number, string[][]> } {
    this.split ??=
      this.kind === 'segment'
        ? splitSegment(this.source, this.from, this.to)
        : { cells: [], repeats: new Map() };
    return this.split;
  }
}

function splitSegment(
  source: Source,
  from: number,
  to: number,
): { cells: string[][]; repeats: Map<number, string[][]> } {
  const cells: string[][] = [];
  const repeats = new Map<number, string[][]>();
  let element = -1;
  let current: string[] = [];
  let start = from;
  let plain = true;
  const take = (at: number): void => {
    if (element >= 0) current.push(plain ? source.text.slice(start, at) : meaning(source, start, at));
    start = at + 1;
    plain = true;
  };
  for (let at = from; at < to; at++) {
    const unit = source.text.charCodeAt(at);
    if (unit === source.release) {
      plain = false;
      at = releasedAt(source, at);
    } else if (unit === source.element) {
      take(at);
      element++;
      current = [];
      cells.push(current);
    } else if (unit === source.component) take(at);
    else if (unit === source.repetition && element >= 0) {
      take(at);
      current = [];
      repeats.set(element, [...(repeats.get(element) ?? []), current]);
    } else if (source.wraps && (unit === 0x0a || unit === 0x0d)) plain = false;
  }
  take(to);
  return { cells, repeats };
}
