import { Buffer } from 'node:buffer';
import { validateDocument } from '#canonical';
import type { Fault } from '#kernel';
import {
  checkExamples,
  compileMapping,
  type CompiledMapping,
  type MappingDefinition,
  type MappingExample,
} from '#mapping';
import type { Draft } from './draft.js';
import type { Opened } from './open-samples.js';

/** What reading the samples by a draft came to. */
export interface Proof {
  /** Fields, with `*` for items, whose values did not fit. */
  readonly refused: readonly string[];
  /** Rules, as pointers into the definition, that do not compile. */
  readonly broken: readonly string[];
  /** What documents lack or have too much of that no rule can mend. */
  readonly faults: readonly Fault[];
  /** Documents that were made of all samples. */
  readonly documents: number;
  readonly valid: number;
  readonly examples: readonly MappingExample[];
}

/** Samples kept as examples, and characters of one. */
const examplesKept = 3;
const exampleLength = 64_000;

/** Reads every sample by the draft and checks every document against its schema. */
export function prove({ definition, codes }: Draft, { samples }: Opened): Proof {
  const compiled = compileMapping(definition, codes);
  if (!compiled.ok) {
    const broken = compiled.error.map(({ place }) => place?.pointer ?? '');
    return { refused: [], broken, faults: compiled.error, documents: 0, valid: 0, examples: [] };
  }
  const refused = new Set<string>();
  const faults: Fault[] = [];
  const examples: MappingExample[] = [];
  let documents = 0;
  let valid = 0;
  for (const { name, tree } of samples) {
    const parsed = compiled.value.parse(Buffer.from(tree.text));
    if (!parsed.ok) continue;
    const reading = compiled.value.read(parsed.value);
    for (const fault of reading.faults) note(fault);
    let sound = reading.documents.length > 0;
    for (const { type, body } of reading.documents) {
      documents++;
      const wrong = validateDocument(type, body).filter(({ severity }) => severity === 'error');
      for (const fault of wrong) note(fault);
      if (wrong.length === 0) valid++;
      else sound = false;
    }
    if (sound && examples.length < examplesKept && tree.text.length <= exampleLength) {
      const made = reading.documents.map(({ type, body }) => ({ type, body }));
      examples.push({ name, message: tree.text, documents: made });
    }
  }
  return {
    refused: [...refused],
    broken: [],
    faults,
    documents,
    valid,
    examples: holding(compiled.value, examples),
  };

  function note(fault: Fault): void {
    const pointer = fault.place?.pointer?.replace(/\/\d+(?=\/|$)/g, '/*');
    if (pointer !== undefined) refused.add(pointer);
    if (faults.length < 100) faults.push(fault);
  }
}

const holding = (mapping: CompiledMapping, examples: readonly MappingExample[]): readonly MappingExample[] =>
  examples.filter((example) => checkExamples(mapping, [example]).length === 0);

export const withExamples = (
  definition: MappingDefinition,
  examples: readonly MappingExample[],
): MappingDefinition => (examples.length > 0 ? { ...definition, examples } : definition);
