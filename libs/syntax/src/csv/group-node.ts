import { Cells } from './cells.js';
import { CellsNode } from './cells-node.js';
import type { CsvNode } from './csv-node.js';
import type { Columns, GroupLayout } from './layout.js';
import type { CsvRow } from './scan-csv.js';
import type { RowNode } from './row-node.js';

/** The rows of a group, behind what they have in common: the cells of each name that were there first. */
export class GroupNode extends CellsNode {
  declare readonly places: Cells;
  declare readonly rows: RowNode[];
  declare private readonly layout: GroupLayout;
  /** Where the cells end that the first row begins with and that are of the group; 0 when it has not all of them. */
  declare private readonly leadingTo: number;

  /** @param row its first */
  constructor(parent: CsvNode, row: CsvRow, layout: GroupLayout) {
    super('group', parent, row.from, row.to);
    const { leading } = layout;
    this.layout = layout;
    this.places = new Cells(row.text, new Array<number>(layout.cells.length * 2).fill(0));
    this.rows = [];
    this.leadingTo = leading > 0 && leading <= row.length ? row.cellTo(leading - 1) : 0;
  }

  /** Whether a row begins as the first row of the group does, as far as it says what they have in common. */
  leads(row: CsvRow): boolean {
    const { leading } = this.layout;
    const { from, leadingTo } = this;
    const { text, from: start } = row;
    if (leadingTo === 0 || row.length < leading) return false;
    if (row.cellTo(leading - 1) - start !== leadingTo - from) return false;
    for (let at = from; at < leadingTo; at++)
      if (text.charCodeAt(at) !== text.charCodeAt(at - from + start)) return false;
    return true;
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
