import { extname } from 'node:path';
import type { Fault, Result } from '#kernel';
import { shownFault } from '../convert/shown-fault.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { print, printError, printFaults } from '../terminal/print.js';
import { readInput } from '../terminal/read-input.js';
import { postInterchange, type SendAnswer } from './post-interchange.js';
import { outcomeLines, problemLines } from './report.js';

export interface SendOptions {
  readonly url: string;
  readonly key?: string;
  readonly adapter?: string;
  readonly idempotencyKey?: string;
  /** Seconds to wait for the outcome of each. */
  readonly wait?: number;
  readonly limit?: number;
  readonly json?: boolean;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.edi': 'application/edifact',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
};

/** Sends files one after the other, in their order. @returns `done` when the hub has every one and rejected none */
export async function send(files: readonly string[], options: SendOptions): Promise<ExitCode> {
  if (options.key === undefined || options.key === '') {
    printFaults([cliFaults.make('CLI_KEY_MISSING')]);
    return exitCodes.refused;
  }
  let accepted = true;
  for (const file of files) {
    const answer = await sendFile(file, options.key, options);
    accepted &&= answer.ok && answer.value.accepted;
    if (options.json) {
      print(JSON.stringify({ file, ...jsonAnswer(answer) }));
    } else if (!answer.ok) {
      printError(`${file}:`);
      printFaults([answer.error]);
    } else if (answer.value.accepted) {
      outcomeLines(file, answer.value).forEach(print);
    } else {
      problemLines(file, answer.value).forEach(printError);
    }
  }
  return accepted ? exitCodes.done : exitCodes.refused;
}

const jsonAnswer = (answer: Result<SendAnswer, Fault>) =>
  answer.ok
    ? { http: answer.value.status, answer: answer.value.body }
    : { faults: [shownFault(answer.error)] };

async function sendFile(file: string, key: string, options: SendOptions): Promise<Result<SendAnswer, Fault>> {
  const bytes = await readInput(file, options.limit);
  if (!bytes.ok) return bytes;
  const contentType = mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
  return postInterchange(bytes.value, contentType, { ...options, key });
}
