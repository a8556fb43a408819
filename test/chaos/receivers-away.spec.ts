import { jest } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openSql, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { Load } from '../support/load.js';
import { expectNothingLost } from '../support/nothing-lost.js';
import { Pair } from '../support/pair.js';
import { endSubscribers, startSubscriber } from '../support/subscriber.js';

jest.setTimeout(240_000);

let database: TestDatabase;
let sql: Sql;
let hub: RunningHub;
let admin: Administration;

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  // An hour of outage in some seconds: waits are as much shorter as it is.
  const env = {
    RETRY_FIRST_SECONDS: '1',
    BREAKER_OPEN_SECONDS: '1',
    BREAKER_LONGEST_SECONDS: '2',
    DELIVERY_TIMEOUT: '8000',
    REQUEST_SECONDS: '10',
  };
  hub = await startHub({ database, env });
  admin = new Administration(hub);
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await sql.end();
  await database.drop();
});

async function agreed(): Promise<Pair> {
  const pair = await Pair.make(admin);
  await pair.agree();
  return pair;
}

describe('a receiver that is down through a long time of traffic', () => {
  it('is not called over and over, and then gets everything in order and once, while others had it at once', async () => {
    const pair = await agreed();
    const other = await startSubscriber();
    const alive = await admin.webhook(pair.consumer, 'alive', other.url);
    other.trust(alive.secret);
    await pair.routeTo(alive);
    const load = new Load(() => pair.owner.client, { senders: 6, paceMs: 20 });
    await eventually('it has begun', () => pair.hook.ledger.counts.distinct >= 20);

    await pair.hook.behave({ mode: 'down' });
    const mark = load.acknowledged.length;
    await eventually('much was sent meanwhile', () => load.acknowledged.length >= mark + 600, 120_000);
    await pause(6_000);
    await eventually('the other has it', () => other.ledger.counts.distinct >= mark + 600);
    const [attempts] = await sql.query<{ failed: number }>(
      `SELECT count(*) AS failed FROM attempt WHERE destination_id = $1 AND outcome = 'retry'`,
      [pair.webhook.id],
    );
    expect(attempts?.failed).toBeGreaterThan(3);
    expect(attempts?.failed).toBeLessThan(100);

    await pair.hook.behave({ mode: 'accept' });
    await expectNothingLostAfter(load, pair);
    expect(pair.hook.ledger.counts.duplicates).toBe(0);
    expect(other.ledger.counts.duplicates).toBe(0);
  });

  const expectNothingLostAfter = async (load: Load, pair: Pair): Promise<void> => {
    await load.end();
    await expectNothingLost(load, pair, pair.owner.client, pair.consumer.client);
  };
});

describe('a secret that is renewed while deliveries are under way', () => {
  it.each([
    ['at once', 0],
    ['a second later', 1_000],
  ])('costs none of them, when the receiver takes it over %s', async (_, afterMs) => {
    const pair = await agreed();
    await admin.act('destinations', pair.webhook.id, 'pause');
    const documents: string[] = [];
    for (let n = 0; n < 80; n++) documents.push(await pair.declare());
    await pair.hook.behave({ mode: 'accept', delayMs: 300 });
    await admin.act('destinations', pair.webhook.id, 'activate');
    await eventually('some have arrived', () => pair.hook.ledger.counts.distinct >= 10);
    const path = `/v1/admin/destinations/${pair.webhook.id}/rotate-secret`;
    const rotated = (await hub.admin.post(path, { reason: '定期更换' })).expect(200);
    await pause(afterMs);
    pair.hook.trust(rotated.string('/secret'));
    expect(pair.hook.ledger.counts.distinct).toBeLessThan(documents.length);
    await eventually('all have arrived', () => pair.hook.ledger.counts.distinct === documents.length);
    for (const document of documents)
      await eventually('it is recorded', async () => (await pair.outcome(document))?.[0] === 'delivered');
  });
});

describe('a signature that its receiver does not believe', () => {
  const refusedOnTheWay = async (meanwhile: (pair: Pair) => Promise<void>): Promise<Pair> => {
    const pair = await agreed();
    pair.hook.trust(`whsec_${Buffer.from('the secret of somebody else').toString('base64')}`);
    await pair.hook.behave({ mode: 'accept', delayMs: 2_000, times: 1 });
    const document = await pair.declare();
    await eventually('it is refused', () => pair.hook.ledger.counts.badSignatures === 1);
    await meanwhile(pair);
    await eventually('it is settled', async () => (await pair.outcome(document))?.[0] !== 'pending');
    return pair;
  };

  it('because the secret was renewed since it was made is no reason to give the event up', async () => {
    const pair = await refusedOnTheWay(async ({ webhook, hook }) => {
      const path = `/v1/admin/destinations/${webhook.id}/rotate-secret`;
      hook.trust((await hub.admin.post(path, { reason: '定期更换' })).expect(200).string('/secret'));
    });
    expect(pair.hook.ledger.counts).toMatchObject({ events: 1, badSignatures: 1 });
  });

  it('although nothing was renewed is a refusal for good', async () => {
    const pair = await refusedOnTheWay(() => Promise.resolve());
    const list = `/v1/destinations/${pair.webhook.id}/deliveries?state=dead`;
    expect((await pair.consumer.client.get(list)).expect(200).list()).toHaveLength(1);
  });
});

describe('a reader of a stream while the database goes away again and again', () => {
  it('has every event once and in order, going on where it was whenever its stream ends', async () => {
    const pair = await agreed();
    const box = await admin.mailbox(pair.consumer, 'box');
    await pair.routeTo(box);
    const load = new Load(() => pair.owner.client, { senders: 3, paceMs: 30 });
    const seen: { id: string; document: string }[] = [];
    let ending = false;
    let opened = 0;
    const reading = (async () => {
      while (!ending) {
        const from = seen.at(-1)?.id ?? 'start';
        const stream = await EventStream.open(
          `${hub.url}/v1/feeds/${box.id}/stream`,
          pair.consumer.key,
          from,
        ).catch(() => undefined);
        if (!stream) {
          await pause(100);
          continue;
        }
        opened++;
        let open = true;
        void stream.ended.then(() => (open = false));
        const take = (): void => {
          for (const { id, data } of stream.events.splice(0))
            seen.push({ id, document: (JSON.parse(data) as { id: string }).id });
        };
        while (open && !ending) {
          take();
          await pause(20);
        }
        take();
        stream.close();
      }
    })();
    for (let round = 0; round < 6; round++) {
      const mark = seen.length;
      await eventually('events come', () => seen.length >= mark + 20);
      await database.cutConnections();
    }
    await load.end();
    const total = load.acknowledged.length;
    await eventually('all have come', () => seen.length >= total);
    await pause(500);
    ending = true;
    await reading;
    expect(load.unexpected).toEqual([]);
    expect(opened).toBeGreaterThan(0);
    expect(new Set(seen.map(({ document }) => document)).size).toBe(seen.length);
    expect(seen.length).toBe(total);
  });
});

describe('senders that drip', () => {
  it('hold up nobody else, and are cut off', async () => {
    const pair = await agreed();
    const { hostname, port } = new URL(hub.url);
    const cut = new Set<Socket>();
    const sockets = Array.from({ length: 300 }, (_, n) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.on('close', () => cut.add(socket));
      const head = `POST /v1/interchanges HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${pair.owner.key}\r\n`;
      socket.write(n % 2 === 0 ? head : `${head}content-length: 100000\r\n\r\n`);
      return socket;
    });
    const drip = setInterval(() => {
      for (const [n, socket] of sockets.entries())
        if (!socket.destroyed) socket.write(n % 2 === 0 ? 'x: y\r\n' : '.');
    }, 500);
    try {
      for (let n = 0; n < 10; n++) {
        const document = await pair.declare();
        await pair.hook.arrival(({ id }) => id === document);
      }
      expect(cut.size).toBe(0);
      await eventually('all are cut off', () => cut.size === sockets.length, 120_000);
    } finally {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    }
  });
});
