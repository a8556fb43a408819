/** Where lanes tell what a person should know. A pino logger or an adapter of three lines. */
export interface LaneLogger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Told of every run, for metrics. Must not throw. */
export interface LaneObserver {
  ran(kind: string, elapsedMs: number, failed: boolean): void;
}

/** Lanes in a schema `bullmq` of a PostgreSQL database, which may be the one that holds everything else. */
export interface PostgresStore {
  readonly postgres: {
    readonly url: string;
    /** Most connections: one is held listening for each kind handled here, the rest are shared. */
    readonly connections?: number;
  };
}

/** Lanes in Redis, for many worker machines: one server by its URL, or a cluster by some of its nodes. */
export interface RedisStore {
  readonly redis:
    | { readonly url: string }
    | {
        readonly nodes: readonly { readonly host: string; readonly port: number }[];
        readonly username?: string;
        readonly password?: string;
        readonly tls?: boolean;
      };
}

export type LaneStore = PostgresStore | RedisStore;

/** Every limit of the lanes, with its unit in the name. */
export interface LaneLimits {
  /** Lanes of one kind that run at once in this process when `handle` does not say. */
  readonly concurrency: number;
  /** Nudged lanes of one kind that may wait for a turn in this process; one more is armed in the store. */
  readonly readyLanes: number;
  /** Runs of one lane in a row before it goes to the back of the store's queue, so that others get their turn. */
  readonly runsInARow: number;
  /** Lanes written to the store by one statement. */
  readonly armBatch: number;
  /** Lanes of one kind waiting to be written; further ones are refused with QUEUE_FULL. */
  readonly pendingArms: number;
  /** Patience with the store for one batch of arms, and for one command. */
  readonly storeTimeoutMs: number;
  /** First wait after a handler threw; doubles with each failure in a row, with jitter, up to the longest. */
  readonly backoffMs: number;
  readonly longestBackoffMs: number;
  /** A run that takes longer is told to stop by its signal. */
  readonly runMs: number;
  /** `close` waits this long for running handlers, then aborts their signals and waits `abortMs` more. */
  readonly closeMs: number;
  readonly abortMs: number;
  /** A worker that died is noticed after this long, and its lanes are run by others. */
  readonly lockMs: number;
  /** An idle worker looks at the store this often although nothing told it to. */
  readonly idlePollMs: number;
  /** Wait before an operation on a store that is away is tried again. */
  readonly reconnectMs: number;
}

export const laneDefaults: LaneLimits = {
  concurrency: 4,
  readyLanes: 10_000,
  runsInARow: 16,
  armBatch: 500,
  pendingArms: 100_000,
  storeTimeoutMs: 10_000,
  backoffMs: 500,
  longestBackoffMs: 60_000,
  runMs: 300_000,
  closeMs: 10_000,
  abortMs: 2_000,
  lockMs: 10_000,
  idlePollMs: 30_000,
  reconnectMs: 1_000,
};

/** Connections to PostgreSQL when `connections` is not given. */
export const DEFAULT_POSTGRES_CONNECTIONS = 10;

export interface LanesOptions {
  readonly store: LaneStore;
  readonly logger: LaneLogger;
  readonly observer?: LaneObserver;
  readonly limits?: Partial<LaneLimits>;
}
