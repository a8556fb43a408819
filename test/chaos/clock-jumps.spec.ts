import { jest } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { ShiftedClock } from '../support/shifted-clock.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(120_000);

const hour = 3_600_000;
const env = {
  RETRY_FIRST_SECONDS: '1',
  BREAKER_FAILURES: '2',
  BREAKER_OPEN_SECONDS: '1',
  BREAKER_LONGEST_SECONDS: '1',
  DELIVERY_TIMEOUT: '2000',
};

let database: TestDatabase;
let clock: ShiftedClock;
let pair: Pair;

beforeAll(async () => {
  database = await freshDatabase();
  clock = new ShiftedClock();
  const adminKey = newKey();
  const door = await startHub({ database, adminKey, env, role: 'gateway' });
  await startHub({ database, adminKey, role: 'worker', env: { ...env, ...clock.env } });
  pair = await Pair.make(new Administration(door));
  await pair.agree();
});
afterEach(async () => {
  await clock.shift(0);
  await pair.hook.behave({ mode: 'accept' });
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
  clock.remove();
});

const delivered = (document: string): Promise<unknown> =>
  eventually('it is delivered', async () => (await pair.outcome(document))?.[0] === 'delivered', 20_000);

describe.each([
  ['an hour ahead', hour],
  ['a day ahead', 24 * hour],
  ['an hour back', -hour],
])('a worker whose clock jumps %s', (_, ms) => {
  it('signs with a time that receivers believe', async () => {
    await clock.shift(ms);
    await delivered(await pair.declare());
    expect(pair.hook.ledger.counts.badSignatures).toBe(0);
  });

  it('tries again when it is time', async () => {
    await pair.hook.behave({ mode: 'error', status: 503, times: 1 });
    await clock.shift(ms);
    await delivered(await pair.declare());
  });

  it('does not leave a destination alone for longer, or less, when its clock is right again', async () => {
    await pair.hook.behave({ mode: 'error', status: 503 });
    await clock.shift(ms);
    const document = await pair.declare();
    await eventually(
      'the breaker is open',
      async () => Number((await pair.delivery(document)).at('/attempts')) >= 2,
    );
    await clock.shift(0);
    await pair.hook.behave({ mode: 'accept' });
    await delivered(document);
  });
});

describe('a door whose clock jumps', () => {
  it.each([
    ['forty days ahead', 40 * 24 * hour],
    ['forty days back', -40 * 24 * hour],
  ])('%s still accepts, and in order', async (_, ms) => {
    const own = await freshDatabase();
    const hub = await startHub({ database: own, env: { ...env, ...clock.env } });
    const two = await Pair.make(new Administration(hub));
    await two.agree();
    const documents = [await two.declare({ reference: 'LN2025JUMP', organisation: 'ORG1' })];
    await clock.shift(ms);
    documents.push(await two.declare({ reference: 'LN2025JUMP', organisation: 'ORG2' }));
    await clock.shift(0);
    documents.push(await two.declare({ reference: 'LN2025JUMP', organisation: 'ORG3' }));
    await eventually('all have arrived', () => two.hook.ledger.counts.distinct === 3, 20_000);
    expect(two.hook.ledger.ids()).toEqual(documents);
    const stored = await two.owner.client.get('/v1/interchanges');
    for (const { receivedAt } of stored.list())
      expect(Math.abs(Date.parse(String(receivedAt)) - Date.now())).toBeLessThan(hour);
    await hub.stop();
    await own.drop();
  });
});
