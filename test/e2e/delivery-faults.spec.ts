import { freshDatabase, type TestDatabase } from '#store/testing';
import type { Instruction } from '../../apps/simulator/src/receiver/index.js';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { endSubscribers, startSubscriber, type Subscriber } from '../support/subscriber.js';

/** Milliseconds that a receiver is given. */
const patience = 1_500;

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
/** Where redirects lead: nobody may ever come here. */
let elsewhere: Subscriber;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database, env: { DELIVERY_TIMEOUT: String(patience) } });
  admin = new Administration(hub);
  elsewhere = await startSubscriber();
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

async function agreed(more: Parameters<typeof Pair.make>[1] = {}): Promise<Pair> {
  const pair = await Pair.make(admin, more);
  await pair.agree();
  return pair;
}

/** The state of the pair's webhook as its administrator sees it. */
const webhookState = async ({ webhook }: Pair): Promise<unknown> =>
  (await hub.admin.get(`/v1/admin/destinations/${webhook.id}`)).at('/state');

/** Every attempt that was made: outcome, status, fault. */
async function attempts(pair: Pair, document: string): Promise<unknown[]> {
  const log = (await pair.delivery(document)).expect(200).list('/log');
  return log.map(({ outcome, status, error }) => [outcome, status, error]);
}

const settled = (pair: Pair, document: string): Promise<readonly unknown[]> =>
  eventually('the delivery is settled', async () => {
    const outcome = await pair.outcome(document);
    return outcome?.[0] === 'pending' ? undefined : outcome;
  });

/** The first wait of the published schedule is up to five seconds, so all of these wait at once. */
describe('a receiver that fails once', () => {
  const failures: readonly (readonly [string, (url: string) => Instruction, unknown[]])[] = [
    ['answers 500', () => ({ mode: 'error', status: 500, times: 1 }), ['retry', 500, 'DELIVERY_BUSY']],
    ['hangs', () => ({ mode: 'hang', times: 1 }), ['retry', undefined, 'DELIVERY_TIMEOUT']],
    ['cuts the connection', () => ({ mode: 'reset', times: 1 }), ['retry', undefined, 'DELIVERY_RESET']],
    [
      'redirects for now',
      (url) => ({ mode: 'redirect', location: url, status: 307, times: 1 }),
      ['retry', 307, 'DELIVERY_REDIRECT'],
    ],
  ];
  const started = new Map<string, { pair: Pair; document: string }>();
  beforeAll(async () => {
    for (const [what, instruction] of failures) {
      const pair = await agreed();
      await pair.hook.behave(instruction(elsewhere.url));
      started.set(what, { pair, document: await pair.declare() });
    }
  });

  it.each(failures)(
    'and %s gets the event at the next attempt, and both are in the log',
    async (what, _, first) => {
      const scene = started.get(what);
      if (!scene) throw new Error('not started');
      const { pair, document } = scene;
      await pair.hook.arrival(({ id }) => id === document);
      expect(await settled(pair, document)).toEqual(['delivered', undefined]);
      expect(await attempts(pair, document)).toEqual([first, ['delivered', 204, undefined]]);
      expect(pair.hook.ledger.counts).toMatchObject({ events: 1, duplicates: 0, badSignatures: 0 });
      expect(elsewhere.ledger.counts.requests).toBe(0);
    },
  );
});

describe('a receiver that is down', () => {
  it('gets what is owed once it is up again, and holds up nobody else meanwhile', async () => {
    const pair = await agreed();
    const other = await startSubscriber();
    const alive = await admin.webhook(pair.consumer, 'alive', other.url);
    other.trust(alive.secret);
    await pair.routeTo(alive);
    await pair.hook.behave({ mode: 'down' });

    const documents: string[] = [];
    for (let n = 1; n <= 4; n++) {
      documents.push(await pair.declare({ reference: `LN2025DOWN${pair.name}`, organisation: `ORG${n}` }));
    }
    await eventually('the other has them all', () => other.ledger.counts.distinct === documents.length);
    const [first = ''] = documents;
    expect(await pair.outcome(first)).toEqual(['pending', 'DELIVERY_REFUSED']);
    expect((await pair.delivery(first)).string('/nextAttemptAt')).toMatch(/^\d{4}-/);

    await pair.hook.behave({ mode: 'accept' });
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === documents.length);
    expect(pair.hook.ledger.ids()).toEqual(documents);
    expect(other.ledger.ids()).toEqual(documents);
  });
});

describe('a receiver that hangs', () => {
  it('is given no more time than its own setting, and holds up nobody else', async () => {
    const pair = await agreed({ timeout: 200 });
    const other = await agreed();
    await pair.hook.behave({ mode: 'hang' });
    const owed = await Promise.all(Array.from({ length: 12 }, () => pair.declare()));
    const documents = await Promise.all(Array.from({ length: 12 }, () => other.declare()));
    await eventually('the other has them all', () => other.hook.ledger.counts.distinct === documents.length);
    const [attempt] = await eventually('an attempt has failed', async () => {
      const all = await Promise.all(owed.map((document) => pair.delivery(document)));
      const logged = all.flatMap((delivery) => delivery.list('/log'));
      return logged.length > 0 && logged;
    });
    expect(attempt).toMatchObject({ outcome: 'retry', error: 'DELIVERY_TIMEOUT' });
    expect(Number(attempt?.['ms'])).toBeLessThan(patience);
  });
});

describe('an answer that drips', () => {
  it('is a success as soon as its status is there', async () => {
    const pair = await agreed();
    await pair.hook.behave({ mode: 'drip', everyMs: 20 });
    const document = await pair.declare();
    expect(await settled(pair, document)).toEqual(['delivered', undefined]);
    expect(await attempts(pair, document)).toEqual([['delivered', 200, undefined]]);
    expect(pair.hook.ledger.counts.duplicates).toBe(0);
  });
});

describe('a receiver that is no more', () => {
  it.each<[string, (url: string) => Instruction, string]>([
    ['says so with 410', () => ({ mode: 'error', status: 410, times: 1 }), 'DELIVERY_GONE'],
    [
      'has moved for good',
      (url) => ({ mode: 'redirect', location: url, status: 301, times: 1 }),
      'DELIVERY_MOVED',
    ],
  ])('and %s is disabled with all that is owed, until it is activated', async (_what, instruction, code) => {
    const pair = await agreed();
    await pair.hook.behave(instruction(elsewhere.url));
    const document = await pair.declare();
    await eventually('it is disabled', async () => (await webhookState(pair)) === 'disabled');
    expect(await pair.outcome(document)).toEqual(['pending', code]);
    const audit = await hub.admin.get('/v1/admin/audit?limit=200');
    expect(audit.list()).toContainEqual(
      expect.objectContaining({
        action: 'destination.disabled',
        subjectId: pair.webhook.id,
        reason: code,
      }),
    );
    expect(pair.hook.ledger.counts.requests).toBe(1);
    expect(elsewhere.ledger.counts.requests).toBe(0);

    await admin.act('destinations', pair.webhook.id, 'activate');
    await pair.hook.arrival(({ id }) => id === document);
    expect(await settled(pair, document)).toEqual(['delivered', undefined]);
  });
});

describe('a receiver that is busy', () => {
  it('is left alone for as long as it asks', async () => {
    const pair = await agreed();
    await pair.hook.behave({ mode: 'error', status: 429, retryAfter: 600 });
    const document = await pair.declare();
    const delivery = await eventually('an attempt was made', async () => {
      const seen = await pair.delivery(document);
      return seen.at('/attempts') === 1 && seen;
    });
    const wait =
      Date.parse(delivery.string('/nextAttemptAt')) - Date.parse(delivery.string('/log/0/startedAt'));
    expect(wait).toBeGreaterThanOrEqual(600_000);
    expect(await attempts(pair, document)).toEqual([['retry', 429, 'DELIVERY_BUSY']]);
  });
});

describe('an event that the receiver refuses', () => {
  it('becomes a dead letter that is listed, holds nothing up and can be delivered again', async () => {
    const pair = await agreed();
    await pair.hook.behave({ mode: 'error', status: 422, times: 1 });
    const reference = `LN2025DEAD${pair.name}`;
    const dead = await pair.declare({ reference, organisation: 'ORG1' });
    expect(await settled(pair, dead)).toEqual(['dead', 'DELIVERY_UNACCEPTED']);
    const next = await pair.declare({ reference, organisation: 'ORG2' });
    await pair.hook.arrival(({ id }) => id === next);

    const list = `/v1/destinations/${pair.webhook.id}/deliveries`;
    const letters = (await pair.consumer.client.get(`${list}?state=dead`)).expect(200).list();
    expect(letters).toMatchObject([{ document: dead, attempts: 1, fault: { code: 'DELIVERY_UNACCEPTED' } }]);
    // Its owner may have it again; the sender, whose destination it is not, may not.
    expect((await pair.owner.client.post(`${list}/redeliver`)).status).toBe(404);
    expect((await pair.consumer.client.post(`${list}/redeliver`)).expect(200).json).toEqual({
      redelivered: 1,
    });
    const { event } = await pair.hook.arrival(({ id }) => id === dead);
    expect(event).toMatchObject({ replayed: true });
    expect(await settled(pair, dead)).toEqual(['delivered', undefined]);
    expect((await attempts(pair, dead)).length).toBe(2);
  });

  it('is delivered again by name, also when it was delivered before', async () => {
    const pair = await agreed();
    const document = await pair.declare();
    await pair.hook.arrival(({ id }) => id === document);
    await settled(pair, document);
    const path = `/v1/destinations/${pair.webhook.id}/deliveries/${document}/redeliver`;
    expect((await pair.consumer.client.post(path)).expect(200).json).toEqual({ redelivered: 1 });
    await eventually('it came twice', () => pair.hook.ledger.timesOf(document) === 2);
    expect(pair.hook.arrivals.map(({ event }) => 'replayed' in event)).toEqual([false, true]);
  });

  it('because its signature is wrong is refused as well', async () => {
    const pair = await agreed();
    pair.hook.trust(`whsec_${Buffer.from('the secret of somebody else').toString('base64')}`);
    const document = await pair.declare();
    expect(await settled(pair, document)).toEqual(['dead', 'DELIVERY_UNACCEPTED']);
    expect(pair.hook.ledger.counts).toMatchObject({ badSignatures: 1, events: 0 });
  });
});

describe('events about one key', () => {
  it('keep their order past a failure, while those about another go on', async () => {
    const pair = await agreed();
    await admin.act('destinations', pair.webhook.id, 'pause');
    const documents: Record<'A' | 'B', string[]> = { A: [], B: [] };
    for (let n = 1; n <= 4; n++) {
      for (const key of ['A', 'B'] as const) {
        const reference = `LN2025${key}${pair.name}`;
        documents[key].push(await pair.declare({ reference, organisation: `ORG${n}` }));
      }
    }
    await pair.hook.behave({ mode: 'error', status: 503, times: 1 });
    await admin.act('destinations', pair.webhook.id, 'activate');
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === 8);
    const order = pair.hook.ledger.ids();
    for (const key of ['A', 'B'] as const) {
      expect(order.filter((id) => documents[key].includes(id))).toEqual(documents[key]);
    }
    expect(pair.hook.ledger.counts).toMatchObject({ refused: 1, duplicates: 0 });
  });
});

describe('a receiver that takes batches', () => {
  it('gets them in order, no larger than it takes', async () => {
    const pair = await agreed({ batchLimit: 10 });
    await admin.act('destinations', pair.webhook.id, 'pause');
    const documents: string[] = [];
    for (let n = 0; n < 25; n++) documents.push(await pair.declare());
    await admin.act('destinations', pair.webhook.id, 'activate');
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === documents.length);
    expect(pair.hook.ledger.ids()).toEqual(documents);
    expect(new Set(pair.hook.arrivals.map(({ together }) => together))).toEqual(new Set([10, 5]));
    expect(pair.hook.arrivals.every(({ body }) => body.startsWith('['))).toBe(true);
    const delivery = await pair.delivery(documents[0] ?? '');
    expect(delivery.list('/log')).toMatchObject([{ outcome: 'delivered', together: 10 }]);
  });

  it('and refuses one gets the others all the same', async () => {
    const pair = await agreed({ batchLimit: 10 });
    await admin.act('destinations', pair.webhook.id, 'pause');
    const documents: string[] = [];
    for (let n = 0; n < 5; n++) documents.push(await pair.declare());
    // The batch is refused, then the first of it alone.
    await pair.hook.behave({ mode: 'error', status: 400, times: 2 });
    await admin.act('destinations', pair.webhook.id, 'activate');
    await eventually('the others have arrived', () => pair.hook.ledger.counts.distinct === 4);
    expect(pair.hook.ledger.ids()).toEqual(documents.slice(1));
    expect(await settled(pair, documents[0] ?? '')).toEqual(['dead', 'DELIVERY_UNACCEPTED']);
  });
});

describe('without a sweep', () => {
  it('what stands behind a dead letter goes on by itself', async () => {
    const own = await freshDatabase();
    const unswept = await startHub({ database: own, env: { SWEEP_SECONDS: '3600' } });
    const pair = await Pair.make(new Administration(unswept));
    await pair.agree();
    // While the first request is under way, three events about one key come together and are claimed together.
    await pair.hook.behave({ mode: 'accept', delayMs: 1_000, times: 1 });
    const ahead = await pair.declare();
    await eventually('it is under way', () => pair.hook.ledger.counts.requests === 1);
    await pair.hook.behave({ mode: 'error', status: 422, times: 1 });
    const documents: string[] = [];
    for (let n = 1; n <= 3; n++) {
      documents.push(await pair.declare({ reference: 'LN2025BEHIND', organisation: `ORG${n}` }));
    }
    await eventually('the others have arrived', () => pair.hook.ledger.counts.distinct === 3);
    expect(pair.hook.ledger.ids()).toEqual([ahead, ...documents.slice(1)]);
    expect(await settled(pair, documents[0] ?? '')).toEqual(['dead', 'DELIVERY_UNACCEPTED']);
    await unswept.stop();
    await own.drop();
  });
});
