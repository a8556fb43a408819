import { applySetup } from './apply/index.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { cliFaults } from './faults.js';
import { print, printFaults } from './terminal/print.js';

export interface ApplyFileOptions {
  readonly url: string;
  readonly key?: string;
  readonly secrets?: string;
  readonly dryRun?: boolean;
}

/** Makes a node as a set-up file says. */
export async function applyFile(file: string, options: ApplyFileOptions): Promise<ExitCode> {
  const { url, key, secrets, dryRun } = options;
  if (key === undefined || key === '') {
    printFaults([cliFaults.make('CLI_KEY_MISSING')]);
    return exitCodes.refused;
  }
  const applied = await applySetup({
    file,
    url,
    key,
    print,
    now: Date.now,
    ...(secrets === undefined ? {} : { secretsFile: secrets }),
    ...(dryRun === undefined ? {} : { dryRun }),
  });
  if (applied.ok) return exitCodes.done;
  printFaults(applied.error);
  return exitCodes.refused;
}
