import type { Fault, Result } from '#kernel';
import { encode } from '../charset/encode.js';
import type { CsvOptions } from '../options.js';
import type { TreeNode } from '../tree.js';

/** Writes a table with line ends and quotes as RFC 4180 says, quotes only where they are needed. */
export function writeCsv(root: TreeNode, options: CsvOptions = {}): Result<Uint8Array, Fault[]> {
  const delimiter = options.delimiter ?? ',';
  const needsQuotes = new RegExp(`[${escapeForClass(delimiter)}"\\r\\n]|^\\s|\\s$`);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
  const rows = rowsOf(root);
  const columns = columnsOf(rows, options);
  let out = '';
  for (const title of root.children) if (title.name === 'title') out += line([title.text]);
  for (const head of root.children) {
    if (head.name !== 'head') continue;
    for (const { name, text } of head.children) out += line([options.head?.[name]?.[0] ?? name, text]);
  }
  if (options.headerRow !== 'none') out += line(columns.map((name) => options.names?.[name]?.[0] ?? name));
  for (const row of rows) {
    const cells = columns.map((name) => row.get(name) ?? '');
    if (cells.some((cell) => cell !== '')) out += line(cells);
  }
  return encode(out, options.encoding ?? 'gb18030');
}

type Row = ReadonlyMap<string, string>;

/** Each row with what belongs to its group; a group without rows is one row. */
function rowsOf(root: TreeNode): readonly Row[] {
  return root.children.flatMap((node) => {
    if (node.name === 'row') return [valuesOf(node.children)];
    if (node.name !== 'group') return [];
    const inner = node.children.filter(({ name }) => name === 'row');
    const common = valuesOf(node.children.filter(({ name }) => name !== 'row'));
    return inner.length === 0
      ? [common]
      : inner.map((row) => new Map([...common, ...valuesOf(row.children)]));
  });
}

const valuesOf = (cells: readonly TreeNode[]): Row => new Map(cells.map(({ name, text }) => [name, text]));

function columnsOf(rows: readonly Row[], { names }: CsvOptions): readonly string[] {
  const columns = new Set(Object.keys(names ?? {}));
  for (const row of rows) for (const name of row.keys()) columns.add(name);
  return [...columns];
}

const escapeForClass = (mark: string): string => mark.replace(/[\\\]^-]/g, '\\$&');
