/** Where the cells of all rows stand, two numbers each: a cell is no object, as a table has very many. */
class Cells {
  private bounds: Int32Array;
  private used = 0;

  /** @param units of the text: most cells have no more than a few */
  constructor(units: number) {
    this.bounds = new Int32Array((units >> 2) + 16);
  }

  get length(): number {
    return this.used >> 1;
  }

  /** @param doubled quotes inside are doubled */
  add(from: number, to: number, doubled: boolean): void {
    if (this.used + 2 > this.bounds.length) {
      const larger = new Int32Array(this.bounds.length * 2);
      larger.set(this.bounds);
      this.bounds = larger;
    }
    this.bounds[this.used] = from * 2 + (doubled ? 1 : 0);
    this.bounds[this.used + 1] = to;
    this.used += 2;
  }

  from(cell: number): number {
    return (this.bounds[cell * 2] ?? 0) >> 1;
  }

  to(cell: number): number {
    return this.bounds[cell * 2 + 1] ?? 0;
  }

  doubled(cell: number): boolean {
    return ((this.bounds[cell * 2] ?? 0) & 1) === 1;
  }
}

/** A row and where its cells stand: their content is without the quotes around it. */
export class CsvRow {
  constructor(
    /** In the file, from 1. */
    readonly number: number,
    readonly from: number,
    readonly to: number,
    private readonly text: string,
    private readonly cells: Cells,
    private readonly start: number,
    /** Cells. */
    readonly length: number,
  ) {}

  cellFrom(cell: number): number {
    return this.cells.from(this.start + cell);
  }

  cellTo(cell: number): number {
    return this.cells.to(this.start + cell);
  }

  /** What a cell means: quotes inside of it once, white space around it as it is. */
  content(cell: number): string {
    const content = this.text.slice(this.cellFrom(cell), this.cellTo(cell));
    return this.cells.doubled(this.start + cell) ? content.replaceAll('""', '"') : content;
  }

  contents(): readonly string[] {
    const contents: string[] = [];
    for (let cell = 0; cell < this.length; cell++) contents.push(this.content(cell));
    return contents;
  }

  isBlank(cell: number): boolean {
    return isBlank(this.text, this.cellFrom(cell), this.cellTo(cell));
  }

  get isEmpty(): boolean {
    for (let cell = 0; cell < this.length; cell++) if (!this.isBlank(cell)) return false;
    return true;
  }

  /** Whether a cell stands as one of another row does. */
  same(cell: number, other: CsvRow, of: number): boolean {
    const [from, to, otherFrom] = [this.cellFrom(cell), this.cellTo(cell), other.cellFrom(of)];
    if (to - from !== other.cellTo(of) - otherFrom) return false;
    if (this.cells.doubled(this.start + cell) !== other.cells.doubled(other.start + of)) return false;
    for (let at = 0; at < to - from; at++)
      if (this.text.charCodeAt(from + at) !== this.text.charCodeAt(otherFrom + at)) return false;
    return true;
  }
}

export interface ScannedCsv {
  readonly rows: readonly CsvRow[];
  /** Rows in which something stands behind a closing quote. */
  readonly strays: readonly number[];
  /** Row whose quote is not closed. */
  readonly open: number | undefined;
  /** The bound was reached. */
  readonly over: boolean;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Takes a text apart into rows and cells (RFC 4180 §2); a quote inside of an unquoted cell stands for itself. */
export function scanCsv(text: string, delimiter: string, maxCells: number): ScannedCsv {
  const rows: CsvRow[] = [];
  const strays: number[] = [];
  const mark = delimiter.charCodeAt(0);
  const cells = new Cells(text.length);
  let start = 0;
  let rowFrom = 0;
  for (let at = 0; at <= text.length;) {
    const from = at;
    if (text.charCodeAt(at) === quote) {
      const close = closing(text, at + 1);
      if (close.at < 0) return { rows, strays, open: rows.length + 1, over: false };
      at = cellEnd(text, close.at + 1, mark);
      const stray = at > close.at + 1 && text.slice(close.at + 1, at).trim() !== '';
      if (stray) strays.push(rows.length + 1);
      if (stray) cells.add(from, at, false);
      else cells.add(from + 1, close.at, close.doubled);
    } else {
      at = cellEnd(text, at, mark);
      cells.add(from, at, false);
    }
    if (cells.length > maxCells) return { rows, strays, open: undefined, over: true };
    if (text.charCodeAt(at) === mark) {
      at++;
      continue;
    }
    rows.push(new CsvRow(rows.length + 1, rowFrom, at, text, cells, start, cells.length - start));
    start = cells.length;
    if (text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    rowFrom = ++at;
  }
  return { rows, strays, open: undefined, over: false };
}

function closing(text: string, from: number): { at: number; doubled: boolean } {
  let doubled = false;
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return { at, doubled };
    doubled = true;
  }
  return { at: -1, doubled };
}

function cellEnd(text: string, from: number, mark: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === mark || unit === lineFeed || unit === carriageReturn) return at;
  }
  return text.length;
}

/** Whether a piece of the text is white space alone. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x20 && unit !== 0xa0 && unit !== 0x3000 && unit !== 0xfeff) return false;
  }
  return true;
}

const candidates = [',', '\t', ';', '|'] as const;

/** Characters that are looked through for the delimiter. */
const window = 16_384;

function countOf(line: string, mark: string): number {
  let count = 0;
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) count++;
  return count;
}

/** The delimiter that most of the first rows have, equally often. */
export function sniffDelimiter(text: string): string {
  const start = text.slice(0, window);
  const head = start.includes('"') ? start.replace(/"(?:[^"]|"")*"/g, '') : start;
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  let best = ',';
  let score = 0;
  for (const delimiter of candidates) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const marks = countOf(line, delimiter);
      if (marks > 0) counts.set(marks, (counts.get(marks) ?? 0) + 1);
    }
    for (const [marks, rows] of counts) {
      if (rows * marks > score) [best, score] = [delimiter, rows * marks];
    }
  }
  return best;
}
