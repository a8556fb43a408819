import { openSql, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  hub = await startHub({ database, env: { RETRY_FIRST_SECONDS: '1', RETRY_CAP_MINUTES: '1' } });
  admin = new Administration(hub);
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await sql.end();
  await database.drop();
});

describe('a destination with a rate', () => {
  it('gets no more than that in a second, all of it in the end, and in order', async () => {
    const rate = 4;
    const two = await Pair.make(admin, { ratePerSecond: rate });
    await two.agree();
    await admin.act('destinations', two.webhook.id, 'pause');
    const documents: string[] = [];
    for (let n = 0; n < 3 * rate; n++)
      documents.push(await two.declare({ reference: `LN2025RATE`, organisation: `ORG${n}` }));
    const times: number[] = [];
    await admin.act('destinations', two.webhook.id, 'activate');
    await eventually('all have arrived', () => {
      while (times.length < two.hook.arrivals.length) times.push(Date.now());
      return times.length === documents.length;
    });
    expect(two.hook.ledger.ids()).toEqual(documents);
    // A burst of one second's worth may go at once, and then what the rate allows: never three seconds' worth in one.
    for (const from of times)
      expect(times.filter((at) => at >= from && at < from + 900).length).toBeLessThanOrEqual(2 * rate);
  });
});

describe('a destination that fails for days', () => {
  it('is disabled with its deliveries still owed, its owner is told why, and goes on once it is activated', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    await two.hook.behave({ mode: 'error', status: 503 });
    const document = await two.declare();
    await eventually(
      'an attempt has failed',
      async () => (await two.delivery(document)).at('/attempts') === 1,
    );
    const log = (await two.delivery(document)).list('/log');
    expect(log[0]?.['request']).toMatch(/^POST http:\/\/127\.0\.0\.1:\d+\/…\n(.+\n)*webhook-id: /);
    await sql.execute(
      `UPDATE destination_health SET failing_since = now() - interval '6 days' WHERE destination_id = $1`,
      [two.webhook.id],
    );
    const [notice] = await eventually('there is a notice', async () => {
      const list = (await two.consumer.client.get('/v1/notices')).expect(200).list();
      return list.length > 0 && list;
    });
    expect(notice).toMatchObject({
      kind: 'destination-disabled',
      subject: two.webhook.id,
      participant: two.consumer.code,
      fault: { code: 'EXCHANGE_DESTINATION_FAILING' },
    });
    expect((await two.owner.client.get('/v1/notices')).list()).toEqual([]);
    const seen = await hub.admin.get(`/v1/admin/destinations/${two.webhook.id}`);
    expect(seen.at('/state')).toBe('disabled');
    expect(await two.outcome(document)).toEqual(['pending', expect.anything()]);

    await two.hook.behave({ mode: 'error', status: 503, times: 1 });
    await admin.act('destinations', two.webhook.id, 'activate');
    await two.hook.arrival(({ id }) => id === document);
    expect((await hub.admin.get(`/v1/admin/destinations/${two.webhook.id}`)).at('/state')).toBe('active');
  });
});

describe('the published schedule', () => {
  it('is what the node says to everybody', async () => {
    const waits = (await hub.admin.get('/.well-known/tongguan')).expect(200).at('/retryAfterSeconds');
    expect(Array.isArray(waits) && waits.slice(0, 7)).toEqual([1, 2, 4, 8, 16, 32, 60]);
  });
});
