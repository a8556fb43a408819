import { fail, type Fault, type Result } from '#kernel';
import { openCsv } from './csv/open-csv.js';
import { openEdifact } from './edifact/open-edifact.js';
import { syntaxFaults } from './faults.js';
import { openJson } from './json/open-json.js';
import { openNmea } from './nmea/open-nmea.js';
import type { SyntaxOptions } from './options.js';
import type { StructureGroup } from './edifact/structure.js';
import { openFlat } from './flat/open-flat.js';
import type { Grammar, SourceNode, SourceTree, SyntaxName, TreeNode } from './tree.js';
import { openXml } from './xml/open-xml.js';

/** A syntax with its options, compiled once and used for many messages. */
export interface Syntax {
  readonly name: SyntaxName;
  readonly grammar: Grammar;
  /** Groups of segments or records, where the syntax has them and the options say them. */
  readonly structure: StructureGroup | undefined;
  /** Name of the root of a written tree, and where `strictRoot` of a read one too. */
  readonly root: string;
  /** Another root is not a message of the mapping (XML); else the root has one name only. */
  readonly strictRoot: boolean;
  /** The message type that the options ask for; undefined: any. Only where a file holds messages. */
  readonly message: string | undefined;
  /** What a message says that its type is. */
  messageType(message: SourceNode): string;
  /** Total: arbitrary bytes give a tree or faults, never an exception. */
  parse(bytes: Uint8Array): Result<SourceTree, Fault[]>;
  write(root: TreeNode): Result<Uint8Array, Fault[]>;
}

type Open = (options: SyntaxOptions) => Result<Syntax, Fault[]>;

const syntaxes: ReadonlyMap<string, Open> = new Map<SyntaxName, Open>([
  ['xml', openXml],
  ['edifact', openEdifact],
  ['flat', openFlat],
  ['csv', openCsv],
  ['json', openJson],
  ['nmea', openNmea],
]);

/**
 * @example
 * const edifact = openSyntax('edifact', { message: 'COARRI', structure: 'BGM SG1=TDT{LOC*} SG3=EQD*{DTM*} CNT*' });
 * if (edifact.ok) edifact.value.parse(bytes);
 */
export function openSyntax(name: string, options: SyntaxOptions = {}): Result<Syntax, Fault[]> {
  const open = syntaxes.get(name);
  return open ? open(options) : fail([syntaxFaults.make('SYNTAX_UNKNOWN', { values: { syntax: name } })]);
}
