import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { cliFaults } from '../faults.js';
import { reasonOf } from '../send/post-interchange.js';
import { print, printFaults } from '../terminal/print.js';

export interface ExportOptions {
  readonly url: string;
  readonly key?: string;
  readonly from: string;
  readonly to?: string;
  readonly sender?: string;
  readonly output: string;
}

/** Fetches the evidence of a range of time into a file, as it comes. */
export async function exportEvidence(options: ExportOptions): Promise<ExitCode> {
  const { url, key, from, to, sender, output } = options;
  if (key === undefined || key === '') return refused([cliFaults.make('CLI_KEY_MISSING')]);
  const address = new URL('/v1/evidence/export', url);
  for (const [name, value] of Object.entries({ from, to, sender }))
    if (value !== undefined) address.searchParams.set(name, value);
  try {
    const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` }, redirect: 'error' });
    if (!answer.ok || !answer.body) {
      const values = { url, answer: (await answer.text()).slice(0, 1000) };
      return refused([cliFaults.make('CLI_EXPORT_REFUSED', { values })]);
    }
    await pipeline(Readable.from(answer.body), createWriteStream(output));
  } catch (error) {
    return refused([cliFaults.make('CLI_HUB_UNREACHABLE', { values: { url, reason: reasonOf(error) } })]);
  }
  print(output);
  return exitCodes.done;
}

function refused(faults: Parameters<typeof printFaults>[0]): ExitCode {
  printFaults(faults);
  return exitCodes.refused;
}
