import { Buffer } from 'node:buffer';
import { canonicalJson, type Fault, type Json } from '#kernel';
import type { CompiledMapping } from './compile-mapping.js';
import type { MappingExample } from './definition.js';
import { mappingFaults } from './faults.js';

/**
 * Runs the examples that a mapping carries. Called before a mapping is published: one that no longer does what its
 * examples say is not.
 *
 * @returns one fault for each example that fails, empty when all are right
 */
export function checkExamples(mapping: CompiledMapping, examples: readonly MappingExample[]): Fault[] {
  return examples.flatMap((example, i) => {
    const reason = failure(mapping, example);
    if (!reason) return [];
    const place = { pointer: `/examples/${i}` };
    return [mappingFaults.make('MAPPING_EXAMPLE', { place, values: { name: example.name, ...reason } })];
  });
}

function failure(mapping: CompiledMapping, example: MappingExample): { zh: string; en: string } | undefined {
  const tree = mapping.parse(Buffer.from(example.message));
  const reading = tree.ok ? mapping.read(tree.value) : undefined;
  const [fault] = tree.ok ? (reading?.faults ?? []) : tree.error;
  if (fault || !reading) return fault?.text;
  const given = reading.documents.map(({ type, body }): Json => ({ type, body }));
  const wanted = example.documents.map(({ type, body }): Json => ({ type, body }));
  if (given.length !== wanted.length) {
    return {
      zh: `得到 ${given.length} 份单证，应为 ${wanted.length} 份`,
      en: `it gives ${given.length} documents, not ${wanted.length}`,
    };
  }
  const differing = given.findIndex((document, i) => canonicalJson(document) !== canonicalJson(wanted[i]));
  if (differing < 0) return undefined;
  return { zh: `第 ${differing + 1} 份单证不同`, en: `document ${differing + 1} is another` };
}
