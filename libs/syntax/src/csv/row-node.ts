import { CsvNode } from './csv-node.js';
import { columnName } from './header.js';
import type { CsvRow } from './scan-csv.js';

/** A row. Its cells become nodes when the first of them is asked for. */
export class RowNode extends CsvNode {
  private cellsMade = false;

  constructor(
    parent: CsvNode | undefined,
    private readonly row: CsvRow,
    private readonly columns: readonly string[],
    /** Columns that stand beside the row, in its group. */
    private readonly without: ReadonlySet<string> | undefined,
  ) {
    super('row', parent, row.from, row.to);
  }

  override get children(): readonly CsvNode[] {
    this.make();
    return super.children;
  }

  override first(name: string): CsvNode | undefined {
    this.make();
    return super.first(name);
  }

  override named(name: string): readonly CsvNode[] {
    this.make();
    return super.named(name);
  }

  private make(): void {
    if (this.cellsMade) return;
    this.cellsMade = true;
    const { row, columns, without } = this;
    for (let cell = 0; cell < row.length; cell++) {
      const name = columns[cell] ?? columnName(cell);
      if (!without?.has(name) && !row.isBlank(cell))
        this.add(name, row.cellFrom(cell), row.cellTo(cell), row.content(cell));
    }
  }
}
