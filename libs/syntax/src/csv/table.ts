import type { Offsets } from '../charset/offsets.js';
import type { Diagnostics } from '../diagnostics.js';
import type { CsvOptions } from '../options.js';
import { CsvNode } from './csv-node.js';
import { columnNames, labelsOf, type Labels } from './header.js';
import { RowNode } from './row-node.js';
import { contentOf, isBlank, type CsvRow } from './scan-csv.js';

export interface TableNotes {
  readonly diagnostics: Diagnostics;
  readonly bytes: Offsets;
}

/** @param header index of the row with the column names, -1 for none */
export function buildTable(
  rows: readonly CsvRow[],
  header: number,
  text: string,
  options: CsvOptions,
  notes: TableNotes,
): CsvNode {
  const root = new CsvNode('table', undefined, 0, text.length);
  const titles = labelsOf(options.head);
  for (const row of rows.slice(0, Math.max(header, 0))) addHead(root, row, titles, text);
  const names =
    header < 0
      ? Object.keys(options.names ?? {})
      : columnNames(
          (rows[header]?.cells ?? []).map((cell) => contentOf(cell, text)),
          options.names,
        );
  const groups = options.group && new Groups(root, options.group, notes);
  const ragged = new Ragged(names.length, notes);
  for (const row of rows.slice(header + 1)) {
    ragged.look(row);
    const node = new RowNode(groups ? undefined : root, row, names, text);
    if (groups) groups.add(node);
    else root.push(node);
  }
  ragged.tell();
  return root;
}

/** `label,value` pairs, or `label: value` in one cell; what has no label is a title. */
function addHead(root: CsvNode, row: CsvRow, labels: Labels, text: string): void {
  const cells = row.cells.filter(({ from, to }) => !isBlank(text, from, to));
  let named = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (!cell) continue;
    const content = contentOf(cell, text);
    const colon = content.search(/[:：]/);
    const value = colon < 0 ? '' : content.slice(colon + 1);
    const name = labels.find(colon < 0 ? content : content.slice(0, colon));
    if (name === undefined) continue;
    named = true;
    const head = root.first('head') ?? root.add('head', row.from, row.to);
    head.to = row.to;
    const next = cells[i + 1];
    if (value.trim() !== '') {
      head.add(name, cell.from + colon + 1, cell.to, value);
    } else if (next && labels.find(contentOf(next, text)) === undefined) {
      head.add(name, next.from, next.to, contentOf(next, text));
      i++;
    }
  }
  const [first] = cells;
  if (!named && first) root.add('title', first.from, first.to, contentOf(first, text));
}

interface Group {
  readonly node: CsvNode;
  /** The cells that its rows have in common, by name: they stand among its rows, which may be many. */
  readonly cells: Map<string, CsvNode>;
}

/** Rows of one group: those that say its key, and those after them that say none. */
class Groups {
  private readonly known = new Map<string, Group>();
  private current: Group | undefined;
  private readonly key: string;

  constructor(
    private readonly root: CsvNode,
    private readonly columns: readonly string[],
    private readonly notes: TableNotes,
  ) {
    this.key = columns[0] ?? '';
  }

  add(row: CsvNode): void {
    const key = row.first(this.key)?.text.trim();
    let group = key === undefined ? this.current : this.known.get(key);
    if (!group) {
      group = { node: this.root.add('group', row.from, row.to), cells: new Map() };
      this.known.set(key ?? '', group);
    }
    this.current = group;
    const { node } = group;
    node.to = Math.max(node.to, row.to);
    const inner = new CsvNode('row', node, row.from, row.to);
    for (const cell of row.children) {
      if (this.columns.includes(cell.name)) this.common(group, cell);
      else inner.add(cell.name, cell.from, cell.to, cell.text);
    }
    if (inner.children.length > 0) node.push(inner);
  }

  private common({ node, cells }: Group, cell: CsvNode): void {
    const known = cells.get(cell.name);
    if (!known) cells.set(cell.name, node.add(cell.name, cell.from, cell.to, cell.text));
    else if (known.text.trim() !== cell.text.trim()) {
      const values = { column: cell.name, first: known.text.slice(0, 40), other: cell.text.slice(0, 40) };
      this.notes.diagnostics.add('SYNTAX_CSV_GROUP', {
        values,
        place: { path: cell.name, span: this.notes.bytes(cell) },
      });
    }
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
    if (this.columns === 0 || row.cells.length === this.columns) return;
    this.count++;
    this.first ??= row;
  }

  tell(): void {
    const { first, count, columns, notes } = this;
    if (!first) return;
    const row = first.number;
    notes.diagnostics.add('SYNTAX_CSV_RAGGED', {
      values: { row, cells: first.cells.length, columns, count },
      place: { path: `row[${row}]`, span: notes.bytes(first) },
    });
  }
}
