import { exitCodes, type ExitCode } from '../exit-codes.js';
import { faultLines, print } from '../terminal/print.js';
import { convertInParts } from './convert-parts.js';
import { shownFault } from './shown-fault.js';
import { normaliseFiles, type FileOutcome, type NormaliseFilesOptions } from './normalise-files.js';

export interface ConvertOptions extends NormaliseFilesOptions {
  readonly json?: boolean;
}

/** @returns `done` when every file gave documents */
export async function convert(files: readonly string[], options: ConvertOptions): Promise<ExitCode> {
  let whole = true;
  for (const file of files) {
    const inParts = await convertInParts(file, options);
    if (inParts !== undefined) {
      whole &&= inParts;
      continue;
    }
    for await (const outcome of normaliseFiles([file], options)) {
      whole &&= outcome.documents.length > 0;
      if (options.json) print(jsonLine(outcome));
      else summary(outcome).forEach(print);
    }
  }
  return whole ? exitCodes.done : exitCodes.refused;
}

/** One line of JSON for each file, whatever it gave. */
function jsonLine(outcome: FileOutcome): string {
  const { file, adapter, mappingVersion, identity, documents, faults, warnings, ms } = outcome;
  return JSON.stringify({
    file,
    adapter,
    mappingVersion,
    identity,
    documents,
    faults: [...faults, ...warnings].map(shownFault),
    ms,
  });
}

const keysShown = 4;

function summary({ file, adapter, documents, faults, warnings, ms }: FileOutcome): string[] {
  const byType = new Map<string, number>();
  for (const { type } of documents) byType.set(type, (byType.get(type) ?? 0) + 1);
  const types = [...byType].map(([type, count]) => `${count} ${type}`).join(', ');
  const lines = [`${file}: ${adapter ?? '?'} → ${types === '' ? '0' : types} (${ms.toFixed(1)} ms)`];
  for (const { type, keys, orderKey } of documents.slice(0, keysShown)) {
    const rest = keys.length > keysShown ? ` … ${keys.length}` : '';
    const shown = keys.slice(0, keysShown).map(({ kind, value }) => `${kind}:${value}`);
    lines.push(`  ${type} ${orderKey ?? ''} [${shown.join(' ')}${rest}]`);
  }
  if (documents.length > keysShown) lines.push(`  … ${documents.length}`);
  for (const fault of [...faults, ...warnings]) lines.push(...faultLines(fault, '  '));
  return lines;
}
