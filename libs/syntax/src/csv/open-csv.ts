import { ok, type Fault, type Result } from '#kernel';
import type { CsvOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { parseCsv } from './parse-csv.js';
import { writeCsv } from './write-csv.js';

export function openCsv(options: CsvOptions): Result<Syntax, Fault[]> {
  return ok({
    name: 'csv',
    grammar: 'tree',
    structure: undefined,
    root: 'table',
    strictRoot: false,
    message: undefined,
    messageType: (message) => message.name,
    parse: (bytes) => parseCsv(bytes, options),
    write: (root) => writeCsv(root, options),
  });
}
