import type { Cells } from './cells.js';
import { CellsNode } from './cells-node.js';
import type { CsvNode } from './csv-node.js';
import { columnName } from './header.js';
import type { Columns, Layout } from './layout.js';

/** Where rows stand in, and how they are read once more. */
export interface Rows {
  readonly layout: Layout;
  /** @param from where the row begins */
  cellsAt(from: number): Cells;
}

/** A row. Where its cells stand is found out when the first of them is asked for. */
export class RowNode extends CellsNode {
  declare private readonly table: Rows;
  declare private cellsOnce: Cells | undefined;

  constructor(parent: CsvNode, from: number, to: number, table: Rows) {
    super('row', parent, from, to);
    this.table = table;
    this.cellsOnce = undefined;
  }

  protected override get columns(): Columns {
    return this.table.layout.row;
  }

  protected override get places(): Cells {
    return (this.cellsOnce ??= this.table.cellsAt(this.from));
  }

  protected override nameBehind(cell: number): string | undefined {
    return this.table.layout.group?.has(cell) ? undefined : columnName(cell);
  }
}
