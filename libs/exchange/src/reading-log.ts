import { uuidv7, type Fault, type Result } from '#kernel';
import { storeReadings, type NewReading, type Sql } from '#store';
import { GroupCommit, type GroupCommitLimits } from './group-commit.js';

export const readingLimits: GroupCommitLimits = {
  batchRows: 500,
  batchBytes: 4 * 1024 * 1024,
  commits: 2,
  patienceMs: 10,
  waiting: 2000,
};

/** A row beside the ids of the documents in it. */
const ROW_BYTES = 300;
const ID_BYTES = 40;

/**
 * Writes down who is about to read what. An answer with content leaves after the record of it is committed, so there
 * is no reading without a record; there may be a record of an answer that its reader did not wait for.
 */
export class ReadingLog {
  private readonly group: GroupCommit<NewReading, true>;

  constructor(sql: Sql, limits: GroupCommitLimits, failed: (error: unknown) => void) {
    this.group = new GroupCommit({
      limits,
      bytes: ({ documentIds }) => ROW_BYTES + ID_BYTES * (documentIds?.length ?? 0),
      write: async (batch) => {
        await storeReadings(sql, batch);
        return batch.map(() => true);
      },
      failed,
    });
  }

  /** Resolves when the record is committed; with a fault nothing is to be shown. */
  note(reading: Omit<NewReading, 'id' | 'at'>): Promise<Result<true, Fault>> {
    const at = Date.now();
    return this.group.store({ ...reading, id: uuidv7(at), at });
  }
}
