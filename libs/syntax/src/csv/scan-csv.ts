import { Cells } from './cells.js';

/** The row that a scanner stands at: the same object for row after row. */
export class CsvRow extends Cells {
  /** In the file, from 1. */
  number = 0;
  from = 0;
  to = 0;

  get isEmpty(): boolean {
    for (let cell = 0; cell < this.length; cell++) if (!this.isBlank(cell)) return false;
    return true;
  }

  /** One that stays as it is. */
  kept(): CsvRow {
    const row = new CsvRow(this.text, this.bounds.slice(0, this.length * 2));
    row.number = this.number;
    row.from = this.from;
    row.to = this.to;
    return row;
  }
}

/** Cells with something behind their closing quote. */
export interface Strays {
  /** The first row that has one. */
  readonly row: CsvRow;
  /** Of all rows. */
  count: number;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Takes a text apart row by row (RFC 4180 §2); a quote inside of an unquoted cell stands for itself. */
export class RowScanner {
  readonly row: CsvRow;
  /** Why reading has ended before the text: a quote that is not closed, or too many cells. */
  stopped: 'quote' | 'cells' | undefined;
  strays: Strays | undefined;
  /** In the row that is being read. */
  private strayed = 0;
  private at = 0;
  private left: number;
  private readonly mark: number;
  /** No unit above ends a cell. */
  private readonly highest: number;

  constructor(
    private readonly text: string,
    delimiter: string,
    maxCells: number,
  ) {
    this.row = new CsvRow(text);
    this.left = maxCells;
    this.mark = delimiter.charCodeAt(0);
    this.highest = Math.max(this.mark, carriageReturn);
  }

  /** Where the next row begins. */
  seek(at: number): void {
    this.at = at;
  }

  /** Reads the next row; false when there is none. A text that ends in a line break has an empty row behind it. */
  next(): boolean {
    const { text, row, mark } = this;
    const { length } = text;
    if (this.at > length || this.stopped) return false;
    row.number++;
    row.from = this.at;
    row.length = 0;
    let at = this.cell(this.at);
    while (at >= 0 && at < length && text.charCodeAt(at) === mark) at = this.cell(at + 1);
    if (at < 0) return false;
    row.to = at;
    if (this.strayed > 0) this.stray();
    const isPair = at + 1 < length && text.charCodeAt(at) === carriageReturn;
    this.at = isPair && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
    return true;
  }

  /** Reads the cell that begins at a place and gives the place behind it; -1 where reading cannot go on. */
  private cell(from: number): number {
    if (--this.left < 0) return this.stop('cells');
    const { text, row } = this;
    const { bounds } = row;
    const cell = row.length++;
    if (from < text.length && text.charCodeAt(from) === quote) return this.quoted(from, cell);
    const to = this.end(from);
    bounds[cell * 2] = from * 2;
    bounds[cell * 2 + 1] = to;
    return to;
  }

  private quoted(from: number, cell: number): number {
    const { text, row } = this;
    const { bounds } = row;
    let close = text.indexOf('"', from + 1);
    let doubled = 0;
    while (close >= 0 && close + 1 < text.length && text.charCodeAt(close + 1) === quote) {
      doubled = 1;
      close = text.indexOf('"', close + 2);
    }
    if (close < 0) return this.stop('quote');
    const to = this.end(close + 1);
    const isStray = to > close + 1 && text.slice(close + 1, to).trim() !== '';
    if (isStray) this.strayed++;
    bounds[cell * 2] = isStray ? from * 2 : (from + 1) * 2 + doubled;
    bounds[cell * 2 + 1] = isStray ? to : close;
    return to;
  }

  private end(from: number): number {
    const { text, mark, highest } = this;
    const { length } = text;
    for (let at = from; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit <= highest && (unit === mark || unit === lineFeed || unit === carriageReturn)) return at;
    }
    return length;
  }

  private stray(): void {
    this.strays ??= { row: this.row.kept(), count: 0 };
    this.strays.count += this.strayed;
    this.strayed = 0;
  }

  private stop(why: 'quote' | 'cells'): number {
    this.stopped = why;
    return -1;
  }
}
