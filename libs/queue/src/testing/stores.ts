import type { LaneStore } from '../options.js';
import { TestPostgres } from './postgres.js';
import { redisInstalled, TestRedis } from './redis.js';

/** A queue store that a test may empty, stop and start. */
export interface TestStore {
  readonly store: LaneStore;
  /** Takes everything out of the queue store, as an accident would. */
  empty(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

async function onPostgres(): Promise<TestStore> {
  const server = await TestPostgres.start();
  return {
    store: { postgres: { url: server.url } },
    empty: () => dropSchema(server),
    start: () => server.start(),
    stop: () => server.stop(),
    remove: () => server.remove(),
  };
}

/** The queue goes on working meanwhile: of two that wait for each other the server refuses one, which may be this. */
async function dropSchema(server: TestPostgres, tries = 20): Promise<void> {
  try {
    await server.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
  } catch (error) {
    const deadlock = error instanceof Error && 'code' in error && error.code === '40P01';
    if (!deadlock || tries <= 1) throw error;
    await dropSchema(server, tries - 1);
  }
}

async function onRedis(cluster: boolean): Promise<TestStore> {
  const server = await TestRedis.start({ cluster });
  const nodes = [{ host: '127.0.0.1', port: server.port }];
  return {
    store: { redis: cluster ? { nodes } : { url: server.url } },
    empty: async () => {
      await server.command('FLUSHALL');
    },
    start: () => server.start(),
    stop: () => server.stop(),
    remove: () => server.remove(),
  };
}

/** The stores that the suite runs on here. */
export const testStores: readonly (readonly [string, () => Promise<TestStore>])[] = [
  ['PostgreSQL', onPostgres],
  ...(redisInstalled()
    ? ([
        ['Redis', () => onRedis(false)],
        ['Redis Cluster', () => onRedis(true)],
      ] as const)
    : []),
];
