import { Cells } from './cells.js';
import { CellsNode } from './cells-node.js';
import type { CsvNode } from './csv-node.js';
import type { Columns, GroupLayout } from './layout.js';
import type { RowNode } from './row-node.js';

/** The rows of a group, behind what they have in common: the cells of each name that were there first. */
export class GroupNode extends CellsNode {
  declare readonly places: Cells;
  declare readonly rows: RowNode[];
  declare private readonly layout: GroupLayout;

  constructor(parent: CsvNode, from: number, to: number, layout: GroupLayout, text: string) {
    super('group', parent, from, to);
    this.layout = layout;
    this.places = new Cells(text, new Array<number>(layout.cells.length * 2).fill(0));
    this.rows = [];
  }

  protected override get columns(): Columns {
    return this.layout.columns;
  }

  override first(name: string): CsvNode | undefined {
    return this.isOfRows(name) ? this.rows[0] : super.first(name);
  }

  override named(name: string): readonly CsvNode[] {
    return this.isOfRows(name) ? this.rows : super.named(name);
  }

  protected override makeAll(): void {
    const isMade = this.list !== undefined;
    super.makeAll();
    if (!isMade) for (const row of this.rows) this.push(row);
  }

  /** A column may have this name as well. */
  private isOfRows(name: string): boolean {
    return name === 'row' && this.columns.find(name) === undefined;
  }
}
