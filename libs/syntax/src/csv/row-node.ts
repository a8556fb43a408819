import { CsvNode } from './csv-node.js';
import { columnName } from './header.js';
import { contentOf, isBlank, type CsvRow } from './scan-csv.js';

/** A row. Its cells become nodes when the first of them is asked for. */
export class RowNode extends CsvNode {
  private cellsMade = false;

  constructor(
    parent: CsvNode | undefined,
    private readonly row: CsvRow,
    private readonly columns: readonly string[],
    private readonly source: string,
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
    const { source, columns } = this;
    this.row.cells.forEach((cell, i) => {
      if (!isBlank(source, cell.from, cell.to))
        this.add(columns[i] ?? columnName(i), cell.from, cell.to, contentOf(cell, source));
    });
  }
}
