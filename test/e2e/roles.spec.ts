import pg from 'pg';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { TestRedis, redisInstalled } from '../../libs/queue/src/testing/redis.js';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub, type HubOptions, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

/** A queue store and how to lose all that is in it. */
interface Store {
  readonly env: Readonly<Record<string, string>>;
  empty(): Promise<void>;
  /** Does something while the store is away; more than once where it can fail because of that. */
  outage(work: () => Promise<unknown>): Promise<void>;
  remove(): Promise<void>;
}

/** Processes that use the schema may be in the way of its end for a moment. */
async function dropQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await eventually('the schema of the queue is dropped', async () => {
      await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
      return true;
    });
  } finally {
    await client.end();
  }
}

const stores: readonly (readonly [string, (database: TestDatabase) => Promise<Store>])[] = [
  [
    'PostgreSQL',
    (database) =>
      Promise.resolve({
        env: {},
        empty: () => dropQueue(database.url),
        // It is the database of everything else as well: without it nothing could be accepted.
        outage: async (work) => {
          await database.cutConnections();
          await eventually('the hub accepts again', () => work().then(() => true));
        },
        remove: () => Promise.resolve(),
      }),
  ],
  ...(redisInstalled()
    ? ([
        [
          'Redis',
          async () => {
            const redis = await TestRedis.start();
            return {
              env: { REDIS_URL: redis.url },
              empty: async () => void (await redis.command('FLUSHALL')),
              outage: async (work: () => Promise<unknown>) => {
                await redis.stop();
                await work();
                await redis.start();
              },
              remove: () => redis.remove(),
            };
          },
        ],
      ] as const)
    : []),
];

describe.each(stores)('one gateway and two workers with the queue in %s', (_name, open) => {
  let database: TestDatabase;
  let store: Store;
  let gateway: RunningHub;
  let workers: RunningHub[];
  let common: HubOptions;
  let pair: Pair;

  beforeAll(async () => {
    database = await freshDatabase();
    store = await open(database);
    common = {
      database,
      adminKey: newKey(),
      env: { ...store.env, DELIVERY_TIMEOUT: '1000' },
    };
    gateway = await startHub({ ...common, role: 'gateway' });
    workers = await Promise.all([1, 2].map(() => startHub({ ...common, role: 'worker' })));
    pair = await Pair.make(new Administration(gateway), { batchLimit: 20 });
    await pair.agree();
  });
  afterAll(async () => {
    await endHubs();
    await endSubscribers();
    await store.remove();
    await database.drop();
  });

  const send = (count: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, async () => (await pair.owner.client.send(declaration())).expect(202)),
    );
  /** Every interchange of the sender is normalised and every document has arrived once. */
  const allArrived = async (total: number): Promise<void> => {
    await eventually(`${total} have arrived`, () => pair.hook.ledger.counts.distinct >= total);
    await eventually('nothing is owed', async () => {
      const owed = `/v1/destinations/${pair.webhook.id}/deliveries?state=pending`;
      return (await pair.consumer.client.get(owed)).list().length === 0;
    });
    expect(pair.hook.ledger.counts).toMatchObject({ distinct: total, duplicates: 0, badSignatures: 0 });
    const unfinished = await pair.owner.client.get('/v1/interchanges?state=pending');
    expect(unfinished.list()).toEqual([]);
  };

  it('does everything once, between them', async () => {
    await send(150);
    await allArrived(150);
  });

  it('opens no door at a worker, and runs no lane at the gateway', async () => {
    for (const worker of workers) {
      expect((await worker.client(pair.owner.key).send(declaration())).status).toBe(404);
      expect((await worker.client().get('/readyz')).status).toBe(200);
    }
    const settled = await pair.owner.client.settle(boxReport());
    expect(settled.expect(200).at('/state')).toBe('normalised');
    const counted = (await gateway.client().get('/metrics')).text;
    expect(counted).not.toMatch(/^tongguan_interchanges_normalised_total\{/m);
  });

  it('goes on with all that waits when the whole queue store is lost', async () => {
    const before = pair.hook.ledger.counts.distinct;
    await gateway.admin.post(`/v1/admin/destinations/${pair.webhook.id}/pause`, { reason: '测试' });
    await send(30);
    await store.empty();
    await send(30);
    await gateway.admin.post(`/v1/admin/destinations/${pair.webhook.id}/activate`, {});
    await send(30);
    await store.empty();
    await allArrived(before + 90);
  });

  it('goes on when the queue store goes away and comes back', async () => {
    const before = pair.hook.ledger.counts.distinct;
    const messages = Array.from({ length: 20 }, () => declaration());
    await store.outage(() =>
      Promise.all(messages.map(async (message) => (await pair.owner.client.send(message)).expect(202))),
    );
    await send(10);
    await allArrived(before + 30);
  });

  it('goes on with what all workers were killed over', async () => {
    const { distinct: before, requests } = pair.hook.ledger.counts;
    await pair.hook.behave({ mode: 'accept', delayMs: 500 });
    await send(60);
    await eventually('work is under way', () => pair.hook.ledger.counts.requests > requests);
    await Promise.all(workers.map((worker) => worker.kill()));
    await pair.hook.behave({ mode: 'accept' });
    workers = [await startHub({ ...common, role: 'worker' })];
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === before + 60);
    const times = pair.hook.ledger.ids().map((id) => pair.hook.ledger.timesOf(id));
    expect(Math.max(...times)).toBeLessThanOrEqual(2);
  });

  it('ends each part in order', async () => {
    expect(await Promise.all([gateway, ...workers].map((part) => part.stop()))).toEqual([0, 0]);
  });
});
