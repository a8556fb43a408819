import type { Fault, Result } from '#kernel';
import { storeInterchanges, type NewInterchange, type Sql, type StoreOutcome } from '#store';
import { GroupCommit, type GroupCommitLimits } from './group-commit.js';

export const intakeLimits: GroupCommitLimits = {
  batchRows: 200,
  batchBytes: 8 * 1024 * 1024,
  commits: 3,
  patienceMs: 10,
  waiting: 2000,
};

/** Stores what arrives at the door, many at a time. */
export class Intake {
  private readonly group: GroupCommit<NewInterchange, StoreOutcome>;

  constructor(
    sql: Sql,
    limits: GroupCommitLimits,
    /** Told what was just committed: all of it, also what was there before. */
    committed: (batch: readonly NewInterchange[]) => void,
    failed: (error: unknown) => void,
  ) {
    this.group = new GroupCommit({
      limits,
      bytes: ({ body }) => body.length,
      write: async (batch) => {
        const outcomes = await storeInterchanges(sql, batch);
        committed(batch);
        return outcomes;
      },
      failed,
    });
  }

  /** Resolves when the interchange is committed, was seen before, or cannot be taken. */
  store(interchange: NewInterchange): Promise<Result<StoreOutcome, Fault>> {
    return this.group.store(interchange);
  }

  /** Interchanges that wait for a commit. */
  get depth(): number {
    return this.group.depth;
  }
}
