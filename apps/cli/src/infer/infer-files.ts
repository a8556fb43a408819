import { writeFile } from 'node:fs/promises';
import { adapters } from '#adapters';
import { documentTypes, isDocumentType } from '#canonical';
import { infer, inferLimits, type InferOptions, type Inference, type Sample } from '#infer';
import type { Fault } from '#kernel';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { print, printError, printFaults } from '../terminal/print.js';
import { readInput } from '../terminal/read-input.js';
import { reportLines } from './report.js';

export interface InferFilesOptions {
  readonly output?: string;
  readonly type?: string;
  readonly adapter?: string;
  readonly threshold?: number;
  /** Do not look at what the shipped adapters call things. */
  readonly alone?: boolean;
  readonly json?: boolean;
}

/**
 * The draft goes to `output`, with the report on standard output; without `output` the draft goes to standard output and
 * the report to standard error.
 *
 * @returns `done` when every document that the draft makes of the samples is valid
 */
export async function inferFiles(files: readonly string[], options: InferFilesOptions): Promise<ExitCode> {
  const { type } = options;
  if (type !== undefined && !isDocumentType(type)) {
    printFaults([cliFaults.make('CLI_TYPE_UNKNOWN', { values: { type, known: documentTypes.join(', ') } })]);
    return exitCodes.usage;
  }
  const samples: Sample[] = [];
  const unread: Fault[] = [];
  for (const file of files) {
    const bytes = await readInput(file, inferLimits.bytes + 1);
    if (bytes.ok) samples.push({ name: file, bytes: bytes.value });
    else unread.push(bytes.error);
  }
  printFaults(unread);
  const wanted: InferOptions = {
    ...(options.adapter === undefined ? {} : { adapter: options.adapter }),
    ...(type === undefined ? {} : { type }),
    ...(options.threshold === undefined ? {} : { threshold: options.threshold }),
    known: options.alone ? [] : adapters.map(({ mapping }) => mapping),
  };
  const result = infer(samples, wanted);
  if (!result.ok) {
    printFaults(result.error);
    return exitCodes.refused;
  }
  await show(result.value, options);
  const { documents, valid } = result.value;
  return unread.length === 0 && documents > 0 && valid === documents ? exitCodes.done : exitCodes.refused;
}

async function show(inference: Inference, { output, json }: InferFilesOptions): Promise<void> {
  const { definition, codes } = inference;
  const draft = JSON.stringify({ definition, codes }, null, 2);
  if (output !== undefined) await writeFile(output, `${draft}\n`);
  if (json) {
    print(JSON.stringify(inference));
    return;
  }
  const report = reportLines(inference);
  if (output !== undefined) report.forEach(print);
  else {
    report.forEach(printError);
    print(draft);
  }
}
