import type { Fault } from '#kernel';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { faultLines, print } from '../terminal/print.js';
import { lineColumn, type LineColumn } from '../terminal/line-column.js';
import { shownFault } from './shown-fault.js';
import { normaliseFiles, type FileOutcome, type NormaliseFilesOptions } from './normalise-files.js';

export interface ValidateOptions extends NormaliseFilesOptions {
  readonly json?: boolean;
}

/** @returns `done` when no file has an error; warnings are shown and do no harm */
export async function validate(files: readonly string[], options: ValidateOptions): Promise<ExitCode> {
  let sound = true;
  for await (const outcome of normaliseFiles(files, options)) {
    sound &&= outcome.faults.length === 0;
    if (options.json) print(JSON.stringify(findings(outcome)));
    else report(outcome).forEach(print);
  }
  return sound ? exitCodes.done : exitCodes.refused;
}

function findings(outcome: FileOutcome) {
  const { file, adapter, ms } = outcome;
  const all = inOrder(outcome).map(({ fault, at }) => ({ ...at, ...shownFault(fault) }));
  return { file, adapter, ok: outcome.faults.length === 0, findings: all, ms };
}

function report(outcome: FileOutcome): string[] {
  const found = inOrder(outcome);
  if (found.length === 0) return [`${outcome.file}: 没有问题 · no findings (${outcome.adapter ?? '?'})`];
  return found.flatMap(({ fault, at }) => {
    const [head = '', ...rest] = faultLines(fault);
    const where = at ? `:${at.line}:${at.column}` : '';
    const path = fault.place?.path ?? fault.place?.pointer;
    return [
      `${outcome.file}${where}: ${head}${path === undefined ? '' : ` @ ${path}`}`,
      ...rest.map((line) => `  ${line}`),
    ];
  });
}

interface Finding {
  readonly fault: Fault;
  readonly at: LineColumn | undefined;
}

/** As they stand in the file; what has no place comes first. */
function inOrder({ bytes, faults, warnings }: FileOutcome): Finding[] {
  return [...faults, ...warnings]
    .toSorted((a, b) => (a.place?.span?.from ?? -1) - (b.place?.span?.from ?? -1))
    .map((fault) => {
      const from = fault.place?.span?.from;
      return { fault, at: from === undefined ? undefined : lineColumn(bytes, from) };
    });
}
