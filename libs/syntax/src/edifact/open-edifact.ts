import { ok, type Fault, type Result } from '#kernel';
import type { EdifactOptions } from '../options.js';
import type { Syntax } from '../syntax.js';
import { parseEdifact } from './parse-edifact.js';
import { compileStructure } from './structure.js';
import { writeEdifact } from './write-edifact.js';

/** UNH element 2, component 1. */
const typeOfMessage = { at: 'cell', element: 2, component: 1, repetition: 1 } as const;

/** Segment groups that are no notation are a fault of the options. */
export function openEdifact(options: EdifactOptions): Result<Syntax, Fault[]> {
  const structure = options.structure === undefined ? undefined : compileStructure(options.structure);
  if (structure && !structure.ok) return structure;
  return ok({
    name: 'edifact',
    grammar: 'segments',
    structure: structure?.value,
    root: 'interchange',
    strictRoot: false,
    message: options.message,
    messageType: (message) => message.first('UNH')?.value(typeOfMessage) ?? '',
    parse: (bytes) => parseEdifact(bytes, options, structure?.value),
    write: (root) => writeEdifact(root, options),
  });
}
