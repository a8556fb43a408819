import type { CsvRow } from './scan-csv.js';

export type Names = Readonly<Record<string, readonly string[]>>;

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

/** How many of the names a row has; fewer where these are not more than others have. */
export function namesIn(row: CsvRow, labels: Labels, others: number): number {
  const found = new Set<string>();
  for (let cell = 0; cell < row.length && found.size + row.length - cell > others; cell++) {
    const name = labels.find(row.content(cell));
    if (name !== undefined) found.add(name);
  }
  return found.size;
}

/** The name of each column in paths. */
export function columnNames(header: CsvRow, names: Names | undefined): readonly string[] {
  const labels = labelsOf(names);
  return Array.from({ length: header.length }, (_, column) => {
    const text = header.content(column);
    return labels.find(text) ?? nameOf(text) ?? columnName(column);
  });
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
