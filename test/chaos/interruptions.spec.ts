import { jest } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub, type RunningHub } from '../support/hub.js';
import { Load } from '../support/load.js';
import { expectNothingLost } from '../support/nothing-lost.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(180_000);

let database: TestDatabase;
let hub: RunningHub;
let pair: Pair;
const adminKey = newKey();
const start = (): Promise<RunningHub> =>
  startHub({ database, adminKey, env: { DELIVERY_TIMEOUT: '2000', CLOSE_SECONDS: '6' } });

beforeEach(async () => {
  database = await freshDatabase();
  hub = await start();
  pair = await Pair.make(new Administration(hub));
  await pair.agree();
});
afterEach(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

const newLoad = (): Load => new Load(() => hub.client(pair.owner.key), { senders: 6, paceMs: 5 });

async function goOn(load: Load, messages: number): Promise<void> {
  const mark = load.acknowledged.length + messages;
  await eventually('the load goes on', () => load.acknowledged.length >= mark);
}

const expectAll = async (load: Load): Promise<void> => {
  await load.end();
  await expectNothingLost(load, pair, hub.client(pair.owner.key), hub.client(pair.consumer.key));
};

it('lives through restarts of its database: senders are told to come again, nothing acknowledged is lost', async () => {
  const load = newLoad();
  for (let round = 1; round <= 6; round++) {
    await goOn(load, 60);
    await database.cutConnections();
  }
  await goOn(load, 60);
  expect(hub.logs()).toContain('a database connection broke');
  await expectAll(load);
  expect([...load.refusals.keys()].filter((status) => status !== 503)).toEqual([]);
});

it('ends in order when it is told to: what runs is finished, nothing is lost and nothing comes twice', async () => {
  const load = newLoad();
  for (let round = 1; round <= 3; round++) {
    await goOn(load, 100);
    expect(await hub.stop()).toBe(0);
    hub = await start();
  }
  await goOn(load, 50);
  await expectAll(load);
  expect(pair.hook.ledger.counts.duplicates).toBe(0);
});

it('ends in order although a receiver hangs, and delivers after its next start', async () => {
  await pair.hook.behave({ mode: 'hang' });
  const document = await pair.declare();
  await eventually('the request is under way', () => pair.hook.ledger.counts.requests > 0);
  expect(await hub.stop()).toBe(0);
  await pair.hook.behave({ mode: 'accept' });
  hub = await start();
  await pair.hook.arrival(({ id }) => id === document);
});
