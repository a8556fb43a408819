import { Queue, Worker } from 'bullmq';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisStore } from './options.js';
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

/** The braces put all keys of one kind on one node of a cluster, and different kinds on different ones. */
const prefixOf = (kind: string): string => `{tongguan-${kind}}`;

/**
 * Lanes in Redis. Two connections and one blocking one per kind worked on: the connection that arms fails at once when
 * Redis is away, so that whoever arms is told; the one that workers share waits for it to come back.
 */
export class OpenRedisStore implements OpenStore {
  readonly name = 'Redis';
  readonly #arming: Redis | Cluster;
  readonly #working: Redis | Cluster;

  private constructor(
    { redis }: RedisStore,
    private readonly context: StoreContext,
  ) {
    this.#arming = client(redis, context, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: context.storeTimeoutMs,
    });
    this.#working = client(redis, context, { maxRetriesPerRequest: null });
    this.#arming.on('error', context.failed);
    this.#working.on('error', context.failed);
  }

  static async open(store: RedisStore, context: StoreContext): Promise<OpenRedisStore> {
    const opened = new OpenRedisStore(store, context);
    try {
      await Promise.all([opened.#arming.connect(), opened.#working.connect()]);
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async queue(kind: string): Promise<StoreQueue> {
    // BullMQ would wait for the connection, and with it whoever arms.
    if (this.#arming.status !== 'ready') throw new Error(`not connected (${this.#arming.status})`);
    const queue = new Queue<LaneJob, void, 'lane'>(kind, {
      connection: this.#arming,
      prefix: prefixOf(kind),
      streams: { events: { maxLen: KEPT_EVENTS } },
    });
    queue.on('error', this.context.failed);
    await queue.waitUntilReady();
    return queue;
  }

  async worker(kind: string, plan: WorkerPlan): Promise<StoreWorker> {
    const worker = new Worker<LaneJob, void, 'lane'>(kind, (job) => plan.run(job.data.lane), {
      connection: this.#working,
      prefix: prefixOf(kind),
      ...workerOptions(this.context, plan.concurrency),
    });
    worker.on('error', this.context.failed);
    await worker.waitUntilReady();
    worker.run().catch(this.context.failed);
    return worker;
  }

  assertRoomFor(): void {
    // Redis takes a connection more without being asked.
  }

  async mend(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async close(): Promise<void> {
    this.#arming.disconnect();
    this.#working.disconnect();
    return Promise.resolve();
  }
}

function client(
  redis: RedisStore['redis'],
  context: StoreContext,
  options: Pick<RedisOptions, 'enableOfflineQueue' | 'maxRetriesPerRequest' | 'commandTimeout'>,
): Redis | Cluster {
  const connecting = { connectTimeout: context.storeTimeoutMs, keepAlive: 10_000 };
  const retry = (): number => context.reconnectMs;
  if ('url' in redis) {
    return new Redis(redis.url, { ...options, ...connecting, lazyConnect: true, retryStrategy: retry });
  }
  return new Cluster([...redis.nodes], {
    lazyConnect: true,
    clusterRetryStrategy: retry,
    ...(options.enableOfflineQueue === undefined ? {} : { enableOfflineQueue: options.enableOfflineQueue }),
    redisOptions: {
      ...options,
      ...connecting,
      ...(redis.username === undefined ? {} : { username: redis.username }),
      ...(redis.password === undefined ? {} : { password: redis.password }),
      ...(redis.tls ? { tls: {} } : {}),
    },
  });
}
