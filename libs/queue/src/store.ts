import type { JobsOptions } from 'bullmq';

/** The body of a job: which lane has work. What the work is stands in the database. */
export interface LaneJob {
  readonly lane: string;
}

export interface NewLaneJob {
  readonly name: 'lane';
  readonly data: LaneJob;
  readonly opts: JobsOptions;
}

/** What lanes need of a BullMQ `Queue`, whatever it stands on. */
export interface StoreQueue {
  addBulk(jobs: NewLaneJob[]): Promise<unknown>;
  getJobCounts(...states: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** What lanes need of a BullMQ `Worker`, whatever it stands on. */
export interface StoreWorker {
  /** Takes no further job; those that were taken go on. */
  pause(doNotWaitActive: boolean): Promise<void>;
  /** @param force does not wait for jobs under way; another worker takes them when their lock ends */
  close(force: boolean): Promise<void>;
}

export interface WorkerPlan {
  readonly concurrency: number;
  readonly run: (lane: string) => Promise<void>;
}

/** An open queue store: BullMQ on PostgreSQL or on Redis. */
export interface OpenStore {
  readonly name: 'PostgreSQL' | 'Redis';
  /** Resolves when the queue of that kind can be written. */
  queue(kind: string): Promise<StoreQueue>;
  /** Resolves when the worker takes jobs. */
  worker(kind: string, plan: WorkerPlan): Promise<StoreWorker>;
  /** @throws LaneError when that many kinds cannot be worked on with the connections allowed */
  assertRoomFor(kinds: number): void;
  /** Called with the error of a failed write; true when something was mended and the write is worth one more try. */
  mend(error: unknown): Promise<boolean>;
  close(): Promise<void>;
}

/** What both stores are given. Errors arrive by the hundred while a store is away; `failed` thins them out. */
export interface StoreContext {
  readonly lockMs: number;
  readonly idlePollMs: number;
  readonly reconnectMs: number;
  readonly storeTimeoutMs: number;
  readonly failed: (error: unknown) => void;
}

/** BullMQ keeps a log of events for listeners, which lanes do not have: as short as it can be. */
export const KEPT_EVENTS = 64;

/**
 * A lane is never given up because its worker died once too often: whether work is given up is decided by the work's
 * own attempts, in the database.
 */
const NEVER_TOO_OFTEN = 1_000_000;

export function workerOptions(context: StoreContext, concurrency: number) {
  return {
    concurrency,
    autorun: false,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
    lockDuration: context.lockMs,
    stalledInterval: context.lockMs,
    maxStalledCount: NEVER_TOO_OFTEN,
    drainDelay: context.idlePollMs / 1000,
    runRetryDelay: context.reconnectMs,
  };
}
