import type { Offsets } from '../charset/offsets.js';
import type { Diagnostics } from '../diagnostics.js';
import type { CsvOptions } from '../options.js';
import type { Cells } from './cells.js';
import { CsvNode } from './csv-node.js';
import { GroupNode } from './group-node.js';
import { labelsOf, type Labels } from './header.js';
import type { GroupLayout, Layout } from './layout.js';
import { RowNode, type Rows } from './row-node.js';
import { RowScanner, type CsvRow } from './scan-csv.js';

export interface TableNotes {
  readonly diagnostics: Diagnostics;
  readonly bytes: Offsets;
}

/** They have been counted when the row was read first. */
const allCells = 2 ** 30 - 1;

/** Takes the rows of a file one after the other and makes the tree of them. */
export class Table implements Rows {
  readonly root: CsvNode;
  private readonly titles: Labels;
  private readonly groups: Groups | undefined;
  private readonly ragged: Ragged;
  /** For rows whose cells are asked for later. */
  private again: RowScanner | undefined;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    readonly layout: Layout,
    { head }: CsvOptions,
    private readonly notes: TableNotes,
  ) {
    this.root = new CsvNode('table', undefined, 0, text.length);
    this.titles = labelsOf(head);
    this.groups = layout.group && new Groups(this, layout.group, notes);
    this.ragged = new Ragged(layout.names.length, notes);
  }

  /** A row before that of the column names. */
  addHead(row: CsvRow): void {
    addHead(this.root, row, this.titles);
  }

  add(row: CsvRow): void {
    if (isTotal(row)) {
      this.noteTotal(row);
      return;
    }
    this.ragged.look(row);
    if (this.groups) this.groups.add(row);
    else this.root.push(new RowNode(this.root, row.from, row.to, this));
  }

  private noteTotal(row: CsvRow): void {
    const content = this.text.slice(row.from, Math.min(row.to, row.from + 60)).trim();
    this.notes.diagnostics.add('SYNTAX_CSV_TOTAL', {
      values: { row: row.number, content },
      place: { path: `row[${row.number}]`, span: this.notes.bytes(row) },
    });
  }

  /** Tells what was odd about all the rows. */
  finish(): void {
    this.ragged.tell();
  }

  cellsAt(from: number): Cells {
    this.again ??= new RowScanner(this.text, this.delimiter, allCells);
    this.again.seek(from);
    this.again.next();
    return this.again.row.kept();
  }
}

/** A row that adds up those above it: it says so where they say what they are. */
function isTotal(row: CsvRow): boolean {
  const cell = nextFilled(row, 0);
  if (cell >= row.length || !totalInitials.has(row.text.charCodeAt(row.cellFrom(cell)))) return false;
  return totals.test(row.content(cell).trim());
}

const totals = /^(?:[合总小共]\s*计|(?:grand |sub)?total)\s*[:：]?$/i;
const totalInitials: ReadonlySet<number> = new Set(
  Array.from('合总小共tTgGsS \u3000', (initial) => initial.charCodeAt(0)),
);

/** `label,value` pairs, or `label: value` in one cell; what has no label is a title. */
function addHead(root: CsvNode, row: CsvRow, labels: Labels): void {
  let head: CsvNode | undefined;
  let title: CsvNode | undefined;
  for (let cell = nextFilled(row, 0); cell < row.length; cell = nextFilled(row, cell + 1)) {
    const content = row.content(cell);
    const colon = colonIn(content);
    const name = labels.find(colon < 0 ? content : content.slice(0, colon));
    if (name === undefined) {
      title ??= new CsvNode('title', root, row.cellFrom(cell), row.cellTo(cell), content);
      continue;
    }
    head ??= headOf(root, row);
    const value = colon < 0 ? '' : content.slice(colon + 1);
    const next = nextFilled(row, cell + 1);
    if (value.trim() !== '') {
      head.add(name, row.cellFrom(cell) + colon + 1, row.cellTo(cell), value);
    } else if (next < row.length) {
      const text = row.content(next);
      if (labels.find(text) !== undefined) continue;
      head.add(name, row.cellFrom(next), row.cellTo(next), text);
      cell = next;
    }
  }
  if (title && !head) root.push(title);
}

function headOf(root: CsvNode, row: CsvRow): CsvNode {
  const head = root.first('head') ?? root.add('head', row.from, row.to);
  head.to = row.to;
  return head;
}

/** The next cell that has something; the number of cells where there is none. */
function nextFilled(row: CsvRow, from: number): number {
  let cell = from;
  while (cell < row.length && row.isBlank(cell)) cell++;
  return cell;
}

function colonIn(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3a || unit === 0xff1a) return at;
  }
  return -1;
}

/** Rows of one group: those that say its key, and those after them that say none. */
class Groups {
  private readonly known = new Map<string, GroupNode>();
  private current: GroupNode | undefined;

  constructor(
    private readonly table: Table,
    private readonly layout: GroupLayout,
    private readonly notes: TableNotes,
  ) {}

  add(row: CsvRow): void {
    const { layout, current } = this;
    const isLed = current?.leads(row) ?? false;
    const group = isLed && current ? current : this.groupOf(row);
    this.current = group;
    if (group.to < row.to) group.to = row.to;
    for (const slot of isLed ? layout.others : layout.all) this.take(group, slot, row);
    if (this.hasOwn(row)) group.rows.push(new RowNode(group, row.from, row.to, this.table));
  }

  private groupOf(row: CsvRow): GroupNode {
    const { current, layout } = this;
    const cell = this.keyCell(row);
    if (current && (cell === undefined || row.same(cell, current.places, layout.keySlot))) return current;
    const key = cell === undefined ? '' : row.content(cell).trim();
    let group = cell === undefined ? undefined : this.known.get(key);
    if (!group) {
      const { root } = this.table;
      group = new GroupNode(root, row, layout);
      root.push(group);
      this.known.set(key, group);
    }
    return group;
  }

  private keyCell(row: CsvRow): number | undefined {
    for (const cell of this.layout.key) if (cell < row.length && !row.isBlank(cell)) return cell;
    return undefined;
  }

  /** Whether a row says anything that is not of the group. */
  private hasOwn(row: CsvRow): boolean {
    const { layout, table } = this;
    for (let cell = table.layout.own; cell < row.length; cell++)
      if (!layout.has(cell) && !row.isBlank(cell)) return true;
    return false;
  }

  private take({ places }: GroupNode, slot: number, row: CsvRow): void {
    for (const cell of this.layout.cells[slot] ?? []) {
      if (cell >= row.length || row.isBlank(cell)) continue;
      if (places.isBlank(slot)) places.take(slot, row, cell);
      else if (!row.same(cell, places, slot)) this.compare(places, slot, row, cell);
    }
  }

  private compare(places: Cells, slot: number, row: CsvRow, cell: number): void {
    const [first, other] = [places.content(slot), row.content(cell)];
    if (first.trim() === other.trim()) return;
    const column = this.layout.columns.names[slot] ?? '';
    const span = this.notes.bytes({ from: row.cellFrom(cell), to: row.cellTo(cell) });
    this.notes.diagnostics.add('SYNTAX_CSV_GROUP', {
      values: { column, first: first.slice(0, 40), other: other.slice(0, 40) },
      place: { path: column, span },
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
    this.first ??= row.kept();
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
