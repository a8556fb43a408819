import { uuidv7 } from '#kernel';
import { officesOfSink } from '../routes.js';
import type { Database, Owed, Stored } from './database.js';
import { readDeclaration } from './declaration.js';
import { isValid } from './schema.js';

export interface IntakeOptions {
  /** Messages in one commit at most. */
  readonly batch: number;
  /** Commits under way at once: while one waits for the disk the next is gathered. */
  readonly commits: number;
}

interface Waiting extends Stored {
  readonly done: (id: string | undefined) => void;
}

const sinkOfOffice = new Map<string, number>(
  officesOfSink.flatMap((offices, sink) => offices.map((office) => [office, sink])),
);

/**
 * Reads, validates and routes a message at once, and stores those that came together in one commit.
 *
 * @param then told of what was committed, in the order of each batch
 */
export function intake(
  database: Database,
  options: IntakeOptions,
  then: (owed: readonly Owed[]) => void,
): (body: Buffer) => Promise<string | undefined> {
  const waiting: Waiting[] = [];
  let running = 0;
  let planned = false;

  const plan = (): void => {
    if (planned || running >= options.commits || waiting.length === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      void flush();
      plan();
    });
  };
  const flush = async (): Promise<void> => {
    const batch = waiting.splice(0, options.batch);
    running++;
    try {
      await database.store(batch);
      for (const one of batch) one.done(one.id);
      then(batch);
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
      for (const one of batch) one.done(undefined);
    } finally {
      running--;
      plan();
    }
  };

  return (body) =>
    new Promise((done) => {
      const declaration = readDeclaration(body);
      if (!declaration || !isValid(declaration)) {
        done(undefined);
        return;
      }
      const now = Date.now();
      waiting.push({
        id: uuidv7(now),
        receivedAt: now,
        body,
        document: JSON.stringify(declaration),
        sink: sinkOfOffice.get(declaration.declarationOffice) ?? 0,
        done,
      });
      plan();
    });
}
