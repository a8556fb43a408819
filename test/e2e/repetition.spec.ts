import { freshDatabase, type TestDatabase } from '#store/testing';
import { setUp, type City } from '../support/city.js';
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

describe('the same request again', () => {
  it('gets the same answer for the same Idempotency-Key and is stored once', async () => {
    const message = declaration();
    const key = { 'idempotency-key': 'agent-2025-0001' };
    const first = (await city.agent.client.send(message, key)).expect(202);
    expect(first.headers.has('idempotent-replayed')).toBe(false);
    const again = (await city.agent.client.send(message, key)).expect(202);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.json).toEqual(first.json);
  });

  it('is refused for the same Idempotency-Key with other content, and names the interchange', async () => {
    const key = { 'idempotency-key': 'agent-2025-0002' };
    const first = (await city.agent.client.send(declaration(), key)).expect(202);
    const other = await city.agent.client.send(declaration(), { ...key, 'accept-language': 'en' });
    expect(other.status).toBe(409);
    expect(other.at('/code')).toBe('EXCHANGE_KEY_REUSED');
    expect(other.string('/title')).toContain(first.string('/id'));
    // Keys of one sender say nothing about those of another.
    (await city.terminal.client.send(boxReport(), key)).expect(202);
  });

  it('gets the same answer for the very same bytes without a key', async () => {
    const message = declaration();
    const answers = await Promise.all(Array.from({ length: 10 }, () => city.agent.client.send(message)));
    for (const answer of answers) answer.expect(202);
    expect(new Set(answers.map((answer) => answer.string('/receipt'))).size).toBe(1);
    const replayed = answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true');
    expect(replayed).toHaveLength(9);
    const id = answers[0]?.string('/id') ?? '';
    const { event } = await city.customsHook.arrival(ofInterchange(id));
    await eventually('nothing of it is owed', async () => {
      const documents = `/v1/documents/${event.id}/deliveries`;
      return (await city.agent.client.get(documents)).list().every(({ state }) => state === 'delivered');
    });
    expect(city.customsHook.arrivals.filter((one) => ofInterchange(id)(one.event))).toHaveLength(1);
  });
});

describe('the same message again', () => {
  it('is a duplicate under another Idempotency-Key: its documents are those of the first', async () => {
    const message = declaration();
    const send = (key: string) => city.agent.client.settle(message, { 'idempotency-key': key });
    const first = (await send('agent-2025-0003')).expect(200);
    const second = (await send('agent-2025-0004')).expect(200);
    expect(second.json).toMatchObject({
      state: 'duplicate',
      duplicateOf: first.at('/id'),
      documents: first.at('/documents'),
    });
    expect(second.at('/id')).not.toBe(first.at('/id'));
  });

  it('is rejected with other content under its own reference, and both interchanges are named', async () => {
    const reference = 'LN2025REUSED0001';
    const first = (await city.agent.client.settle(declaration({ reference, remarks: '一' }))).expect(200);
    const other = await city.agent.client.settle(declaration({ reference, remarks: '二' }));
    expect(other.status).toBe(409);
    expect(other.at('/code')).toBe('EXCHANGE_REFERENCE_REUSED');
    expect(other.string('/title')).toContain(first.string('/id'));
    expect(other.string('/title')).toContain(reference);
    expect(other.string('/interchange/id')).not.toBe(first.at('/id'));
    const kept = await city.agent.client.get(`/v1/interchanges/${other.string('/interchange/id')}`);
    expect(kept.expect(200).at('/state')).toBe('rejected');
    // Another sender's references are its own.
    const stranger = await city.admin.party('agent-two');
    (await stranger.client.settle(declaration({ reference, remarks: '三' }))).expect(200);
  });

  it('may be corrected under the reference of a message that was refused', async () => {
    const message = declaration({ reference: 'LN2025MENDED0001' });
    const broken = await city.agent.client.settle(message.subarray(0, 1200));
    expect(broken.status).toBe(422);
    (await city.agent.client.settle(message)).expect(200);
  });
});

describe('Prefer: wait', () => {
  it('answers with the outcome, and says that it waited', async () => {
    const settled = await city.agent.client.send(declaration(), { prefer: 'respond-async, wait=20' });
    expect(settled.expect(200).at('/state')).toBe('normalised');
    expect(settled.headers.get('preference-applied')).toBe('wait=20');
    const message = declaration();
    const { status } = await city.agent.client.send(message, { prefer: 'wait=0' });
    expect(status).toBe(202);
    const again = await city.agent.client.settle(message);
    expect(again.expect(200).headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('what was sent', () => {
  it('is seen by nobody else', async () => {
    const settled = (await city.agent.client.settle(declaration())).expect(200);
    const id = settled.string('/id');
    const document = settled.string('/documents/0/id');
    const stranger = await city.admin.party('stranger');
    const paths = [
      `/v1/interchanges/${id}`,
      `/v1/interchanges/${id}/raw`,
      `/v1/documents/${document}`,
      `/v1/documents/${document}/decisions`,
      `/v1/documents/${document}/deliveries`,
      `/v1/destinations/${city.customsWebhook.id}/deliveries`,
    ];
    for (const path of paths) {
      const answer = await stranger.client.get(path);
      expect([path, answer.status, answer.at('/code')]).toEqual([path, 404, 'GATEWAY_NOT_FOUND']);
      expect((await hub.admin.get(path)).status).toBe(200);
    }
    expect((await stranger.client.get('/v1/interchanges')).list()).toEqual([]);
    expect((await stranger.client.get(`/v1/documents?interchange=${id}`)).list()).toEqual([]);
    expect((await stranger.client.get('/v1/interchanges?sender=agent')).list()).toEqual([]);
    // Who was given the document may read it, but not the message it came in, nor who else was given it.
    expect((await city.customs.client.get(`/v1/documents/${document}`)).status).toBe(200);
    expect((await city.customs.client.get(`/v1/interchanges/${id}`)).status).toBe(404);
    expect((await city.customs.client.get(`/v1/documents/${document}/decisions`)).status).toBe(404);
  });

  it('is listed newest first, page by page and by filter', async () => {
    const lister = await city.admin.party('lister');
    const began = new Date().toISOString();
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) {
      ids.unshift((await lister.client.settle(declaration())).expect(200).string('/id'));
    }
    const rejected = await lister.client.settle(declaration().subarray(0, 700));
    const all = [rejected.string('/interchange/id'), ...ids];

    const seen: unknown[] = [];
    for (let cursor = ''; ;) {
      const page = await lister.client.get(`/v1/interchanges?limit=4&cursor=${cursor}`);
      seen.push(...page.list().map(({ id }) => id));
      const next = page.at('/next');
      if (typeof next !== 'string') break;
      cursor = next;
    }
    expect(seen).toEqual(all);

    const idsOf = async (query: string): Promise<unknown[]> =>
      (await hub.admin.get(`/v1/interchanges?sender=lister&${query}`))
        .expect(200)
        .list()
        .map(({ id }) => id);
    expect(await idsOf('state=rejected')).toEqual(all.slice(0, 1));
    expect(await idsOf('state=normalised')).toEqual(ids);
    expect(await idsOf('adapter=customs/declaration-xml&state=normalised')).toEqual(ids);
    expect(await idsOf('adapter=port/coarri-edifact')).toEqual([]);
    expect(await idsOf(`from=${began}`)).toEqual(all);
    expect(await idsOf(`to=${began}`)).toEqual([]);
    expect((await hub.admin.get('/v1/interchanges?sender=nobody')).list()).toEqual([]);
    for (const query of ['limit=0', 'limit=201', 'cursor=zzz', 'from=yesterday']) {
      expect((await lister.client.get(`/v1/interchanges?${query}`)).at('/code')).toBe(
        'GATEWAY_PARAMETER_INVALID',
      );
    }
  });

  it('is found by a business key of its documents', async () => {
    const settled = (await city.agent.client.settle(declaration())).expect(200);
    const document = await city.agent.client.get(settled.string('/documents/0/href'));
    const key = document.strings('/keys').find((one) => one.startsWith('bill:')) ?? '';
    const found = await city.agent.client.get(
      `/v1/documents?type=Declaration&key=${encodeURIComponent(key)}`,
    );
    expect(
      found
        .expect(200)
        .list()
        .map(({ id }) => id),
    ).toEqual([document.at('/id')]);
    expect((await city.agent.client.get('/v1/documents?key=bill:NOWHERE')).list()).toEqual([]);
  });
});

describe('conversion', () => {
  it('gives the documents and their lineage and stores nothing', async () => {
    const message = declaration();
    const count = async (): Promise<number> =>
      (await city.agent.client.get('/v1/interchanges?limit=200')).list().length;
    const before = await count();
    const converted = await city.agent.client.request('/v1/convert', {
      body: message,
      headers: { 'x-lineage': 'true' },
    });
    expect(converted.expect(200).json).toMatchObject({
      adapter: 'customs/declaration-xml',
      documents: [{ type: 'Declaration', body: { direction: 'import' } }],
    });
    const lineage = converted.list('/documents/0/lineage');
    const office = lineage.find((one) => JSON.stringify(one).includes('/declarationOffice'));
    const { from, to } = (office?.['span'] ?? {}) as { from: number; to: number };
    expect(message.subarray(from, to).toString()).toBe(
      converted.string('/documents/0/body/declarationOffice'),
    );
    const refused = await city.agent.client.request('/v1/convert', { body: message.subarray(0, 700) });
    expect(refused.status).toBe(422);
    expect(await count()).toBe(before);
  });
});
