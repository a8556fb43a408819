import type { Offsets } from '../charset/offsets.js';
import type { Diagnostics } from '../diagnostics.js';
import type { CsvOptions } from '../options.js';
import { CsvNode } from './csv-node.js';
import { columnName, columnNames, labelsOf, type Labels } from './header.js';
import { RowNode } from './row-node.js';
import type { CsvRow } from './scan-csv.js';

export interface TableNotes {
  readonly diagnostics: Diagnostics;
  readonly bytes: Offsets;
}

/** @param header index of the row with the column names, -1 for none */
export function buildTable(
  rows: readonly CsvRow[],
  header: number,
  length: number,
  options: CsvOptions,
  notes: TableNotes,
): CsvNode {
  const root = new CsvNode('table', undefined, 0, length);
  const titles = labelsOf(options.head);
  for (const row of rows.slice(0, Math.max(header, 0))) addHead(root, row, titles);
  const names =
    header < 0
      ? Object.keys(options.names ?? {})
      : columnNames(rows[header]?.contents() ?? [], options.names);
  const groups = options.group && new Groups(root, names, options.group, notes);
  const ragged = new Ragged(names.length, notes);
  for (const row of rows.slice(header + 1)) {
    ragged.look(row);
    if (groups) groups.add(row);
    else root.push(new RowNode(root, row, names, undefined));
  }
  ragged.tell();
  return root;
}

/** `label,value` pairs, or `label: value` in one cell; what has no label is a title. */
function addHead(root: CsvNode, row: CsvRow, labels: Labels): void {
  const cells = Array.from({ length: row.length }, (_, cell) => cell).filter((cell) => !row.isBlank(cell));
  let named = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === undefined) continue;
    const content = row.content(cell);
    const colon = content.search(/[:：]/);
    const value = colon < 0 ? '' : content.slice(colon + 1);
    const name = labels.find(colon < 0 ? content : content.slice(0, colon));
    if (name === undefined) continue;
    named = true;
    const head = root.first('head') ?? root.add('head', row.from, row.to);
    head.to = row.to;
    const next = cells[i + 1];
    if (value.trim() !== '') {
      head.add(name, row.cellFrom(cell) + colon + 1, row.cellTo(cell), value);
    } else if (next !== undefined && labels.find(row.content(next)) === undefined) {
      head.add(name, row.cellFrom(next), row.cellTo(next), row.content(next));
      i++;
    }
  }
  const [first] = cells;
  if (!named && first !== undefined)
    root.add('title', row.cellFrom(first), row.cellTo(first), row.content(first));
}

/** A cell that the rows of a group have in common, and where it was said first. */
interface Common {
  readonly node: CsvNode;
  readonly row: CsvRow;
  readonly cell: number;
}

interface Group {
  readonly node: CsvNode;
  /** By name: they stand among the rows, which may be many. */
  readonly cells: Map<string, Common>;
}

/** Rows of one group: those that say its key, and those after them that say none. */
class Groups {
  private readonly known = new Map<string, Group>();
  private current: Group | undefined;
  private readonly key: string;
  private readonly common: ReadonlySet<string>;
  /** For each of the columns, whether its cells are of the group. */
  private readonly isCommon: readonly boolean[];

  constructor(
    private readonly root: CsvNode,
    private readonly columns: readonly string[],
    group: readonly string[],
    private readonly notes: TableNotes,
  ) {
    this.key = group[0] ?? '';
    this.common = new Set(group);
    this.isCommon = columns.map((name) => this.common.has(name));
  }

  add(row: CsvRow): void {
    const key = this.keyOf(row);
    let group = key === undefined ? this.current : this.known.get(key);
    if (!group) {
      group = { node: this.root.add('group', row.from, row.to), cells: new Map() };
      this.known.set(key ?? '', group);
    }
    this.current = group;
    const { node } = group;
    node.to = Math.max(node.to, row.to);
    let own = false;
    for (let cell = 0; cell < row.length; cell++) {
      const isCommon = this.isCommon[cell] ?? this.common.has(columnName(cell));
      if ((own && !isCommon) || row.isBlank(cell)) continue;
      if (isCommon) this.take(group, row, cell);
      else own = true;
    }
    if (own) node.push(new RowNode(node, row, this.columns, this.common));
  }

  private nameOf(cell: number): string {
    return this.columns[cell] ?? columnName(cell);
  }

  private keyOf(row: CsvRow): string | undefined {
    for (let cell = 0; cell < row.length; cell++)
      if (this.nameOf(cell) === this.key && !row.isBlank(cell)) return row.content(cell).trim();
    return undefined;
  }

  private take({ node, cells }: Group, row: CsvRow, cell: number): void {
    const name = this.nameOf(cell);
    const known = cells.get(name);
    if (!known) {
      const made = node.add(name, row.cellFrom(cell), row.cellTo(cell), row.content(cell));
      cells.set(name, { node: made, row, cell });
      return;
    }
    if (row.same(cell, known.row, known.cell)) return;
    const [first, other] = [known.node.text, row.content(cell)];
    if (first.trim() === other.trim()) return;
    const span = this.notes.bytes({ from: row.cellFrom(cell), to: row.cellTo(cell) });
    this.notes.diagnostics.add('SYNTAX_CSV_GROUP', {
      values: { column: name, first: first.slice(0, 40), other: other.slice(0, 40) },
      place: { path: name, span },
    });
  }
}

/** Counts the rows that are longer or shorter than the header and tells of them once. */
class Ragged {
  private first: CsvRow | undefined;
  private count = 0;

  constructor(
    private readonly columns: number,
    private readonly notes: TableNotes,
  ) {}

  look(row: CsvRow): void {
    if (this.columns === 0 || row.length === this.columns) return;
    this.count++;
    this.first ??= row;
  }

  tell(): void {
    const { first, count, columns, notes } = this;
    if (!first) return;
    const row = first.number;
    notes.diagnostics.add('SYNTAX_CSV_RAGGED', {
      values: { row, cells: first.length, columns, count },
      place: { path: `row[${row}]`, span: notes.bytes(first) },
    });
  }
}
