import { columnName } from './header.js';

/** The names of cells by their numbers, and back. */
export class Columns {
  /** No two cells have one name, so that a name leads to its cell. */
  readonly distinct: boolean;
  private readonly byName = new Map<string, number>();

  /** @param names undefined for a cell that is not to be found here */
  constructor(readonly names: readonly (string | undefined)[]) {
    let distinct = true;
    for (const [cell, name] of names.entries()) {
      if (name === undefined) continue;
      if (this.byName.has(name)) distinct = false;
      else this.byName.set(name, cell);
    }
    this.distinct = distinct;
  }

  find(name: string): number | undefined {
    return this.byName.get(name);
  }
}

/** Which cells of a row belong to its group. */
export class GroupLayout {
  /** What a group says, one of each name. */
  readonly columns: Columns;
  /** The cells of a row that say it. */
  readonly cells: readonly (readonly number[])[];
  /** The cells that tell groups apart. */
  readonly key: readonly number[];
  /** Where in the columns they are. */
  readonly keySlot: number;
  /** So many cells at the start of a row are all of the group, its key among them; 0 where two columns have one name. */
  readonly leading: number;
  /** Places in the columns. */
  readonly all: readonly number[];
  /** Those that other cells fill as well. */
  readonly others: readonly number[];
  private readonly common: ReadonlySet<number>;

  constructor(columns: readonly string[], group: readonly string[]) {
    const byName = new Map<string, number[]>();
    const wanted = new Set(group);
    const longest = Math.max(columns.length, ...group.map(behindColumns));
    for (let cell = 0; cell < longest; cell++) {
      const name = columns[cell] ?? columnName(cell);
      if (!wanted.has(name)) continue;
      const cells = byName.get(name);
      if (cells) cells.push(cell);
      else byName.set(name, [cell]);
    }
    this.columns = new Columns([...byName.keys()]);
    this.cells = [...byName.values()];
    this.key = byName.get(group[0] ?? '') ?? [];
    this.keySlot = this.columns.find(group[0] ?? '') ?? 0;
    this.common = new Set(this.cells.flat());
    let leading = 0;
    while (this.common.has(leading)) leading++;
    const isPlain =
      this.cells.every(({ length }) => length === 1) && this.key.every((cell) => cell < leading);
    this.leading = isPlain ? leading : 0;
    this.all = [...this.cells.keys()];
    this.others = this.all.filter((slot) => this.cells[slot]?.some((cell) => cell >= this.leading));
  }

  has(cell: number): boolean {
    return this.common.has(cell);
  }
}

/** Cells that a row must have for one that is called by its number. */
function behindColumns(name: string): number {
  const cells = Number(/^column(\d{1,5})$/.exec(name)?.[1] ?? 0);
  return columnName(cells - 1) === name ? cells : 0;
}

/** What all tables with one header have in common. */
export class Layout {
  readonly row: Columns;
  readonly group: GroupLayout | undefined;
  /** The first cell that no group has. */
  readonly own: number;

  constructor(
    /** Of the columns, in paths. */
    readonly names: readonly string[],
    group: readonly string[] | undefined,
  ) {
    const layout = group && new GroupLayout(names, group);
    this.group = layout;
    this.row = new Columns(layout ? names.map((name, cell) => (layout.has(cell) ? undefined : name)) : names);
    this.own = Math.max(
      0,
      this.row.names.findIndex((name) => name !== undefined),
    );
  }
}
