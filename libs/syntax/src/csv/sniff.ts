/** Characters that are looked through for the delimiter. */
const window = 16_384;

const candidates = [',', '\t', ';', '|'] as const;

/** The delimiter that most of the first rows have, equally often. */
export function sniffDelimiter(text: string): string {
  const start = text.length > window ? text.slice(0, window) : text;
  const found = candidates.filter((mark) => start.includes(mark));
  if (found.length === 0 || (found.length === 1 && found[0] === ',')) return ',';
  return steadiest(start.includes('"') ? start.replace(/"(?:[^"]|"")*"/g, '') : start, found);
}

function steadiest(head: string, marks: readonly string[]): string {
  const lines = head.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  let best = ',';
  let score = 0;
  for (const mark of marks) {
    const rows = new Map<number, number>();
    for (const line of lines) {
      const count = countOf(line, mark);
      if (count > 0) rows.set(count, (rows.get(count) ?? 0) + 1);
    }
    for (const [count, times] of rows) if (times * count > score) [best, score] = [mark, times * count];
  }
  return best;
}

function countOf(line: string, mark: string): number {
  let count = 0;
  for (let at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) count++;
  return count;
}
