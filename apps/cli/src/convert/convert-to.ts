import { adapters, createNormaliser } from '#adapters';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { printError, printFaults } from '../terminal/print.js';
import { normaliseFiles, type NormaliseFilesOptions } from './normalise-files.js';

export interface ConvertToOptions extends NormaliseFilesOptions {
  /** Id of the adapter to write with. */
  readonly to: string;
}

/**
 * Writes the documents of each file as a message of another format, to standard output; what was odd about the file and
 * what the format has no place for goes to standard error.
 *
 * @returns `done` when all of it was written
 */
export async function convertTo(files: readonly string[], options: ConvertToOptions): Promise<ExitCode> {
  const normaliser = createNormaliser(adapters);
  let whole = true;
  for await (const { file, documents, faults, warnings } of normaliseFiles(files, options)) {
    const written = documents.length === 0 ? undefined : normaliser.write(options.to, documents);
    const losses = normaliser.losses(options.to, documents);
    const failed = written?.ok === false ? written.error : [];
    const told = [...faults, ...failed, ...warnings, ...losses];
    if (told.length > 0) printError(`${file}:`);
    printFaults(told);
    if (written?.ok) process.stdout.write(written.value);
    else whole = false;
  }
  return whole ? exitCodes.done : exitCodes.refused;
}
