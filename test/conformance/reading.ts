import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { adapters, createNormaliser } from '#adapters';
import { validateDocument } from '#canonical';

/** What came of one message. */
export interface Read {
  readonly adapter: string | undefined;
  readonly documents: number;
  readonly valid: boolean;
  /** Codes of the faults, and whether there are any and every one says in both languages what is wrong. */
  readonly faults: readonly string[];
  readonly exact: boolean;
  readonly threw?: string;
}

const normaliser = createNormaliser(adapters);

function read(file: string): Read {
  try {
    const { adapter, documents, faults } = normaliser.normalise(readFileSync(file), {
      filename: basename(file),
    });
    const valid =
      documents.length > 0 && documents.every(({ type, body }) => validateDocument(type, body).length === 0);
    return {
      adapter,
      documents: documents.length,
      valid,
      faults: faults.map(({ code }) => code),
      exact:
        faults.length > 0 &&
        faults.every(({ text, advice }) => text.zh !== '' && text.en !== '' && advice.zh !== ''),
    };
  } catch (error) {
    const threw = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { adapter: undefined, documents: 0, valid: false, faults: [], exact: false, threw };
  }
}

parentPort?.on('message', (file: string) => parentPort?.postMessage(read(file)));
