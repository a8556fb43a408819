import { Buffer } from 'node:buffer';
import type { JsonObject } from '#kernel';
import {
  compileMapping,
  type CodeTables,
  type CompiledMapping,
  type MappingDefinition,
  type Reading,
  type Rule,
} from '#mapping';
import { codes } from './samples.js';

export function compiled(definition: MappingDefinition, tables: CodeTables = codes): CompiledMapping {
  const result = compileMapping(definition, tables);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}

export function read(mapping: CompiledMapping, message: string | Uint8Array): Reading {
  const tree = mapping.parse(typeof message === 'string' ? Buffer.from(message) : message);
  if (!tree.ok) throw new Error(JSON.stringify(tree.error, null, 1));
  return mapping.read(tree.value, { lineage: true });
}

export function written(mapping: CompiledMapping, type: string, ...bodies: readonly JsonObject[]): string {
  const result = mapping.write(bodies.map((body) => ({ type, body })));
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return Buffer.from(result.value).toString();
}

/** A mapping of one document with these rules. */
export const ofXml = (...rules: readonly Rule[]): MappingDefinition => ({
  adapter: 'test/xml',
  version: '1',
  syntax: 'xml',
  options: { root: 'R' },
  documents: [{ type: 'Thing', each: '.', rules }],
});

export const ofEdifact = (each: string, structure: string, ...rules: readonly Rule[]): MappingDefinition => ({
  adapter: 'test/edifact',
  version: '1',
  syntax: 'edifact',
  options: { message: 'COARRI', structure },
  documents: [{ type: 'Thing', each, rules }],
});
