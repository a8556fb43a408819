import type { CsvOptions } from '../options.js';
import { columnNames, labelsOf, namesIn } from './header.js';
import { Layout } from './layout.js';
import type { CsvRow } from './scan-csv.js';

/** Rows from the start of a file that may be the header. */
export const headerRows = 30;

/** Headers kept of one mapping, and characters of the longest. */
const maxKept = 100;
const maxLength = 10_000;

interface Kept {
  readonly layout: Layout;
  readonly delimiter: string;
  /** How many of the names that the options ask for it has. */
  readonly found: number;
}

/** Finds the header of a file and what follows from it; those of the same header are made once. */
export class Layouts {
  private readonly kept = new Map<string, Kept>();
  private readonly headless: Layout;

  constructor(private readonly options: CsvOptions) {
    this.headless = new Layout(Object.keys(options.names ?? {}), options.group);
  }

  /**
   * The row that has the column names, from 0; -1 for a table without; undefined when there is none.
   *
   * @param rows that are not empty, from the start of the file
   */
  find(rows: readonly CsvRow[], delimiter: string): { header: number; layout: Layout } | undefined {
    const { headerRow } = this.options;
    if (headerRow === 'none') return { header: -1, layout: this.headless };
    const header =
      headerRow === undefined ? this.likeliest(rows, delimiter) : rows.findIndex(isRow(headerRow));
    const row = rows[header];
    return row && { header, layout: this.layoutOf(row, delimiter) };
  }

  private likeliest(rows: readonly CsvRow[], delimiter: string): number {
    const { names = {} } = this.options;
    const labels = labelsOf(names);
    if (labels.size === 0) return widest(rows);
    const all = Object.keys(names).length;
    let best = -1;
    let most = Math.min(2, all) - 1;
    for (let at = 0; at < rows.length && most < all; at++) {
      const row = rows[at];
      if (!row || row.length <= most) continue;
      const found = this.known(row, delimiter)?.found ?? namesIn(row, labels, most);
      if (found > most) [best, most] = [at, found];
    }
    return best;
  }

  private layoutOf(row: CsvRow, delimiter: string): Layout {
    const known = this.known(row, delimiter);
    if (known) return known.layout;
    const { names, group } = this.options;
    const layout = new Layout(columnNames(row, names), group);
    if (row.to - row.from <= maxLength) {
      if (this.kept.size >= maxKept) this.kept.clear();
      this.kept.set(written(row), { layout, delimiter, found: namesIn(row, labelsOf(names), 0) });
    }
    return layout;
  }

  private known(row: CsvRow, delimiter: string): Kept | undefined {
    if (row.to - row.from > maxLength) return undefined;
    const kept = this.kept.get(written(row));
    return kept?.delimiter === delimiter ? kept : undefined;
  }
}

const written = (row: CsvRow): string => row.text.slice(row.from, row.to);

const isRow =
  (number: number) =>
  (row: CsvRow): boolean =>
    row.number === number;

/** The first that is about as wide as the widest. */
function widest(rows: readonly CsvRow[]): number {
  const widths = rows.map((row) => {
    let width = 0;
    for (let cell = 0; cell < row.length; cell++) if (row.content(cell).trim() !== '') width++;
    return width;
  });
  const most = Math.max(0, ...widths);
  return widths.findIndex((width) => width > 0 && width * 2 >= most);
}
