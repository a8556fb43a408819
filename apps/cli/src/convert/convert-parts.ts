import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  adapters,
  createNormaliser,
  normaliseLimits,
  recognitionLimits,
  type Adapter,
  type ChunkReader,
  type Hints,
  type NormalisedDocument,
  type PartsOutcome,
  type PartsReading,
} from '#adapters';
import { faultLines, print } from '../terminal/print.js';
import type { ConvertOptions } from './convert.js';
import { shownFault } from './shown-fault.js';

/** Bytes of a file that are in memory at once. */
const chunk = 256 * 1024;

/**
 * Converts a large file in parts, from the disk and to standard output, with memory for one part. The file is read
 * three times: to see what it is made of, to see that all of it is right, and to write its documents.
 *
 * @returns whether it gave documents; undefined where the file is small or must be read as a whole
 */
export async function convertInParts(file: string, options: ConvertOptions): Promise<boolean | undefined> {
  if (options.lineage === true || !(await isLarge(file, options.limit))) return undefined;
  const began = performance.now();
  const reading = await readingOf(file, options);
  if (!reading || (await through(file, reading.survey())) !== undefined) return undefined;
  const outcome = await through(file, reading.read(ignored));
  const documents = outcome.faults.length > 0 ? 0 : outcome.documents;
  if (options.json) await writeLine(file, reading, outcome, documents, began);
  else summary(file, outcome, documents, performance.now() - began).forEach(print);
  return documents > 0;
}

const ignored = (): void => undefined;

async function isLarge(file: string, limit = Infinity): Promise<boolean> {
  if (file === '-') return false;
  try {
    const handle = await open(file);
    const { size } = await handle.stat().finally(() => handle.close());
    return size >= normaliseLimits.parts && size <= limit;
  } catch {
    return false;
  }
}

async function readingOf(file: string, { adapter }: ConvertOptions): Promise<PartsReading | undefined> {
  const handle = await open(file);
  const head = Buffer.alloc(recognitionLimits.head);
  const { bytesRead } = await handle.read(head).finally(() => handle.close());
  const hints = { filename: basename(file), ...(adapter === undefined ? {} : { adapter }) };
  const bytes = head.subarray(0, bytesRead);
  return createNormaliser(mostSure(bytes, hints)).inParts(bytes, hints);
}

/** The one adapter that takes the file: the mappings of all others compiled take more memory than a part. */
function mostSure(head: Uint8Array, hints: Hints): readonly Adapter[] {
  if (hints.adapter !== undefined) return adapters.filter(({ id }) => id === hints.adapter);
  let best: Adapter | undefined;
  let score = 0;
  for (const adapter of adapters) {
    const sure = adapter.recognise(head, hints);
    if (sure > score) [best, score] = [adapter, sure];
  }
  return best ? [best] : [];
}

/** @param after called when a chunk has been taken in */
async function through<T>(
  file: string,
  reader: ChunkReader<T>,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  for await (const bytes of createReadStream(file, { highWaterMark: chunk })) {
    if (!(bytes instanceof Uint8Array)) throw new Error('a file is read as bytes');
    reader.push(bytes);
    await after();
  }
  const result = reader.end();
  await after();
  return result;
}

/** The line that `convert --json` has for every file; members of a document come in another order. */
async function writeLine(
  file: string,
  reading: PartsReading,
  outcome: PartsOutcome,
  documents: number,
  began: number,
): Promise<void> {
  const { adapter, mappingVersion, identity, faults, warnings } = outcome;
  const opening = JSON.stringify({ file, adapter, mappingVersion, identity }).slice(0, -1);
  await write(`${opening},"documents":[`);
  if (documents > 0) await writeDocuments(file, reading, outcome);
  const ms = Math.round((performance.now() - began) * 1000) / 1000;
  const closing = JSON.stringify({ faults: [...faults, ...warnings].map(shownFault), ms }).slice(1);
  await write(`],${closing}\n`);
}

async function writeDocuments(file: string, reading: PartsReading, { whole }: PartsOutcome): Promise<void> {
  const { list } = reading.plan;
  let pending = '';
  let first = true;
  const add = (text: string): void => {
    pending += first ? text : `,${text}`;
    first = false;
  };
  const give = (part: readonly NormalisedDocument[]): void => {
    for (const document of part) {
      const { [list ?? '']: items } = document.body;
      if (list === undefined) add(JSON.stringify(document));
      else if (Array.isArray(items)) for (const item of items) add(JSON.stringify(item));
    }
  };
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    await write(text);
  };
  if (list === undefined || !whole) {
    await through(file, reading.read(give), flush);
    return;
  }
  const { type, body, ...rest } = whole;
  const head = JSON.stringify(body).slice(0, -1);
  await write(`{"type":${JSON.stringify(type)},"body":${head}${head === '{' ? '' : ','}"${list}":[`);
  await through(file, reading.read(give), flush);
  await write(`]},${JSON.stringify(rest).slice(1)}`);
}

async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

function summary(file: string, outcome: PartsOutcome, documents: number, ms: number): string[] {
  const { adapter, faults, warnings, whole } = outcome;
  const lines = [`${file}: ${adapter} → ${documents} ${whole?.type ?? ''} (${ms.toFixed(1)} ms)`];
  for (const fault of [...faults, ...warnings]) lines.push(...faultLines(fault, '  '));
  return lines;
}
