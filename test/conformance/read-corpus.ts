import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { corpusFolder, type Sample } from './corpus.js';
import type { Read } from './reading.js';

/** Seconds that one message may take. */
export const secondsOfOne = 30;

export interface Outcome extends Sample {
  readonly read: Read | undefined;
  readonly hung: boolean;
}

/**
 * Reads every message in a thread of its own, so that one that never ends is seen and ended.
 *
 * @param program the compiled reading.ts
 */
export async function readCorpus(samples: readonly Sample[], program: URL): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let worker = new Worker(program);
  for (const sample of samples) {
    const read = await answer(worker, join(corpusFolder, sample.file));
    if (read === undefined) {
      await worker.terminate();
      worker = new Worker(program);
    }
    outcomes.push({ ...sample, read, hung: read === undefined });
  }
  await worker.terminate();
  return outcomes;
}

/** Undefined where there is none in time. */
function answer(worker: Worker, file: string): Promise<Read | undefined> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => done(() => resolve(undefined)), secondsOfOne * 1000);
    const done = (then: () => void): void => {
      clearTimeout(late);
      worker.off('message', take).off('error', failed);
      then();
    };
    const take = (read: Read): void => done(() => resolve(read));
    const failed = (error: Error): void => done(() => reject(error));
    worker.on('message', take).on('error', failed);
    worker.postMessage(file);
  });
}
