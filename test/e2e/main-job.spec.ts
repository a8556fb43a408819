import { createHash } from 'node:crypto';
import { createLocalJWKSet, compactVerify, type JSONWebKeySet } from 'jose';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { setUp, carrierSizeType, type City } from '../support/city.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';
import { endSubscribers, ofInterchange } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let city: City;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  city = await setUp(hub);
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a mailbox to its end, page by page. */
async function feed(mailbox: string, key: string, query = ''): Promise<ReturnType<typeof eventList>> {
  const answer = await hub.client(key).get(`/v1/feeds/${mailbox}${query}`);
  return eventList(answer.expect(200));
}
const eventList = (answer: Awaited<ReturnType<City['agent']['client']['get']>>) => ({
  events: answer.list('/events'),
  cursor: answer.string('/cursor'),
  text: answer.text,
});

describe('what is handed in', () => {
  it('is acknowledged with a receipt that anyone can verify', async () => {
    const message = declaration();
    const answer = await city.agent.client.send(message, { 'content-type': 'application/xml' });
    answer.expect(202);
    const id = answer.string('/id');
    expect(answer.at('/sha256')).toBe(sha256(message));
    expect(Math.abs(Date.parse(answer.string('/receivedAt')) - Date.now())).toBeLessThan(60_000);
    expect(answer.at('/status')).toBe(`/v1/interchanges/${id}`);
    expect(answer.headers.get('location')).toBe(`/v1/interchanges/${id}`);

    const keys = (await hub.client().get('/.well-known/jwks.json')).expect(200);
    const trusted = createLocalJWKSet(keys.json as unknown as JSONWebKeySet);
    const { payload, protectedHeader } = await compactVerify(answer.string('/receipt'), trusted);
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'tongguan-receipt+jws' });
    expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toMatchObject({
      iss: 'dalian',
      sub: id,
      kind: 'technical',
      sha256: sha256(message),
      sender: 'agent',
      receivedAt: answer.at('/receivedAt'),
    });
    const [head = '', , signature = ''] = answer.string('/receipt').split('.');
    const forged = Buffer.from(JSON.stringify({ sub: id, sha256: sha256(Buffer.from('other')) }));
    const forgery = `${head}.${forged.toString('base64url')}.${signature}`;
    await expect(compactVerify(forgery, trusted)).rejects.toThrow();
  });

  it('is kept byte for byte and gives one document in the shared schema', async () => {
    const message = declaration({ office: '0902' });
    const settled = (await city.agent.client.settle(message)).expect(200);
    expect(settled.json).toMatchObject({
      state: 'normalised',
      sender: 'agent',
      adapter: 'customs/declaration-xml',
      size: message.length,
      sha256: sha256(message),
    });
    const raw = (await city.agent.client.get(settled.string('/raw'))).expect(200);
    expect(raw.bytes.equals(message)).toBe(true);

    const document = (await city.agent.client.get(settled.string('/documents/0/href'))).expect(200);
    expect(document.json).toMatchObject({
      type: 'Declaration',
      sender: 'agent',
      originNode: 'dalian',
      interchange: settled.at('/id'),
      body: { declarationOffice: '0902', direction: 'import' },
    });
    const keys = JSON.stringify(document.at('/keys'));
    expect(keys).toContain('bill:');
    expect(keys).toContain('container:');
    expect(keys).toContain('declaration:');
  });

  it('gives a document for every box of a terminal report', async () => {
    const report = boxReport(5);
    const settled = (await city.terminal.client.settle(report)).expect(200);
    expect(settled.at('/adapter')).toBe('port/coarri-edifact');
    expect(settled.list('/documents')).toHaveLength(5);
    const all = await city.terminal.client.get(`/v1/documents?interchange=${settled.string('/id')}`);
    const boxes = all
      .list()
      .map((one) => String((one['body'] as { container: { number: string } }).container.number));
    expect(new Set(boxes)).toEqual(new Set(report.toString().match(/(?<=EQD\+CN\+)[A-Z]{4}\d{7}/g)));
  });

  it('is decided about with reasons that its sender can read', async () => {
    const settled = (await city.terminal.client.settle(boxReport(20))).expect(200);
    const outcomes = new Set<string>();
    for (const { href } of settled.list('/documents').slice(0, 20)) {
      const document = await city.terminal.client.get(String(href));
      const small = document.at('/body/container/sizeType') === carrierSizeType;
      const decisions = (await city.terminal.client.get(`${String(href)}/decisions`)).expect(200);
      const candidates = decisions.list('/items/0/candidates');
      const carriers = candidates.find(({ routeCode }) => routeCode === 'carrier-small-boxes');
      // What is not for anybody is not written down for every document; what is, is.
      if (small) expect(carriers).toMatchObject({ outcome: 'deliver' });
      else expect(carriers?.['outcome'] ?? 'not-matched').toBe('not-matched');
      outcomes.add(String(small));
      const hook = candidates.find(({ routeCode }) => routeCode === 'moves-hook');
      expect(hook).toMatchObject({ outcome: 'deliver', destinationId: city.customsWebhook.id });
      expect(JSON.stringify(hook)).toContain('AGREEMENT_GRANTS');
      expect(JSON.stringify(hook)).toContain('口岸通关');
    }
    expect(outcomes).toEqual(new Set(['true', 'false']));
  });

  it('is delivered by webhook and by feed as one event with one id and one body', async () => {
    const start = (await feed(city.customsMailbox.id, city.customs.key, '?after=end')).cursor;
    const settled = (await city.agent.client.settle(declaration())).expect(200);
    const id = settled.string('/documents/0/id');
    const pushed = await city.customsHook.arrival((event) => event.id === id);
    const pulled = await eventually('the event is in the feed', async () => {
      const page = await feed(city.customsMailbox.id, city.customs.key, `?after=${start}`);
      return page.events.some((event) => event['id'] === id) && page;
    });
    expect(pulled.text).toContain(pushed.body);
    expect(pulled.events.find((event) => event['id'] === id)).toEqual(pushed.event);
    const document = await city.agent.client.get(settled.string('/documents/0/href'));
    expect(pushed.event).toMatchObject({
      specversion: '1.0',
      type: 'cn.tongguan.Declaration',
      source: '/nodes/dalian',
      sender: 'agent',
      interchangeid: settled.at('/id'),
      interchangehash: settled.at('/sha256'),
      data: document.at('/body'),
    });
    expect(city.customsHook.ledger.counts).toMatchObject({ badSignatures: 0, malformed: 0, duplicates: 0 });
  });

  it('reaches the carrier only where the condition of its route holds', async () => {
    const start = (await feed(city.carrierMailbox.id, city.carrier.key, '?after=end')).cursor;
    const settled = (await city.terminal.client.settle(boxReport(20))).expect(200);
    const bodies = await city.terminal.client.get(
      `/v1/documents?interchange=${settled.string('/id')}&limit=200`,
    );
    const small = bodies.list().filter((one) => JSON.stringify(one['body']).includes(`"${carrierSizeType}"`));
    expect(small.length).toBeGreaterThan(0);
    expect(small.length).toBeLessThan(20);
    const arrived = await eventually('the boxes of the carrier are in its feed', async () => {
      const { events } = await feed(city.carrierMailbox.id, city.carrier.key, `?after=${start}`);
      return events.length >= small.length && events;
    });
    expect(arrived.map(({ id }) => id).sort()).toEqual(small.map(({ id }) => id).sort());
  });

  it('is seen in the deliveries of its document', async () => {
    const settled = (await city.agent.client.settle(declaration())).expect(200);
    const href = `${settled.string('/documents/0/href')}/deliveries`;
    const items = await eventually('both deliveries are done', async () => {
      const list = (await city.agent.client.get(href)).list();
      return list.every(({ state }) => state === 'delivered') && list;
    });
    expect(new Set(items.map(({ destination }) => destination))).toEqual(
      new Set([city.customsWebhook.id, city.customsMailbox.id]),
    );
    const log = await city.customs.client.get(
      `/v1/destinations/${city.customsWebhook.id}/deliveries/${settled.string('/documents/0/id')}`,
    );
    expect(log.expect(200).list('/log')).toMatchObject([{ outcome: 'delivered', status: 204 }]);
  });
});

describe('a feed', () => {
  it('gives every event once and in order, page by page, from wherever its reader says', async () => {
    await Promise.all(Array.from({ length: 7 }, () => city.agent.client.settle(declaration())));
    await eventually('the feed is at rest', async () => {
      const pending = `/v1/destinations/${city.customsMailbox.id}/deliveries?state=pending`;
      return (await city.customs.client.get(pending)).list().length === 0;
    });
    const whole = await feed(city.customsMailbox.id, city.customs.key, '?limit=1000');
    const seen: unknown[] = [];
    let after = 'start';
    for (let more = true; more;) {
      const page = await city.customs.client.get(
        `/v1/feeds/${city.customsMailbox.id}?limit=3&after=${encodeURIComponent(after)}`,
      );
      seen.push(...page.list('/events').map(({ id }) => id));
      after = page.string('/cursor');
      more = page.at('/more') === true;
    }
    expect(seen).toEqual(whole.events.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('keeps a reader that has read all waiting until there is something', async () => {
    const { cursor } = await feed(city.customsMailbox.id, city.customs.key, '?after=end');
    const empty = await feed(city.customsMailbox.id, city.customs.key, `?after=${cursor}&wait=1`);
    expect(empty.events).toEqual([]);
    const waiting = feed(city.customsMailbox.id, city.customs.key, `?after=${empty.cursor}&wait=30`);
    const sent = (await city.agent.client.send(declaration())).expect(202);
    const woken = await waiting;
    expect(woken.events).toMatchObject([{ interchangeid: sent.at('/id') }]);
  });

  it('belongs to its owner and does not take cursors of another', async () => {
    const { cursor } = await feed(city.carrierMailbox.id, city.carrier.key, '?after=end');
    const path = `/v1/feeds/${city.customsMailbox.id}`;
    expect((await city.carrier.client.get(path)).status).toBe(404);
    expect((await city.customs.client.get(`${path}?after=${cursor}`)).status).toBe(400);
    expect((await city.customs.client.get(`${path}?after=nonsense`)).status).toBe(400);
    expect((await city.customs.client.get(`${path}?limit=0`)).status).toBe(400);
  });
});

describe('a webhook', () => {
  it('is signed with both secrets while one replaces the other', async () => {
    const { customsHook, customsWebhook, agent } = city;
    const path = `/v1/admin/destinations/${customsWebhook.id}/rotate-secret`;
    const rotated = (await hub.admin.post(path, { reason: '定期更换' })).expect(200);
    const before = (await agent.client.settle(declaration())).expect(200);
    await customsHook.arrival(ofInterchange(before.string('/id')));
    customsHook.trust(rotated.string('/secret'));
    const after = (await agent.client.settle(declaration())).expect(200);
    await customsHook.arrival(ofInterchange(after.string('/id')));
    expect(customsHook.ledger.counts.badSignatures).toBe(0);
  });
});
