/** A value that is one piece of the text at its place, which several rules share. */
export interface Piece {
  read(whole: string): string;
  /** Whether there is room for the text. */
  fits(text: string): boolean;
  /** The text at the place with this piece in it; undefined where something else stands. */
  put(whole: string, text: string): string | undefined;
}

/** @param index from 0 */
export function partPiece(index: number, of: string): Piece {
  return {
    read: (whole) => (whole.trim().split(of)[index] ?? '').trim(),
    fits: () => true,
    put(whole, text) {
      const parts = whole === '' ? [] : whole.split(of);
      while (parts.length <= index) parts.push('');
      if (parts[index] !== '' && parts[index] !== text) return undefined;
      parts[index] = text;
      return parts.join(of);
    },
  };
}

/**
 * Columns of a record of fixed width.
 *
 * @param from column from 1
 * @param to column from 1, the last that belongs to it
 * @param wide whether a character beyond ASCII fills two columns, as it fills two bytes in GB 18030
 */
export function slicePiece(from: number, to: number, wide: boolean): Piece {
  const width = to - from + 1;
  return {
    read: (whole) =>
      wide
        ? columnsOf(whole, true)
            .slice(from - 1, to)
            .join('')
            .trim()
        : whole.slice(from - 1, to).trim(),
    fits: (text) => columnsOf(text, wide).length <= width,
    put(whole, text) {
      const columns = columnsOf(whole, wide);
      const own = filled(columnsOf(text, wide), width);
      const there = columns
        .slice(from - 1, to)
        .join('')
        .trim();
      if (there !== '' && there !== text.trim()) return undefined;
      return [...filled(columns.slice(0, from - 1), from - 1), ...own, ...columns.slice(to)].join('');
    },
  };
}

/** One entry for each column; the second column of a wide character is empty. */
const columnsOf = (text: string, wide: boolean): string[] =>
  [...text].flatMap((character) => (wide && character > '\u007f' ? [character, ''] : [character]));

const filled = (columns: readonly string[], width: number): string[] => [
  ...columns,
  ...new Array<string>(Math.max(0, width - columns.length)).fill(' '),
];
