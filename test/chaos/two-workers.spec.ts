import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '#kernel';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub, type HubOptions, type RunningHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(180_000);

let database: TestDatabase;
let common: HubOptions;
let admin: Administration;
const workers: RunningHub[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  common = { database, adminKey: newKey(), env: { DELIVERY_TIMEOUT: '3000', RETRY_FIRST_SECONDS: '1' } };
  admin = new Administration(await startHub({ ...common, role: 'gateway' }));
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.kill()));
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

async function startWorkers(count: number): Promise<void> {
  const started = await Promise.all(
    Array.from({ length: count }, () => startHub({ ...common, role: 'worker' })),
  );
  workers.push(...started);
}

async function agreed(): Promise<Pair> {
  const pair = await Pair.make(admin);
  await pair.agree();
  return pair;
}

/** Documents about a few keys, all owed at once when the destination is activated. */
async function owed(pair: Pair, keys: number, each: number): Promise<Map<string, string[]>> {
  await admin.act('destinations', pair.webhook.id, 'pause');
  const documents = new Map<string, string[]>();
  for (let n = 1; n <= each; n++)
    for (let key = 1; key <= keys; key++) {
      const reference = `LN2025KEY${key}${pair.name}`;
      const made = await pair.declare({ reference, organisation: `ORG${n}` });
      documents.set(reference, [...(documents.get(reference) ?? []), made]);
    }
  await admin.act('destinations', pair.webhook.id, 'activate');
  return documents;
}

const nothingOwed = (pair: Pair): Promise<unknown> =>
  eventually('nothing is owed', async () => {
    const list = `/v1/destinations/${pair.webhook.id}/deliveries?state=pending&limit=1`;
    return (await pair.consumer.client.get(list)).expect(200).list().length === 0;
  });

const expectInOrder = ({ hook }: Pair, documents: ReadonlyMap<string, readonly string[]>): void => {
  const first = hook.ledger.ids();
  for (const ids of documents.values()) expect(first.filter((id) => ids.includes(id))).toEqual(ids);
};

const finished = (pair: Pair, id: string): Promise<JsonObject> =>
  eventually('the replay is done', async () => {
    const answer = (await pair.consumer.client.get(`/v1/replays/${id}`)).expect(200);
    return answer.at('/state') === 'done' && { again: answer.at('/progress/again') ?? 0 };
  });

async function replay(pair: Pair, more: JsonObject = {}): Promise<string> {
  const wanted = { destination: pair.webhook.id, states: ['delivered'], ...more };
  return (await pair.consumer.client.post('/v1/replays', wanted)).expect(201).string('/id');
}

describe('a worker that is killed after a request and before it is recorded', () => {
  it('has the event sent again under the same id, by which its receiver drops it', async () => {
    await startWorkers(1);
    const pair = await agreed();
    await pair.hook.behave({ mode: 'accept', delayMs: 1_500, times: 1 });
    const document = await pair.declare();
    const { body } = await pair.hook.arrival(({ id }) => id === document);
    await workers.pop()?.kill();
    expect(await pair.outcome(document)).toEqual(['pending', undefined]);

    await startWorkers(1);
    await eventually('it came again', () => pair.hook.ledger.timesOf(document) === 2);
    expect(pair.hook.arrivals.map((arrival) => arrival.body)).toEqual([body, body]);
    expect(pair.hook.ledger.counts).toMatchObject({ distinct: 1, duplicates: 1 });
    await nothingOwed(pair);
    expect(await pair.outcome(document)).toEqual(['delivered', undefined]);
  });
});

describe('two workers and one lane', () => {
  it('send everything once and in order, however often the lane is rung', async () => {
    await startWorkers(2);
    const pair = await agreed();
    const documents = await owed(pair, 4, 10);
    for (let times = 0; times < 20; times++) {
      await admin.change('destinations', pair.webhook.id, { timeout: 1_000 + times });
      await pause(20);
    }
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === 40);
    await nothingOwed(pair);
    expectInOrder(pair, documents);
    expect(pair.hook.ledger.counts.duplicates).toBe(0);
  });

  it('keep the order when the one that has it stands still past its lease and then goes on', async () => {
    await startWorkers(1);
    const pair = await agreed();
    await pair.hook.behave({ mode: 'accept', delayMs: 200 });
    const documents = await owed(pair, 3, 12);
    await eventually('some have arrived', () => pair.hook.ledger.counts.distinct >= 3);
    const [still] = workers;
    process.kill(still?.pid ?? 0, 'SIGSTOP');
    try {
      await startWorkers(1);
      await eventually('the other one has sent the rest', () => pair.hook.ledger.counts.distinct === 36);
    } finally {
      process.kill(still?.pid ?? 0, 'SIGCONT');
    }
    await nothingOwed(pair);
    await pause(2_000);
    expectInOrder(pair, documents);
    // Only what was under way when it stood still can have come again.
    expect(pair.hook.ledger.counts.duplicates).toBeLessThanOrEqual(3);
    expect(pair.hook.ledger.counts.events).toBe(36 + pair.hook.ledger.counts.duplicates);
  });
});

describe('two workers and one replay', () => {
  it('owe everything again once', async () => {
    await startWorkers(2);
    const pair = await agreed();
    const documents = await owed(pair, 3, 20);
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === 60);
    await nothingOwed(pair);
    const id = await replay(pair, { ratePerSecond: 30 });
    for (let times = 0; times < 5; times++) {
      // Each of these rings the lane of the replay as well.
      await pair.consumer.client.post(`/v1/replays/${id}/pause`);
      await pair.consumer.client.post(`/v1/replays/${id}/resume`);
    }
    expect(await finished(pair, id)).toEqual({ again: 60 });
    await eventually('all came again', () => pair.hook.arrivals.length >= 120);
    await nothingOwed(pair);
    const all = [...documents.values()].flat();
    expect(all.map((one) => pair.hook.ledger.timesOf(one))).toEqual(all.map(() => 2));
  });

  it('go on with it when one of them is killed', async () => {
    await startWorkers(2);
    const pair = await agreed();
    const documents = await owed(pair, 3, 20);
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === 60);
    await nothingOwed(pair);
    const id = await replay(pair, { ratePerSecond: 10 });
    await eventually('it has begun', () => pair.hook.arrivals.length >= 70);
    await workers.shift()?.kill();
    await eventually('it goes on', () => pair.hook.arrivals.length >= 80);
    await startWorkers(1);
    await workers.shift()?.kill();
    expect(await finished(pair, id)).toEqual({ again: 60 });
    await nothingOwed(pair);
    const times = [...documents.values()].flat().map((one) => pair.hook.ledger.timesOf(one));
    expect(Math.min(...times)).toBe(2);
    // Two were killed: what was under way with them came once more.
    expect(times.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(120 + 16);
  });
});
