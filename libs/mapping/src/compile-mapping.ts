import { fail, ok, type Fault, type Result } from '#kernel';
import { openSyntax, type SourceTree, type SyntaxName } from '#syntax';
import type { CodeTables, MappingDefinition } from './definition.js';
import { mappingFaults } from './faults.js';
import { fieldsOf, type MappedField } from './fields.js';
import { zoneMinutes } from './formats/iso.js';
import { Planner } from './planner.js';
import { compileRead } from './read.js';
import { ofReleases } from './releases.js';
import type { ReadOptions, Reading } from './reading.js';
import { compileWrite, type WrittenDocument } from './write.js';
import type { WriteParams } from './writing.js';

/** A mapping ready for use: plain functions, no state between calls. */
export interface CompiledMapping {
  readonly adapter: string;
  readonly version: string;
  readonly syntax: SyntaxName;
  /** Total: arbitrary bytes give a tree or faults. */
  parse(bytes: Uint8Array): Result<SourceTree, Fault[]>;
  /** The tree must be of this mapping's `parse`, as the segment groups are its own. */
  read(tree: SourceTree, options?: ReadOptions): Reading;
  /** Several documents that are groups of one message are joined in it; EDIFACT holds several whole messages. */
  write(documents: readonly WrittenDocument[], params?: WriteParams): Result<Uint8Array, Fault[]>;
  /** The fields of a document type that this mapping knows. */
  fields(type: string): readonly MappedField[];
}

/**
 * Compiles a mapping once, for many messages. All faults of the definition are given, each with its JSON pointer.
 *
 * @example
 * const mapping = compileMapping(definition, codes);
 * if (!mapping.ok) return mapping.error;
 * const tree = mapping.value.parse(bytes);
 * if (tree.ok) mapping.value.read(tree.value, { lineage: true }).documents;
 */
export function compileMapping(
  definition: MappingDefinition,
  codes: CodeTables = {},
): Result<CompiledMapping, Fault[]> {
  const compile = (one: MappingDefinition): Result<CompiledMapping, Fault[]> => compileOne(one, codes);
  const main = compile(definition);
  return main.ok && definition.options?.structures ? ofReleases(definition, main.value, compile) : main;
}

function compileOne(definition: MappingDefinition, codes: CodeTables): Result<CompiledMapping, Fault[]> {
  const options = definition.options ?? {};
  const syntax = openSyntax(definition.syntax, options);
  if (!syntax.ok) return fail(syntax.error.map((fault) => ({ ...fault, place: { pointer: '/options' } })));
  const { zone } = definition;
  const planner = new Planner(definition, syntax.value.name, codes);
  const plan = planner.plan();
  const faults = [...planner.faults];
  if (zone !== undefined && zoneMinutes(zone) === undefined) {
    faults.push(
      mappingFaults.make('MAPPING_FORMAT_UNKNOWN', {
        values: { format: String(zone) },
        place: { pointer: '/zone' },
      }),
    );
  }
  const write = compileWrite(plan, syntax.value);
  if (!write.ok) faults.push(...write.error);
  if (faults.length > 0 || !write.ok) return fail(faults);
  const { name } = syntax.value;
  return ok({
    adapter: definition.adapter,
    version: definition.version,
    syntax: name,
    parse: syntax.value.parse,
    read: compileRead(plan, syntax.value),
    write: write.value,
    fields: (type) => plan.documents.filter((document) => document.type === type).flatMap(fieldsOf),
  });
}
