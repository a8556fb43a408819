import { fail, ok, type Fault, type Result } from '#kernel';
import { parseEdifact } from './edifact/parse-edifact.js';
import { compileStructure, type StructureGroup } from './edifact/structure.js';
import { writeEdifact } from './edifact/write-edifact.js';
import { syntaxFaults } from './faults.js';
import type { EdifactOptions, XmlOptions } from './options.js';
import type { SourceTree, SyntaxName, TreeNode } from './tree.js';
import { parseXml } from './xml/parse-xml.js';
import { writeXml } from './xml/write-xml.js';

/** A syntax with its options, compiled once and used for many messages. */
export interface Syntax {
  readonly name: SyntaxName;
  /** Segment groups, where the syntax has them and the options say them. */
  readonly structure: StructureGroup | undefined;
  /** Total: arbitrary bytes give a tree or faults, never an exception. */
  parse(bytes: Uint8Array): Result<SourceTree, Fault[]>;
  write(root: TreeNode): Result<Uint8Array, Fault[]>;
}

/**
 * @example
 * const edifact = openSyntax('edifact', { message: 'COARRI', structure: 'BGM SG1=TDT{LOC*} SG3=EQD*{DTM*} CNT*' });
 * if (edifact.ok) edifact.value.parse(bytes);
 */
export function openSyntax(name: string, options: XmlOptions & EdifactOptions = {}): Result<Syntax, Fault[]> {
  if (name === 'xml') {
    return ok({
      name,
      structure: undefined,
      parse: (bytes) => parseXml(bytes, options),
      write: (root) => writeXml(root, options),
    });
  }
  if (name !== 'edifact') return fail([syntaxFaults.make('SYNTAX_UNKNOWN', { values: { syntax: name } })]);
  const structure = options.structure === undefined ? undefined : compileStructure(options.structure);
  if (structure && !structure.ok) return structure;
  return ok({
    name,
    structure: structure?.value,
    parse: (bytes) => parseEdifact(bytes, options, structure?.value),
    write: (root) => writeEdifact(root, options),
  });
}
