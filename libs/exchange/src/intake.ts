import { fail, ok, type Fault, type Result } from '#kernel';
import { storeInterchanges, type NewInterchange, type Sql, type StoreOutcome } from '#store';
import { exchangeFaults } from './faults.js';

export interface IntakeLimits {
  /** Interchanges in one commit at most. */
  readonly batchRows: number;
  /** Bytes of bodies in one commit at most, past the first. */
  readonly batchBytes: number;
  /** Commits under way at once. */
  readonly commits: number;
  /** A commit that takes longer than this, in milliseconds, does not keep others waiting behind it. */
  readonly patienceMs: number;
  /** Interchanges waiting for a commit at most; past that the sender is told to come again. */
  readonly waiting: number;
}

export const intakeLimits: IntakeLimits = {
  batchRows: 200,
  batchBytes: 8 * 1024 * 1024,
  commits: 3,
  patienceMs: 10,
  waiting: 2000,
};

interface Waiting {
  readonly interchange: NewInterchange;
  readonly settle: (result: Result<StoreOutcome, Fault>) => void;
}

/**
 * Group commit: what arrives while a commit is under way goes into the next one together. Nobody waits for a timer,
 * so a lone request is stored at once and a crowd pays for one commit.
 */
export class Intake {
  private readonly waiting: Waiting[] = [];
  /** When each commit under way began. */
  private readonly began = new Set<{ readonly at: number }>();

  constructor(
    private readonly sql: Sql,
    private readonly limits: IntakeLimits,
    /** Told what was just committed: all of it, also what was there before. */
    private readonly committed: (batch: readonly NewInterchange[]) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Resolves when the interchange is committed, was seen before, or cannot be taken. */
  store(interchange: NewInterchange): Promise<Result<StoreOutcome, Fault>> {
    if (this.waiting.length >= this.limits.waiting) {
      return Promise.resolve(
        fail(exchangeFaults.make('EXCHANGE_BUSY', { values: { limit: this.limits.waiting } })),
      );
    }
    return new Promise((settle) => {
      this.waiting.push({ interchange, settle });
      this.pump();
    });
  }

  /** Interchanges that wait for a commit. */
  get depth(): number {
    return this.waiting.length;
  }

  private pump(): void {
    if (this.waiting.length === 0 || !this.mayCommit()) return;
    const commit = { at: performance.now() };
    this.began.add(commit);
    // One turn later, so that the requests read in the same turn share the commit.
    setImmediate(() => {
      void this.commit(this.take()).finally(() => {
        this.began.delete(commit);
        this.pump();
      });
    });
  }

  /** A second commit beside the first only pays when there is a full one to make, or when the first is stuck. */
  private mayCommit(): boolean {
    if (this.began.size === 0) return true;
    if (this.began.size >= this.limits.commits) return false;
    if (this.waiting.length >= this.limits.batchRows) return true;
    const now = performance.now();
    return [...this.began].every(({ at }) => now - at > this.limits.patienceMs);
  }

  private take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { interchange } of this.waiting) {
      bytes += interchange.body.length;
      if (count > 0 && (count >= this.limits.batchRows || bytes > this.limits.batchBytes)) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      const outcomes = await storeInterchanges(
        this.sql,
        batch.map((one) => one.interchange),
      );
      this.committed(batch.map((one) => one.interchange));
      batch.forEach((one, index) => {
        const outcome = outcomes[index];
        if (outcome) one.settle(ok(outcome));
      });
    } catch (error) {
      this.failed(error);
      const fault = exchangeFaults.make('EXCHANGE_STORE_UNAVAILABLE');
      for (const one of batch) one.settle(fail(fault));
    }
  }
}
