import { ok, type Fault, type Result } from '#kernel';
import type { JsonOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { parseJson } from './parse-json.js';
import { writeJson } from './write-json.js';

export function openJson(options: JsonOptions): Result<Syntax, Fault[]> {
  return ok({
    name: 'json',
    grammar: 'tree',
    structure: undefined,
    root: 'json',
    strictRoot: false,
    message: undefined,
    messageType: (message) => message.name,
    parse: (bytes) => parseJson(bytes, options),
    write: (root) => writeJson(root, options),
  });
}
