import { once } from 'node:events';
import { connect } from 'node:net';
import { openSql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Target } from '../support/administration.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
const streams: EventStream[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  admin = new Administration(hub);
});
afterAll(async () => {
  for (const stream of streams) stream.close();
  await endHubs();
  await endSubscribers();
  await database.drop();
});

async function withMailbox(): Promise<{ two: Pair; mailbox: Target }> {
  const two = await Pair.make(admin);
  await two.agree();
  const mailbox = await admin.mailbox(two.consumer, 'box');
  await two.routeTo(mailbox);
  return { two, mailbox };
}

async function opened({ two, mailbox }: { two: Pair; mailbox: Target }, last?: string): Promise<EventStream> {
  const stream = await EventStream.open(`${hub.url}/v1/feeds/${mailbox.id}/stream`, two.consumer.key, last);
  streams.push(stream);
  return stream;
}

const idsOf = (stream: EventStream): string[] =>
  stream.events.map(({ data }) => (JSON.parse(data) as { id: string }).id);

describe('a mailbox as a stream', () => {
  it('gives the very events of the feed and of the webhook, as they come, and goes on where a reader was', async () => {
    const box = await withMailbox();
    const { two, mailbox } = box;
    const first = await two.declare();
    const stream = await opened(box);
    await eventually('the first is there', () => stream.events.length === 1);
    const second = await two.declare();
    await eventually('the second comes', () => stream.events.length === 2);
    expect(idsOf(stream)).toEqual([first, second]);

    const { body } = await two.hook.arrival(({ id }) => id === second);
    expect(stream.events[1]?.data).toBe(body);
    const page = await two.consumer.client.get(`/v1/feeds/${mailbox.id}?after=${stream.events[0]?.id ?? ''}`);
    expect(page.list('/events').map(({ id }) => id)).toEqual([second]);
    expect(page.at('/cursor')).toBe(stream.events[1]?.id);

    stream.close();
    const third = await two.declare();
    const again = await opened(box, stream.events[0]?.id);
    await eventually('both that were missed are there', () => again.events.length === 2);
    expect(idsOf(again)).toEqual([second, third]);
    expect((await hub.admin.get(`/v1/admin/readings?subject=${mailbox.id}`)).list().length).toBeGreaterThan(
      2,
    );
  });

  it('sends a comment when nothing comes, within fifteen seconds', async () => {
    const stream = await opened(await withMailbox());
    await eventually('a comment', () => stream.comments > 0, 15_000);
    expect(stream.events).toEqual([]);
  });

  it('is for its owner alone, and ends when the key is revoked', async () => {
    const box = await withMailbox();
    const stranger = await admin.party('stranger');
    const url = `${hub.url}/v1/feeds/${box.mailbox.id}/stream`;
    await expect(EventStream.open(url, stranger.key)).rejects.toThrow('404');
    const stream = await opened(box);
    await admin.act('keys', box.two.consumer.keyId, 'revoke');
    await box.two.declare();
    await stream.ended;
    expect(stream.events).toEqual([]);
  });
});

describe('a cursor', () => {
  it('of another feed is refused', async () => {
    const [one, other] = [await withMailbox(), await withMailbox()];
    const cursor = (await one.two.consumer.client.get(`/v1/feeds/${one.mailbox.id}`)).string('/cursor');
    const answer = await other.two.consumer.client.get(`/v1/feeds/${other.mailbox.id}?after=${cursor}`);
    expect([answer.status, answer.at('/code')]).toEqual([400, 'GATEWAY_PARAMETER_INVALID']);
  });

  it('of events that are kept no more is 410 and says where to begin again; what is kept is given', async () => {
    const { two, mailbox } = await withMailbox();
    const documents = [await two.declare(), await two.declare(), await two.declare()];
    const { client } = two.consumer;
    const path = `/v1/feeds/${mailbox.id}`;
    await eventually(
      'all are in the feed',
      async () => (await client.get(path)).list('/events').length === 3,
    );
    const firstOnly = (await client.get(`${path}?limit=1`)).string('/cursor');
    const sql = openSql({ url: database.url });
    await sql.execute(
      `UPDATE delivery SET finished_at = now() - interval '91 days' WHERE destination_id = $1 AND position <= 2`,
      [mailbox.id],
    );
    await sql.end();
    // What is known of the start of a feed may be a minute old; this hub has not looked at it yet.
    const fresh = await startHub({ database });
    const late = await fresh.client(two.consumer.key).get(`${path}?after=${firstOnly}`);
    expect([late.status, late.at('/code')]).toEqual([410, 'GATEWAY_CURSOR_EXPIRED']);
    const restart = late.string('/restart');
    const page = await fresh.client(two.consumer.key).get(`${path}?after=${restart}`);
    expect(page.list('/events').map(({ id }) => id)).toEqual([documents[2]]);
    const fromStart = await fresh.client(two.consumer.key).get(path);
    expect(fromStart.list('/events').map(({ id }) => id)).toEqual([documents[2]]);
  });
});

describe('a hub that is told to stop', () => {
  it('ends its streams in order instead of waiting for them', async () => {
    const box = await withMailbox();
    const [stream, left] = [await opened(box), await opened(box)];
    // Its reader goes, and the hub before it has noticed.
    left.close();
    // Opened ahead, as browsers do, and never used.
    const ahead = connect(Number(new URL(hub.url).port), '127.0.0.1');
    await once(ahead, 'connect');
    ahead.on('error', () => undefined);
    const began = Date.now();
    await hub.stop();
    await stream.ended;
    expect(Date.now() - began).toBeLessThan(15_000);
    expect(hub.logs()).not.toContain('GATEWAY_BUG');
  });
});
