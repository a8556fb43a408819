import { Cells } from './cells.js';

/** The row that a scanner stands at: good until the next one is read, by this scanner or another. */
export class CsvRow extends Cells {
  /** In the file, from 1. */
  declare number: number;
  declare from: number;
  declare to: number;

  constructor(text: string, bounds: number[], number: number, from: number, to: number) {
    super(text, bounds);
    this.number = number;
    this.from = from;
    this.to = to;
  }

  get isEmpty(): boolean {
    for (let cell = 0; cell < this.length; cell++) if (!this.isBlank(cell)) return false;
    return true;
  }

  /** One that stays as it is. */
  kept(): CsvRow {
    const { text, bounds, number, from, to } = this;
    return new CsvRow(text, bounds.slice(0, this.length * 2), number, from, to);
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

/** Where the cells of the row stand that is being read, of whichever file: it grows once and not for each file. */
const scratch: number[] = [];
const maxScratch = 100_000;

/** Takes a text apart row by row (RFC 4180 §2); a quote inside of an unquoted cell stands for itself. */
export class RowScanner {
  readonly row: CsvRow;
  /** Why reading has ended before the text: a quote that is not closed, or too many cells. */
  declare stopped: 'quote' | 'cells' | undefined;
  declare strays: Strays | undefined;
  /** In the row that is being read. */
  declare private strayed: number;
  declare private at: number;
  declare private left: number;
  private readonly mark: number;
  /** No unit above begins or ends a cell. */
  private readonly highest: number;

  constructor(
    private readonly text: string,
    delimiter: string,
    maxCells: number,
  ) {
    if (scratch.length > maxScratch) scratch.length = 0;
    this.row = new CsvRow(text, scratch, 0, 0, 0);
    this.stopped = undefined;
    this.strays = undefined;
    this.strayed = 0;
    this.at = 0;
    this.left = maxCells;
    this.mark = delimiter.charCodeAt(0);
    this.highest = Math.max(this.mark, quote);
  }

  /** Where the next row begins. */
  seek(at: number): void {
    this.at = at;
  }

  /** Reads the next row; false when there is none. A text that ends in a line break has an empty row behind it. */
  next(): boolean {
    const { text, row } = this;
    const { length } = text;
    if (this.at > length || this.stopped) return false;
    row.number++;
    row.from = this.at;
    row.length = 0;
    const at = this.cells(row.from);
    this.left -= row.length;
    if (at < 0) return false;
    row.to = at;
    if (this.strayed > 0) this.stray();
    const isPair = at + 1 < length && text.charCodeAt(at) === carriageReturn;
    this.at = isPair && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
    return true;
  }

  /** Reads the cells of a row and gives the place behind them; -1 where reading cannot go on. */
  private cells(start: number): number {
    const { text, row, mark, highest, left } = this;
    const { bounds } = row;
    const { length } = text;
    let from = start;
    let at = start;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > highest) continue;
      if (unit === mark) {
        if (row.length >= left) return this.stop('cells');
        bounds[row.length * 2] = from * 2;
        bounds[row.length * 2 + 1] = at;
        row.length++;
        from = at + 1;
      } else if (unit === quote && at === from) {
        at = this.quoted(from);
        if (row.length > left) return this.stop('cells');
        if (at < 0 || at >= length || text.charCodeAt(at) !== mark) return at;
        from = at + 1;
      } else if (unit === lineFeed || unit === carriageReturn) break;
    }
    if (row.length >= left) return this.stop('cells');
    bounds[row.length * 2] = from * 2;
    bounds[row.length * 2 + 1] = at;
    row.length++;
    return at;
  }

  /** Reads a cell that begins with a quote and gives the place behind it. */
  private quoted(from: number): number {
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
    bounds[row.length * 2] = isStray ? from * 2 : (from + 1) * 2 + doubled;
    bounds[row.length * 2 + 1] = isStray ? to : close;
    row.length++;
    return to;
  }

  private end(from: number): number {
    const { text, mark } = this;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === mark || unit === lineFeed || unit === carriageReturn) return at;
    }
    return text.length;
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
