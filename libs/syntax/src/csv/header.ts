import type { CsvRow } from './scan-csv.js';

export type Names = Readonly<Record<string, readonly string[]>>;

/** Finds names by the texts that stand for them, however these are written. */
export class Labels {
  private readonly byText = new Map<string, string>();
  private readonly longest: number;

  constructor(names: Names | undefined) {
    for (const [name, texts] of Object.entries(names ?? {}))
      for (const text of [name, ...texts]) this.byText.set(squashed(text), name);
    this.longest = Math.max(0, ...[...this.byText.keys()].map(({ length }) => length));
  }

  get size(): number {
    return this.byText.size;
  }

  find(text: string): string | undefined {
    const label = squashed(text);
    return label.length > this.longest ? undefined : this.byText.get(label);
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
  let label = '';
  let from = 0;
  let isSmall = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    if (unit === 0x29 || unit === 0xff09) return withoutRemark(text);
    if (isDropped(unit)) {
      if (from < at) label += text.slice(from, at);
      from = at + 1;
    } else if (unit > 0x7e || (unit >= 0x41 && unit <= 0x5a)) isSmall = false;
  }
  if (from > 0) label += text.slice(from);
  else label = text;
  return isSmall ? label : label.toLowerCase();
}

const withoutRemark = (text: string): string =>
  text
    .replace(/[\s*＊:：]+/g, '')
    .replace(/[(（][^()（）]*[)）]$/, '')
    .toLowerCase();

const isDropped = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x2a ||
  unit === 0x3a ||
  unit === 0xff0a ||
  unit === 0xff1a ||
  ((unit < 0x20 || unit > 0x7e) && /\s/.test(String.fromCharCode(unit)));

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
