import type { CsvOptions } from '../options.js';

/** Rows from the start of a file that may be the header. */
export const headerRows = 30;

type Names = Readonly<Record<string, readonly string[]>>;

/** Finds names by the texts that stand for them, however these are written. */
export class Labels {
  private readonly byText = new Map<string, string>();

  constructor(names: Names | undefined) {
    for (const [name, texts] of Object.entries(names ?? {}))
      for (const text of [name, ...texts]) this.byText.set(squashed(text), name);
  }

  get size(): number {
    return this.byText.size;
  }

  find(text: string): string | undefined {
    return this.byText.get(squashed(text));
  }
}

/** The labels of a mapping, made once: they are the same object for every file. */
const known = new WeakMap<Names, Labels>();

export function labelsOf(names: Names = none): Labels {
  let labels = known.get(names);
  if (!labels) known.set(names, (labels = new Labels(names)));
  return labels;
}

const none: Names = {};

/** Without white space, marks for "required", colons, and a unit or remark in parentheses at the end. */
function squashed(text: string): string {
  if (!/[\s*＊:：)）]/.test(text)) return text.toLowerCase();
  return text
    .replace(/[\s*＊:：]+/g, '')
    .replace(/[(（][^()（）]*[)）]$/, '')
    .toLowerCase();
}

/** The row that has the column names, from 0; -1 for a table without; undefined when there is none. */
export function findHeader(
  rows: readonly (readonly string[])[],
  { headerRow, names }: CsvOptions,
): number | undefined {
  if (headerRow === 'none') return -1;
  if (headerRow !== undefined) return rows[headerRow - 1] ? headerRow - 1 : undefined;
  const labels = labelsOf(names);
  return labels.size > 0 ? byNames(rows, labels, Object.keys(names ?? {}).length) : byWidth(rows);
}

function byNames(rows: readonly (readonly string[])[], labels: Labels, names: number): number | undefined {
  let best: number | undefined;
  let most = Math.min(2, names) - 1;
  for (const [i, cells] of rows.slice(0, headerRows).entries()) {
    const found = new Set(cells.map((cell) => labels.find(cell)).filter((name) => name !== undefined)).size;
    if (found > most) [best, most] = [i, found];
    if (most >= names) break;
  }
  return best;
}

function byWidth(rows: readonly (readonly string[])[]): number | undefined {
  const widths = rows.slice(0, headerRows).map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...widths);
  const found = widths.findIndex((width) => width > 0 && width * 2 >= widest);
  return found < 0 ? undefined : found;
}

/** The name of each column in paths. */
export function columnNames(header: readonly string[], names: Names | undefined): readonly string[] {
  const labels = labelsOf(names);
  return header.map((text, i) => labels.find(text) ?? nameOf(text) ?? columnName(i));
}

export const columnName = (index: number): string => `column${index + 1}`;

/** A header as a name: what no name may have becomes `_`. */
function nameOf(header: string): string | undefined {
  const name = header
    .trim()
    .replace(/[^\p{L}\p{N}\p{M}_.·-]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return undefined;
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}
