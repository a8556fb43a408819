import { fail, ok, type Fault, type Result } from '#kernel';
import { exchangeFaults } from './faults.js';

export interface GroupCommitLimits {
  /** Entries in one commit at most. */
  readonly batchRows: number;
  /** Bytes of entries in one commit at most, past the first. */
  readonly batchBytes: number;
  /** Commits under way at once. */
  readonly commits: number;
  /** A commit that takes longer than this, in milliseconds, does not keep others waiting behind it. */
  readonly patienceMs: number;
  /** Entries waiting for a commit at most; past that the caller is told to come again. */
  readonly waiting: number;
}

export interface GroupCommitWork<Entry, Outcome> {
  readonly limits: GroupCommitLimits;
  readonly bytes: (entry: Entry) => number;
  /** Makes all of a batch durable, or throws and makes nothing of it durable: one outcome for each entry, in order. */
  readonly write: (batch: readonly Entry[]) => Promise<readonly Outcome[]>;
  /** Told why a commit failed; whoever waited for it gets a fault. */
  readonly failed: (error: unknown) => void;
}

interface Waiting<Entry, Outcome> {
  readonly entry: Entry;
  readonly settle: (result: Result<Outcome, Fault>) => void;
}

/**
 * What arrives while a commit is under way goes into the next one together. Nobody waits for a timer, so a lone entry
 * is stored at once and a crowd pays for one commit.
 */
export class GroupCommit<Entry, Outcome> {
  private readonly waiting: Waiting<Entry, Outcome>[] = [];
  /** When each commit under way began. */
  private readonly began = new Set<{ readonly at: number }>();

  constructor(private readonly work: GroupCommitWork<Entry, Outcome>) {}

  /** Resolves when the entry is durable, or cannot be taken. */
  store(entry: Entry): Promise<Result<Outcome, Fault>> {
    const limit = this.work.limits.waiting;
    if (this.waiting.length >= limit)
      return Promise.resolve(fail(exchangeFaults.make('EXCHANGE_BUSY', { values: { limit } })));
    return new Promise((settle) => {
      this.waiting.push({ entry, settle });
      this.pump();
    });
  }

  /** Entries that wait for a commit. */
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
    const { limits } = this.work;
    if (this.began.size === 0) return true;
    if (this.began.size >= limits.commits) return false;
    if (this.waiting.length >= limits.batchRows) return true;
    const now = performance.now();
    return [...this.began].every(({ at }) => now - at > limits.patienceMs);
  }

  private take(): Waiting<Entry, Outcome>[] {
    const { limits, bytes } = this.work;
    let sum = 0;
    let count = 0;
    for (const { entry } of this.waiting) {
      sum += bytes(entry);
      if (count > 0 && (count >= limits.batchRows || sum > limits.batchBytes)) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async commit(batch: readonly Waiting<Entry, Outcome>[]): Promise<void> {
    if (batch.length === 0) return;
    try {
      const outcomes = await this.work.write(batch.map(({ entry }) => entry));
      batch.forEach((one, index) => {
        const outcome = outcomes[index];
        if (outcome !== undefined) one.settle(ok(outcome));
      });
    } catch (error) {
      this.work.failed(error);
      const fault = exchangeFaults.make('EXCHANGE_STORE_UNAVAILABLE');
      for (const one of batch) one.settle(fail(fault));
    }
  }
}
