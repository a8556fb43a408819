/** How a column stands in the record that is hashed. */
export type Form = 'uuid' | 'text' | 'number' | 'boolean' | 'time' | 'hex' | 'array' | 'digest';

/** A table whose rows are evidence. */
export interface Watched {
  /** Stands before every entry; never given to anything else. A changed list of columns is a new kind. */
  readonly kind: number;
  readonly table: string;
  /** The primary key. */
  readonly key: readonly KeyColumn[];
  /** What is hashed of a row; `all`: the whole row, for tables of a few thousand rows at most. */
  readonly columns: Readonly<Record<string, Form>> | 'all';
  readonly events: readonly ('INSERT' | 'UPDATE' | 'DELETE')[];
  /** A column that is too large to be hashed again: its SHA-256 stands in another, which is. */
  readonly content?: { readonly column: string; readonly json: boolean };
  /** SQL over the row `t`: when it was made. Those made while nobody watched have no entry. */
  readonly madeAt: string;
  /** SQL over the row `t`: when written first it leaves no entry, because another row says all that it says. */
  readonly implied?: string;
  /** A few rows, entered anew as a whole when the triggers are made anew; so are those with all their columns. */
  readonly small?: boolean;
  /**
   * SQL over the row `t` and `$1`, the time in which watching ended: rows that the hub may have changed since, when they are
   * many and change in the course of their lives. They are entered anew when it watches again.
   */
  readonly unsettled?: string;
  /** Often written without a change of these columns: only what changes leaves an entry. */
  readonly sparing?: boolean;
  /** Rows are forgotten after these days: `Retention`. */
  readonly forgotten?: 'attemptDays' | 'readingDays';
  /** Whole months of it may be detached. */
  readonly monthly?: boolean;
}

export interface KeyColumn {
  readonly name: string;
  readonly as: 'uuid' | 'time' | 'text' | 'number' | 'hash';
}

export const id: readonly KeyColumn[] = [{ name: 'id', as: 'uuid' }];
/** SQL of the time that a version 7 UUID was made at. */
export const timeOf = (column: string): string =>
  `to_timestamp(('x' || substr(replace(t.${column}::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)`;

/** A table of the set-up: few rows, each of which is entered whole. */
export const setUp = (kind: number, table: string, key: KeyColumn = { name: 'id', as: 'uuid' }): Watched => ({
  kind,
  table,
  key: [key],
  columns: 'all',
  events: ['INSERT', 'UPDATE', 'DELETE'],
  madeAt: 't.created_at',
});

/** Tables that are entered anew as a whole: what is not there then was removed before. */
export const isSmall = ({ columns, small }: Watched): boolean => columns === 'all' || small === true;
