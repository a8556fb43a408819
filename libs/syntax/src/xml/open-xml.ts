import { ok, type Fault, type Result } from '#kernel';
import type { XmlOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { parseXml } from './parse-xml.js';
import { writeXml } from './write-xml.js';

export function openXml(options: XmlOptions): Result<Syntax, Fault[]> {
  return ok({
    name: 'xml',
    grammar: 'tree',
    structure: undefined,
    root: options.root ?? 'root',
    strictRoot: options.root !== undefined,
    message: undefined,
    messageType: (message) => message.name,
    parse: (bytes) => parseXml(bytes, options),
    write: (root) => writeXml(root, options),
  });
}
