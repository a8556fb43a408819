/** Where cells stand in a text, two numbers each: a cell is no object before it is asked for, as a table has very many. */
export class Cells {
  declare readonly text: string;
  /** Of each cell twice where its content begins, one more if quotes inside are doubled; and where it ends. */
  declare readonly bounds: number[];
  /** Cells. */
  declare length: number;

  constructor(text: string, bounds: number[]) {
    this.text = text;
    this.bounds = bounds;
    this.length = bounds.length >> 1;
  }

  cellFrom(cell: number): number {
    return (this.bounds[cell * 2] ?? 0) >> 1;
  }

  cellTo(cell: number): number {
    return this.bounds[cell * 2 + 1] ?? 0;
  }

  /** What a cell means: without quotes around it, quotes inside of it once, white space around it as it is. */
  content(cell: number): string {
    const content = this.text.slice(this.cellFrom(cell), this.cellTo(cell));
    const meant = this.isDoubled(cell) ? content.replaceAll('""', '"') : content;
    return meant.charCodeAt(0) === equals ? withoutFormula(meant) : meant;
  }

  /** Whether a cell is white space alone. */
  isBlank(cell: number): boolean {
    const to = this.cellTo(cell);
    for (let at = this.cellFrom(cell); at < to; at++) if (!isSpace(this.text.charCodeAt(at))) return false;
    return true;
  }

  /** Whether a cell stands as one of others does. */
  same(cell: number, others: Cells, of: number): boolean {
    const { text } = this;
    const from = this.cellFrom(cell);
    const to = this.cellTo(cell);
    const behind = others.cellFrom(of) - from;
    if (to + behind !== others.cellTo(of) || this.isDoubled(cell) !== others.isDoubled(of)) return false;
    for (let at = from; at < to; at++) if (text.charCodeAt(at) !== text.charCodeAt(at + behind)) return false;
    return true;
  }

  /** Takes over where one of other cells stands. */
  take(cell: number, others: Cells, of: number): void {
    this.bounds[cell * 2] = others.bounds[of * 2] ?? 0;
    this.bounds[cell * 2 + 1] = others.bounds[of * 2 + 1] ?? 0;
  }

  private isDoubled(cell: number): boolean {
    return ((this.bounds[cell * 2] ?? 0) & 1) === 1;
  }
}

const equals = 0x3d;

/** Spreadsheets write `="00123"` for text that is to keep its zeros. */
const withoutFormula = (content: string): string => /^="([^"]*)"\s*$/.exec(content)?.[1] ?? content;

/** Of white space, what stands in cells that have nothing. */
const isSpace = (unit: number): boolean =>
  unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;
