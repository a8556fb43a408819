#!/usr/bin/env node
import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.js';
import { program } from './program.js';
import { endWithItsReader, printError } from './terminal/print.js';

endWithItsReader();
try {
  await program().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  } else {
    printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.refused;
  }
}
