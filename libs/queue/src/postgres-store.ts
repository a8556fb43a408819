import {
  createPostgresBackend,
  PostgresConnection,
  Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  Worker,
} from 'bullmq';
import { LaneError } from './lane-error.js';
import { DEFAULT_POSTGRES_CONNECTIONS, type PostgresStore } from './options.js';
import { AWAY, PostgresPool, sqlStateOf } from './postgres-pool.js';
import {
  KEPT_EVENTS,
  workerOptions,
  type LaneJob,
  type OpenStore,
  type StoreContext,
  type StoreQueue,
  type StoreWorker,
  type WorkerPlan,
} from './store.js';

/** BullMQ uses this schema with a pool that was made elsewhere, so it is not a choice. */
const SCHEMA = 'bullmq';

/** Connections that must be left to arm and run lanes when one is held listening for each kind. */
const WORKING_CONNECTIONS = 2;

/** SQLSTATE of a missing schema, table or function: somebody dropped the queue store under us. */
const gone = new Set(['3F000', '42P01', '42883']);

/** Lanes in PostgreSQL: one small pool for all kinds, plus one listening connection of it per kind worked on. */
export class OpenPostgresStore implements OpenStore {
  readonly name = 'PostgreSQL';
  readonly #connection: PostgresConnection;
  readonly #pool: PostgresPool;
  readonly #connections: number;

  private constructor(
    { postgres }: PostgresStore,
    private readonly context: StoreContext,
  ) {
    this.#connections = postgres.connections ?? DEFAULT_POSTGRES_CONNECTIONS;
    this.#connection = new PostgresConnection({
      connectionString: postgres.url,
      max: this.#connections,
      // A new connection compiles BullMQ's functions first, so a few are kept for the first arming after a quiet time.
      min: WORKING_CONNECTIONS,
      schema: SCHEMA,
      migrate: true,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: context.storeTimeoutMs,
      query_timeout: context.storeTimeoutMs,
      application_name: 'tongguan-lanes',
      // A queue operation lost with a crash is found again by the sweep, so it need not wait for the disk.
      options: '-c synchronous_commit=off',
    });
    this.#connection.on('error', context.failed);
    this.#pool = new PostgresPool(this.#connection.pool, context.failed);
  }

  /** Connects and migrates the queue's schema; BullMQ holds an advisory lock meanwhile, so processes may race. */
  static async open(store: PostgresStore, context: StoreContext): Promise<OpenPostgresStore> {
    const opened = new OpenPostgresStore(store, context);
    try {
      await opened.#connection.waitUntilReady();
      return opened;
    } catch (error) {
      await opened.close().catch(context.failed);
      throw error;
    }
  }

  async queue(kind: string): Promise<StoreQueue> {
    const queue = new Queue<LaneJob, void, 'lane', LaneJob, void, 'lane', PostgresBackend, PostgresPool>(
      kind,
      { connection: this.#pool, streams: { events: { maxLen: KEPT_EVENTS } } },
      createPostgresBackend,
    );
    queue.on('error', this.context.failed);
    await readyOrClosed(queue, this.context);
    return queue;
  }

  async worker(kind: string, plan: WorkerPlan): Promise<StoreWorker> {
    const worker = new Worker<LaneJob, void, 'lane', PostgresBackend, number, PostgresPool>(
      kind,
      (job) => plan.run(job.data.lane),
      { connection: this.#pool, ...workerOptions(this.context, plan.concurrency) },
      createPostgresBackend,
    );
    worker.on('error', this.context.failed);
    await readyOrClosed(worker, this.context);
    worker.run().catch(this.context.failed);
    return {
      pause: (doNotWaitActive) => worker.pause(doNotWaitActive),
      close: async (force) => {
        // BullMQ ends its wait for a job only when it closes without force; the wait would keep the process alive.
        if (force) await worker.getBackend().disconnectBlocking();
        await worker.close(force);
      },
    };
  }

  assertRoomFor(kinds: number): void {
    const needed = kinds + WORKING_CONNECTIONS;
    if (needed > this.#connections) {
      throw new LaneError('QUEUE_POOL_TOO_SMALL', { kinds, needed, connections: this.#connections });
    }
  }

  async mend(error: unknown): Promise<boolean> {
    // A pooled connection that was cut says so when it is used; the pool has a new one for the second try.
    if (sqlStateOf(error) === AWAY) return true;
    // A queue that is opened only after the schema was dropped finds out by itself, before any statement.
    if (!gone.has(sqlStateOf(error)) && !(error instanceof SchemaMigrationRequiredError)) return false;
    const client = await this.#pool.connect();
    try {
      await runMigrations(client, SCHEMA);
      return true;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}

type PostgresBackend = ReturnType<typeof createPostgresBackend>;

/** BullMQ remembers a failed start for ever, so what did not become ready is thrown away. */
async function readyOrClosed(
  part: { waitUntilReady(): Promise<void>; close(): Promise<void> },
  context: StoreContext,
): Promise<void> {
  try {
    await part.waitUntilReady();
  } catch (error) {
    await part.close().catch(context.failed);
    throw error;
  }
}
