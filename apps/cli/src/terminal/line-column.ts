export interface LineColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

const newLine = 0x0a;
const carriageReturn = 0x0d;

/** Where a byte stands, as an editor shows it. Lines end with LF, CR LF or CR. */
export function lineColumn(bytes: Uint8Array, offset: number): LineColumn {
  const end = Math.min(offset, bytes.length);
  let line = 1;
  let start = 0;
  for (let at = 0; at < end; at++) {
    const byte = bytes[at];
    if (byte !== newLine && (byte !== carriageReturn || bytes[at + 1] === newLine)) continue;
    line++;
    start = at + 1;
  }
  return { line, column: characters(bytes.subarray(start, end)) + 1 };
}

/** UTF-8 if it is that, else what Chinese systems write otherwise. */
function characters(bytes: Uint8Array): number {
  for (const charset of ['utf-8', 'gb18030']) {
    try {
      return [...new TextDecoder(charset, { fatal: true }).decode(bytes)].length;
    } catch {
      continue;
    }
  }
  return bytes.length;
}
