import { ok, type Fault, type Result } from '#kernel';
import type { CsvOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { Layouts } from './layouts.js';
import { parseCsv } from './parse-csv.js';
import { writeCsv } from './write-csv.js';

export function openCsv(options: CsvOptions): Result<Syntax, Fault[]> {
  const layouts = new Layouts(options);
  return ok({
    name: 'csv',
    grammar: 'tree',
    structure: undefined,
    root: 'table',
    strictRoot: false,
    message: undefined,
    messageType: (message) => message.name,
    parse: (bytes) => parseCsv(bytes, options, layouts),
    write: (root) => writeCsv(root, options),
  });
}
