import { fail, ok, type Fault, type Result } from '#kernel';
import type { Decoded } from '../charset/decode.js';
import { decodeText } from '../flat/parse-flat.js';
import { Diagnostics } from '../diagnostics.js';
import { syntaxFaults } from '../faults.js';
import { defaultLimits, type CsvOptions } from '../options.js';
import { nodePaths } from '../path.js';
import type { SourceNode, SourceTree } from '../tree.js';
import type { CsvNode } from './csv-node.js';
import { findHeader, headerRows } from './header.js';
import { scanCsv, sniffDelimiter, type CsvRow, type ScannedCsv } from './scan-csv.js';
import { buildTable } from './table.js';

/**
 * Reads a table into the tree `table / [head] [title…] [group /] row / cell`, a cell being called like its column. Rows of
 * another length, content behind quotes and empty rows never stop it; a quote that is not closed is an error.
 */
export function parseCsv(bytes: Uint8Array, options: CsvOptions = {}): Result<SourceTree, Fault[]> {
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.bytes) {
    return fail([
      syntaxFaults.make('SYNTAX_TOO_LARGE', { values: { bytes: bytes.length, limit: limits.bytes } }),
    ]);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const scanned = scanCsv(text, options.delimiter ?? sniffDelimiter(text), limits.nodes);
  const spoilt = faultOf(scanned, text, decoded.value, limits.nodes);
  if (spoilt) return fail([spoilt]);
  const rows = scanned.rows.filter((row) => !row.isEmpty);
  const head = rows.slice(0, headerRows).map((row) => row.contents());
  const header = findHeader(head, withoutEmpty(options, scanned, rows));
  if (header === undefined) {
    const names = Object.values(options.names ?? {})
      .map(([first = '']) => first)
      .slice(0, 20)
      .join(', ');
    return fail([syntaxFaults.make('SYNTAX_CSV_HEADER', { values: { rows: headerRows, names } })]);
  }
  const diagnostics = new Diagnostics();
  noteStrays(scanned, decoded.value, diagnostics);
  noteEnd(text, decoded.value, diagnostics);
  const root = buildTable(rows, header, text.length, options, {
    diagnostics,
    bytes: decoded.value.offsets,
  });
  return ok(sourceTree(root, decoded.value, diagnostics));
}

/** A given row number counts the rows of the file, the empty ones included. */
function withoutEmpty(options: CsvOptions, scanned: ScannedCsv, rows: readonly CsvRow[]): CsvOptions {
  const { headerRow } = options;
  if (headerRow === undefined || headerRow === 'none') return options;
  const row = scanned.rows[headerRow - 1];
  return { ...options, headerRow: row ? rows.indexOf(row) + 1 : headerRow };
}

function faultOf(scanned: ScannedCsv, text: string, decoded: Decoded, limit: number): Fault | undefined {
  if (scanned.over) return syntaxFaults.make('SYNTAX_CSV_CELLS', { values: { limit } });
  if (scanned.open !== undefined) {
    const from = scanned.rows[scanned.rows.length - 1]?.to ?? 0;
    const place = { path: `row[${scanned.open}]`, span: decoded.offsets({ from, to: text.length }) };
    return syntaxFaults.make('SYNTAX_CSV_QUOTE', { place, values: { row: scanned.open } });
  }
  return text.trim() === '' ? syntaxFaults.make('SYNTAX_EMPTY') : undefined;
}

function noteEnd(text: string, decoded: Decoded, diagnostics: Diagnostics): void {
  if (/[\r\n]/.test(text.slice(text.trimEnd().length))) return;
  const span = decoded.offsets({ from: text.length, to: text.length });
  diagnostics.add('SYNTAX_CSV_END', { place: { span } });
}

function noteStrays({ rows, strays }: ScannedCsv, decoded: Decoded, diagnostics: Diagnostics): void {
  const [first] = strays;
  const row = first === undefined ? undefined : rows[first - 1];
  if (first === undefined || !row) return;
  diagnostics.add('SYNTAX_CSV_STRAY', {
    values: { row: first, count: strays.length },
    place: { path: `row[${first}]`, span: decoded.offsets(row) },
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
