import { basename } from 'node:path';
import { adapters, createNormaliser, type Hints, type Normalised } from '#adapters';
import { readInput } from '../terminal/read-input.js';

export interface NormaliseFilesOptions {
  readonly adapter?: string;
  readonly lineage?: boolean;
  /** Bytes of one file at most. */
  readonly limit?: number;
}

/** What one file gave; a file that could not be read gave a fault. */
export interface FileOutcome extends Normalised {
  readonly file: string;
  readonly bytes: Buffer;
  /** Milliseconds that normalising took, without reading the file. */
  readonly ms: number;
}

/** Normalises files one after the other by the rules of the hub, on this machine. `-` is standard input. */
export async function* normaliseFiles(
  files: readonly string[],
  options: NormaliseFilesOptions,
): AsyncGenerator<FileOutcome> {
  const normaliser = createNormaliser(adapters);
  for (const file of files) {
    const read = await readInput(file, options.limit);
    if (!read.ok) {
      yield { file, bytes: Buffer.alloc(0), ms: 0, documents: [], faults: [read.error], warnings: [] };
      continue;
    }
    const hints: Hints = {
      ...(options.adapter === undefined ? {} : { adapter: options.adapter }),
      ...(file === '-' ? {} : { filename: basename(file) }),
    };
    const began = performance.now();
    const normalised = normaliser.normalise(read.value, hints, { lineage: options.lineage === true });
    const ms = Math.round((performance.now() - began) * 1000) / 1000;
    yield { ...normalised, file, bytes: read.value, ms };
  }
}
