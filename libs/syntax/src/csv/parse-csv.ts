import { fail, ok, type Fault, type Result } from '#kernel';
import { decodeUndeclared, type Decoded } from '../charset/decode.js';
import { Diagnostics } from '../diagnostics.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type CsvOptions } from '../options.js';
import { nodePaths } from '../path.js';
import type { SourceNode, SourceTree } from '../tree.js';
import type { CsvNode } from './csv-node.js';
import { headerRows, Layouts } from './layouts.js';
import { RowScanner, type CsvRow } from './scan-csv.js';
import { sniffDelimiter } from './sniff.js';
import { Table } from './table.js';

/**
 * Reads a table into the tree `table / [head] [title…] [group /] row / cell`, a cell being called like its column. Rows of
 * another length, content behind quotes and empty rows never stop it; a quote that is not closed is an error.
 *
 * @param layouts of these options, where many files are read with them
 */
export function parseCsv(
  bytes: Uint8Array,
  options: CsvOptions = {},
  layouts = new Layouts(options),
): Result<SourceTree, Fault[]> {
  const { bytes: limit = defaultLimits.bytes, nodes: maxCells = defaultLimits.nodes } = options.limits ?? {};
  if (bytes.length > limit)
    return fail([syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit } })]);
  const decoded = decodeUndeclared(bytes);
  if (!decoded.ok) return decoded;
  const { text, offsets } = decoded.value;
  const delimiter = options.delimiter ?? sniffDelimiter(text);
  const scanner = new RowScanner(text, delimiter, maxCells);
  const head = firstRows(scanner);
  const found = layouts.find(head, delimiter);
  const odd = new Diagnostics();
  const table =
    found && new Table(text, delimiter, found.layout, options, { diagnostics: odd, bytes: offsets });
  for (let at = 0; table && at < head.length; at++) {
    const row = head[at];
    if (row && at < found.header) table.addHead(row);
    else if (row && at > found.header) table.add(row);
  }
  while (scanner.next()) if (table && !scanner.row.isEmpty) table.add(scanner.row);
  const spoilt = faultOf(scanner, decoded.value, maxCells);
  if (spoilt) return fail([spoilt]);
  if (!table) return fail([noHeader(options)]);
  table.finish();
  const diagnostics = new Diagnostics();
  noteStrays(scanner, decoded.value, diagnostics);
  noteEnd(decoded.value, diagnostics);
  diagnostics.addAll(odd);
  return ok(sourceTree(table.root, decoded.value, diagnostics));
}

/** Those that may be the header or stand before it. */
function firstRows(scanner: RowScanner): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  while (rows.length < headerRows && scanner.next()) if (!scanner.row.isEmpty) rows.push(scanner.row.kept());
  return rows;
}

function faultOf(scanner: RowScanner, decoded: Decoded, limit: number): Fault | undefined {
  const { stopped, row } = scanner;
  const { text, offsets } = decoded;
  if (stopped === 'cells') return syntaxFaults.make('SYNTAX_CSV_CELLS', { values: { limit } });
  if (stopped === 'quote') {
    const place = { path: `row[${row.number}]`, span: offsets({ from: row.to, to: text.length }) };
    return syntaxFaults.make('SYNTAX_CSV_QUOTE', { place, values: { row: row.number } });
  }
  return text.trim() === '' ? syntaxFaults.make('SYNTAX_EMPTY') : undefined;
}

function noHeader({ names }: CsvOptions): Fault {
  const wanted = Object.values(names ?? {})
    .map(([first = '']) => first)
    .slice(0, 20)
    .join(', ');
  return syntaxFaults.make('SYNTAX_CSV_HEADER', { values: { rows: headerRows, names: wanted } });
}

function noteEnd({ text, offsets }: Decoded, diagnostics: Diagnostics): void {
  if (text.endsWith('\n') || /[\r\n]/.test(text.slice(text.trimEnd().length))) return;
  const span = offsets({ from: text.length, to: text.length });
  diagnostics.add('SYNTAX_CSV_END', { place: { span } });
}

function noteStrays({ strays }: RowScanner, { offsets }: Decoded, diagnostics: Diagnostics): void {
  if (!strays) return;
  const { row, count } = strays;
  diagnostics.add('SYNTAX_CSV_STRAY', {
    values: { row: row.number, count },
    place: { path: `row[${row.number}]`, span: offsets(row) },
  });
}

function sourceTree(root: CsvNode, decoded: Decoded, diagnostics: Diagnostics): SourceTree {
  const paths = nodePaths((node: SourceNode) => node === root);
  return {
    syntax: 'csv',
    root,
    text: decoded.text,
    charset: decoded.charset,
    decimalMark: '.',
    diagnostics: diagnostics.faults(),
    bytes: decoded.offsets,
    path: (node) => paths(node) || '.',
  };
}
