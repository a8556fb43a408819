/** A cell as it stands: its content without the quotes around it. */
export interface CsvCell {
  readonly from: number;
  readonly to: number;
  /** Quotes inside are doubled. */
  readonly doubled: boolean;
}

export interface CsvRow {
  /** In the file, from 1. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly cells: readonly CsvCell[];
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
  let cells: CsvCell[] = [];
  let count = 0;
  let rowFrom = 0;
  for (let at = 0; at <= text.length;) {
    let cell: CsvCell;
    if (text.charCodeAt(at) === quote) {
      const close = closing(text, at + 1);
      if (close.at < 0) return { rows, strays, open: rows.length + 1, over: false };
      cell = { from: at + 1, to: close.at, doubled: close.doubled };
      at = close.at + 1;
      const end = cellEnd(text, at, mark);
      if (text.slice(at, end).trim() !== '') {
        strays.push(rows.length + 1);
        cell = { from: cell.from - 1, to: end, doubled: false };
      }
      at = end;
    } else {
      const end = cellEnd(text, at, mark);
      cell = { from: at, to: end, doubled: false };
      at = end;
    }
    cells.push(cell);
    if (++count > maxCells) return { rows, strays, open: undefined, over: true };
    if (text.charCodeAt(at) === mark) {
      at++;
      continue;
    }
    rows.push({ number: rows.length + 1, from: rowFrom, to: at, cells });
    cells = [];
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

/** What a cell means: quotes inside of it once, white space around it as it is. */
export const contentOf = ({ from, to, doubled }: CsvCell, text: string): string =>
  doubled ? text.slice(from, to).replaceAll('""', '"') : text.slice(from, to);

/** Whether a piece of the text is white space alone. */
export function isBlank(text: string, from: number, to: number): boolean {
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
