import { ok, type Fault, type Result } from '#kernel';
import { compileStructure, recordTag } from '../edifact/structure.js';
import type { FlatOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { parseFlat } from './parse-flat.js';
import { writeFlat } from './write-flat.js';

const typeOfMessage = { at: 'cell', element: 1, component: 1, repetition: 1 } as const;

/** Groups of records that are no notation are a fault of the options. */
export function openFlat(options: FlatOptions): Result<Syntax, Fault[]> {
  const structure =
    options.structure === undefined ? undefined : compileStructure(options.structure, recordTag);
  if (structure && !structure.ok) return structure;
  return ok({
    name: 'flat',
    grammar: 'segments',
    structure: structure?.value,
    root: 'file',
    strictRoot: false,
    message: options.message,
    messageType: (message) =>
      message
        .first(options.header ?? '00')
        ?.value(typeOfMessage)
        ?.trim() ?? '',
    parse: (bytes) => parseFlat(bytes, options, structure?.value),
    write: (root) => writeFlat(root, options),
  });
}
