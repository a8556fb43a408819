import type { Cells } from './cells.js';
import { CsvNode } from './csv-node.js';
import type { Columns } from './layout.js';

/** A node of cells. These become nodes when they are asked for: one by its name, or all. */
export abstract class CellsNode extends CsvNode {
  declare private made: (CsvNode | undefined)[] | undefined;
  declare private isWhole: boolean;

  constructor(name: string, parent: CsvNode | undefined, from: number, to: number) {
    super(name, parent, from, to);
    this.made = undefined;
    this.isWhole = false;
  }

  protected abstract get columns(): Columns;
  /** Where the cells stand. */
  protected abstract get places(): Cells;

  override get children(): readonly CsvNode[] {
    this.makeAll();
    return super.children;
  }

  override first(name: string): CsvNode | undefined {
    if (this.isDirect) return this.byName(name);
    this.makeAll();
    return super.first(name);
  }

  override named(name: string): readonly CsvNode[] {
    if (!this.isDirect) {
      this.makeAll();
      return super.named(name);
    }
    const node = this.byName(name);
    return node ? [node] : noNodes;
  }

  /** What a cell is called that is behind the columns; undefined where it is not to be found here. */
  protected nameBehind(_cell: number): string | undefined {
    return undefined;
  }

  /** Fills the list of the children. */
  protected makeAll(): void {
    if (this.isWhole) return;
    this.isWhole = true;
    const { length } = this.places;
    for (let cell = 0; cell < length; cell++) {
      const node = this.cellNode(cell);
      if (node) this.push(node);
    }
  }

  /** Whether a name leads to its only cell. */
  private get isDirect(): boolean {
    const { columns } = this;
    return columns.distinct && this.places.length <= columns.names.length;
  }

  private byName(name: string): CsvNode | undefined {
    const cell = this.columns.find(name);
    return cell === undefined ? undefined : this.cellNode(cell);
  }

  private cellNode(cell: number): CsvNode | undefined {
    const { places, columns } = this;
    if (cell >= places.length) return undefined;
    const made = (this.made ??= new Array<CsvNode | undefined>(places.length).fill(undefined));
    const known = made[cell];
    if (known) return known;
    const name = cell < columns.names.length ? columns.names[cell] : this.nameBehind(cell);
    if (name === undefined || places.isBlank(cell)) return undefined;
    const node = new CsvNode(name, this, places.cellFrom(cell), places.cellTo(cell), places.content(cell));
    made[cell] = node;
    return node;
  }
}

const noNodes: readonly CsvNode[] = [];
