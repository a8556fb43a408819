import { dueSlot } from './due-slot.js';
import { LaneError, messageOf } from './lane-error.js';
import type { LaneLimits } from './options.js';
import type { NewLaneJob, OpenStore, StoreQueue } from './store.js';
import { within } from './within.js';

/**
 * The armings of one kind on their way to the store. Those of one tick become one statement with each lane once, and
 * while a statement is under way the next ones gather, so the busier it is the fewer statements a lane costs.
 *
 * Why a lane that was armed and not yet run is written again: it may have been run by another process meanwhile, and
 * nobody tells this one. The store itself drops the second (deduplication).
 */
export class Arms {
  #gathering = new Batch();
  #writing: Promise<void> | undefined;
  #queue: Promise<StoreQueue> | undefined;

  constructor(
    private readonly kind: string,
    private readonly store: OpenStore,
    private readonly limits: LaneLimits,
  ) {}

  /** Resolves when the store has the arming. */
  arm(id: string, delayMs: number): Promise<void> {
    const job = delayMs >= 1 ? delayedJob(id, delayMs) : immediateJob(id);
    if (this.#gathering.jobs.size >= this.limits.pendingArms) {
      return Promise.reject(new LaneError('QUEUE_FULL', { limit: this.limits.pendingArms }));
    }
    const batch = this.#gathering;
    batch.jobs.set(job.key, job.job);
    this.#writing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#write());
    return batch.written;
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Opened with the first use and kept; one that could not be opened is opened anew with the next use. */
  #opened(): Promise<StoreQueue> {
    this.#queue ??= this.store.queue(this.kind).catch((error: unknown) => {
      this.#queue = undefined;
      throw error;
    });
    return this.#queue;
  }

  /** Jobs of this kind in the store, by state. */
  async counts(): Promise<Record<string, number>> {
    const count = async (): Promise<Record<string, number>> =>
      (await this.#opened()).getJobCounts('waiting', 'active', 'delayed');
    return within(this.limits.storeTimeoutMs, count()).catch((error: unknown) => {
      throw this.#unavailable(error);
    });
  }

  async close(): Promise<void> {
    const queue = await this.#queue?.catch(() => undefined);
    await queue?.close();
  }

  async #write(): Promise<void> {
    while (this.#gathering.jobs.size > 0) {
      const batch = this.#gathering;
      this.#gathering = new Batch();
      try {
        const jobs = [...batch.jobs.values()];
        for (let at = 0; at < jobs.length; at += this.limits.armBatch) {
          await this.#add(jobs.slice(at, at + this.limits.armBatch));
        }
        batch.done();
      } catch (error) {
        batch.failed(this.#unavailable(error));
      }
    }
    this.#writing = undefined;
  }

  #unavailable(error: unknown): LaneError {
    const values = { store: this.store.name, reason: messageOf(error) };
    return new LaneError('QUEUE_UNAVAILABLE', values, { cause: error });
  }

  async #add(jobs: NewLaneJob[]): Promise<void> {
    const add = async (): Promise<unknown> => (await this.#opened()).addBulk(jobs);
    try {
      await within(this.limits.storeTimeoutMs, add());
    } catch (error) {
      if (!(await within(this.limits.storeTimeoutMs, this.store.mend(error)))) throw error;
      await within(this.limits.storeTimeoutMs, add());
    }
  }
}

class Batch {
  readonly jobs = new Map<string, NewLaneJob>();
  readonly written: Promise<void>;
  done: () => void = () => undefined;
  failed: (error: Error) => void = () => undefined;

  constructor() {
    this.written = new Promise((resolve, reject) => {
      this.done = resolve;
      this.failed = reject;
    });
  }
}

interface KeyedJob {
  readonly key: string;
  readonly job: NewLaneJob;
}

/** While its job is active one more is kept, so an arming that comes during a run is followed by another run. */
function immediateJob(id: string): KeyedJob {
  return keyedJob(`now:${id}`, id);
}

/** A delayed job has an id of its own: it neither swallows an arming for now nor is swallowed by a later one. */
function delayedJob(id: string, delayMs: number): KeyedJob {
  const now = Date.now();
  const due = dueSlot(now, delayMs);
  return keyedJob(`${String(due)}:${id}`, id, due - now);
}

function keyedJob(key: string, lane: string, delay?: number): KeyedJob {
  const opts = {
    deduplication: { id: key, keepLastIfActive: true },
    removeOnComplete: true,
    removeOnFail: true,
    ...(delay === undefined ? {} : { delay }),
  };
  return { key, job: { name: 'lane', data: { lane }, opts } };
}
