import type { Outcome } from './read-corpus.js';

/** The messages of one type. */
export interface TypeFigures {
  readonly family: string;
  readonly type: string;
  /** The adapters that took messages of the type; none: the type is not read yet. */
  readonly adapters: readonly string[];
  readonly files: number;
  readonly wellFormed: number;
  /** Well-formed messages that gave valid documents. */
  readonly valid: number;
  /** Messages with defects that gave valid documents all the same. */
  readonly mended: number;
  /** Messages that were refused with an exact fault. */
  readonly exact: number;
  readonly threw: number;
  readonly hung: number;
  /** Well-formed messages that gave no valid documents: path, and the codes of the faults. */
  readonly missed: readonly { readonly file: string; readonly faults: readonly string[] }[];
}

export interface Totals {
  readonly files: number;
  readonly wellFormed: number;
  readonly valid: number;
  readonly threw: number;
  readonly hung: number;
  /** Of the well-formed messages of types that have an adapter, between 0 and 1; 1 where there are none. */
  readonly share: number;
}

export function figuresOf(outcomes: readonly Outcome[]): readonly TypeFigures[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = `${outcome.family}\t${outcome.type}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [family = '', type = ''] = key.split('\t');
      const count = (holds: (outcome: Outcome) => boolean | undefined): number => group.filter(holds).length;
      const adapters = new Set(
        group.flatMap(({ read }) => (read?.adapter === undefined ? [] : [read.adapter])),
      );
      return {
        family,
        type,
        adapters: [...adapters].sort(),
        files: group.length,
        wellFormed: count(({ wellFormed }) => wellFormed),
        valid: count(({ wellFormed, read }) => wellFormed && read?.valid),
        mended: count(({ wellFormed, read }) => !wellFormed && read?.valid),
        exact: count(({ read }) => read?.exact),
        threw: count(({ read }) => read?.threw !== undefined),
        hung: count(({ hung }) => hung),
        missed: group
          .filter(({ wellFormed, read }) => wellFormed && !read?.valid)
          .map(({ file, read }) => ({ file, faults: [...new Set(read?.faults ?? [])] })),
      };
    });
}

/** The types without an adapter count for what throws and hangs, and not for the share. */
export function totalsOf(figures: readonly TypeFigures[]): Totals {
  const known = figures.filter(({ adapters }) => adapters.length > 0);
  const sum = (
    list: readonly TypeFigures[],
    member: 'files' | 'wellFormed' | 'valid' | 'threw' | 'hung',
  ): number => list.reduce((total, one) => total + one[member], 0);
  const wellFormed = sum(known, 'wellFormed');
  const valid = sum(known, 'valid');
  return {
    files: sum(known, 'files'),
    wellFormed,
    valid,
    threw: sum(figures, 'threw'),
    hung: sum(figures, 'hung'),
    share: wellFormed === 0 ? 1 : valid / wellFormed,
  };
}

const percent = (part: number, of: number): string =>
  of === 0 ? '-' : `${((100 * part) / of).toFixed(0)} %`;

export function tableOf(figures: readonly TypeFigures[], totals: Totals): string {
  const known = figures.filter(({ adapters }) => adapters.length > 0);
  const rows = [
    [
      'family',
      'type',
      'files',
      'well-formed',
      'valid',
      '%',
      'with defects, valid',
      'exact fault',
      'threw',
      'hung',
    ],
    ...known.map((one) => [
      ...[one.family, one.type.slice(0, 36), String(one.files), String(one.wellFormed), String(one.valid)],
      percent(one.valid, one.wellFormed),
      ...[String(one.mended), String(one.exact), String(one.threw), String(one.hung)],
    ]),
    [
      ...['all with an adapter', '', String(totals.files), String(totals.wellFormed), String(totals.valid)],
      ...[percent(totals.valid, totals.wellFormed), '', '', String(totals.threw), String(totals.hung)],
    ],
  ];
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const others = figures.filter(({ adapters }) => adapters.length === 0);
  const missed = known.flatMap((one) => one.missed);
  return [
    ...rows.map(line),
    '',
    `without an adapter: ${others.length} types, ${others.reduce((sum, { files }) => sum + files, 0)} files`,
    ...missed.map(({ file, faults }) => `well-formed and not valid: ${file}: ${faults.join(', ')}`),
  ].join('\n');
}
