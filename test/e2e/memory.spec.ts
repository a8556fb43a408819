import { jest } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declarationOfSize } from '../support/messages.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(180_000);

const megabyte = 1024 * 1024;

let database: TestDatabase;
let hub: RunningHub;
let pair: Pair;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  pair = await Pair.make(new Administration(hub));
  await pair.agree();
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

describe('large messages', () => {
  it('of ten megabytes are taken, normalised, delivered and given back as they came', async () => {
    const message = declarationOfSize(10 * megabyte);
    expect(message.length).toBe(10 * megabyte);
    const settled = (await pair.owner.client.settle(message)).expect(200);
    await pair.hook.arrival(({ id }) => id === settled.string('/documents/0/id'));
    const raw = await pair.owner.client.get(settled.string('/raw'));
    expect(raw.bytes.equals(message)).toBe(true);
  });

  it('come two hundred at once: each is taken or told to come again, and the hub lives', async () => {
    const { pid } = hub;
    const before = pair.hook.ledger.counts.distinct;
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => pair.owner.client.send(declarationOfSize(megabyte))),
    );
    const taken = answers.filter(({ status }) => status === 202).length;
    const later = answers.filter(({ status }) => status === 429);
    expect(taken + later.length).toBe(200);
    for (const answer of later) expect(answer.headers.has('retry-after')).toBe(true);
    expect(taken).toBeGreaterThan(0);
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === before + taken, 120_000);
    expect((await hub.client().get('/readyz')).status).toBe(200);
    expect(hub.pid).toBe(pid);
  });

  it('that do not say their size are bounded together', async () => {
    const narrow = await startHub({ database, adminKey: hub.adminKey, env: { BODIES_LIMIT: '5000000' } });
    const owner = narrow.client(pair.owner.key);
    const answer = await owner.send(declarationOfSize(6 * megabyte));
    expect([answer.status, answer.at('/code')]).toEqual([429, 'GATEWAY_MEMORY_FULL']);
    (await owner.send(declarationOfSize(megabyte))).expect(202);
    await narrow.stop();
  });
});
