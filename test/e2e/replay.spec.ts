import type { JsonObject } from '#kernel';
import type { Administration } from '../support/administration.js';
import type { Answer, Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import type { RunningHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { boxReport, declaration } from '../support/messages.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { startSubscriber } from '../support/subscriber.js';

let hub: RunningHub;
let admin: Administration;

beforeAll(async () => {
  ({ hub, admin } = await openOneHub());
});
afterAll(closeOneHub);

async function agreed(): Promise<Pair> {
  const pair = await Pair.make(admin);
  await pair.agree();
  return pair;
}

/** Declarations that their receiver refused for good. */
async function refused(pair: Pair, count: number): Promise<string[]> {
  await pair.hook.behave({ mode: 'error', status: 422 });
  const documents: string[] = [];
  for (let n = 0; n < count; n++) documents.push(await pair.declare());
  await eventually('all are dead', async () => {
    const outcomes = await Promise.all(documents.map((document) => pair.outcome(document)));
    return outcomes.every((outcome) => outcome?.[0] === 'dead');
  });
  await pair.hook.behave({ mode: 'accept' });
  return documents;
}

const replay = async (client: Client, body: JsonObject): Promise<Answer> =>
  (await client.post('/v1/replays', body)).expect(201);

const finished = (client: Client, id: string): Promise<Answer> =>
  eventually('the replay is done', async () => {
    const answer = await client.get(`/v1/replays/${id}`);
    return answer.at('/state') === 'done' && answer;
  });

const ids = ({ hook }: Pair): string[] => hook.arrivals.map(({ event }) => event.id);

const dayInBeijing = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('dead letters', () => {
  it('are grouped by what they have in common, and a group goes again as a whole, in order and marked', async () => {
    const [two, other] = [await agreed(), await agreed()];
    const documents = await refused(two, 3);
    await refused(other, 1);
    const { client } = two.consumer;
    const groups = (await client.get('/v1/dead-letters')).expect(200).list();
    expect(groups).toMatchObject([
      {
        participant: two.consumer.code,
        destination: two.webhook.id,
        cause: 'DELIVERY_UNACCEPTED',
        documentType: 'Declaration',
        count: 3,
      },
    ]);
    const body = { destination: two.webhook.id, cause: 'DELIVERY_UNACCEPTED', reason: '接收端已修复' };
    const preview = (await client.post('/v1/replays/preview?limit=2', body)).expect(200);
    expect(preview.list().map(({ document, outcome }) => [document, outcome])).toEqual([
      [documents[0], 'again'],
      [documents[1], 'again'],
    ]);
    const rest = await client.post(`/v1/replays/preview?limit=2&cursor=${preview.string('/next')}`, body);
    expect(rest.list().map(({ document }) => document)).toEqual([documents[2]]);
    expect(two.hook.arrivals).toEqual([]);
    // To look at what would be sent is to read it.
    const read = (await two.owner.client.get(`/v1/documents/${documents[0] ?? ''}/readings`)).list();
    expect(read.map(({ participant, what }) => [participant, what])).toEqual([
      [two.consumer.code, 'documents'],
    ]);

    const made = await replay(client, body);
    const done = await finished(client, made.string('/id'));
    expect(done.at('/progress')).toEqual({
      total: 3,
      again: 3,
      corrected: 0,
      failed: 0,
      withdrawn: 0,
      left: 0,
    });
    await eventually('all have arrived', () => two.hook.arrivals.length === 3);
    expect(ids(two)).toEqual(documents);
    expect(two.hook.arrivals.map(({ event }) => event)).toEqual(
      preview
        .list()
        .concat(rest.list())
        .map(({ event }) => event),
    );
    expect(two.hook.arrivals[0]?.event).toMatchObject({ replayed: true });
    expect(other.hook.arrivals).toEqual([]);
    expect((await client.get('/v1/dead-letters')).list()).toEqual([]);
  });

  it('go again one by one, for their owner alone', async () => {
    const two = await agreed();
    const [first = '', second] = await refused(two, 2);
    const body = { destination: two.webhook.id, documents: [first] };
    expect((await two.owner.client.post('/v1/replays', body)).status).toBe(404);
    await finished(two.consumer.client, (await replay(two.consumer.client, body)).string('/id'));
    await two.hook.arrival(({ id }) => id === first);
    expect(await two.outcome(second ?? '')).toEqual(['dead', 'DELIVERY_UNACCEPTED']);
  });

  it('of a right that was withdrawn are not sent, and the preview says so', async () => {
    const two = await Pair.make(admin);
    const agreement = await two.agree();
    await refused(two, 1);
    await admin.act('agreements', agreement, 'revoke');
    const body = { destination: two.webhook.id };
    const preview = await two.consumer.client.post('/v1/replays/preview', body);
    expect(preview.list().map(({ outcome }) => outcome)).toEqual(['withdrawn']);
    const { client } = two.consumer;
    const done = await finished(client, (await replay(client, body)).string('/id'));
    expect(done.at('/progress')).toMatchObject({ total: 1, again: 0, withdrawn: 1, left: 0 });
    const list = await client.get(`/v1/destinations/${two.webhook.id}/deliveries`);
    expect(list.at('/items/0/state')).toBe('dead');
    expect(two.hook.arrivals).toEqual([]);
  });
});

describe('a replay of what was delivered', () => {
  it('under a right that is gone changes nothing of what is on record, nor does a redelivery', async () => {
    const two = await Pair.make(admin);
    const agreement = await two.agree();
    const document = await two.declare();
    await two.hook.arrival(({ id }) => id === document);
    await eventually('it is on record', async () => (await two.outcome(document))?.[0] === 'delivered');
    const { client } = two.consumer;
    const day = dayInBeijing();
    const statement = () => client.get(`/v1/statements/destinations/${two.webhook.id}?day=${day}`);
    const before = (await statement()).expect(200).at('');
    await admin.act('agreements', agreement, 'revoke');
    const body = { destination: two.webhook.id, states: ['delivered'] };
    const done = await finished(client, (await replay(client, body)).string('/id'));
    expect(done.at('/progress')).toMatchObject({ again: 0, withdrawn: 1 });
    const again = await client.post(
      `/v1/destinations/${two.webhook.id}/deliveries/${document}/redeliver`,
      {},
    );
    expect([again.status, again.at('/code')]).toEqual([403, 'EXCHANGE_RIGHT_WITHDRAWN']);
    expect(await two.outcome(document)).toEqual(['delivered', undefined]);
    expect((await statement()).at('')).toEqual(before);
  });

  it('sends, byte for byte, what its preview shows of a subscription with fields and a format', async () => {
    const owner = await admin.party('terminal-of-preview');
    const consumer = await admin.party('shipper-of-preview');
    await admin.agreement(owner, consumer, 'ContainerMove');
    await admin.agreement(owner, consumer, 'Declaration');
    const hook = await startSubscriber();
    const webhook = await admin.webhook(consumer, 'hook', hook.url, { batchLimit: 1 });
    hook.trust(webhook.secret);
    const mine = { code: 'boxes', documentTypes: ['ContainerMove'], destination: 'hook' };
    const parts = {
      code: 'parts',
      documentTypes: ['Declaration'],
      fields: ['/billNumber'],
      destination: 'hook',
    };
    const made = await consumer.client.post('/v1/subscriptions', { ...mine, format: 'port/coarri-edifact' });
    made.expect(201);
    (await consumer.client.post('/v1/subscriptions', parts)).expect(201);
    await owner.client.settle(boxReport(2));
    await owner.client.settle(declaration());
    await eventually('all have arrived', () => hook.arrivals.length === 3);
    const first = hook.arrivals.map(({ body }) => body);
    // What the subscription becomes later is for what comes later.
    const subscription = `/v1/subscriptions/${made.string('/id')}`;
    (await consumer.client.request(subscription, { method: 'DELETE' })).expect(200);
    const body = { destination: webhook.id, states: ['delivered'] };
    const preview = (await consumer.client.post('/v1/replays/preview', body)).expect(200);
    const shown = preview.list().map(({ event }) => JSON.stringify(event));
    expect(shown.map((text) => text.replace('"replayed":true,', ''))).toEqual(first);
    await finished(consumer.client, (await replay(consumer.client, body)).string('/id'));
    await eventually('all have come again', () => hook.arrivals.length === 6);
    expect(hook.arrivals.slice(3).map((one) => one.body)).toEqual(shown);
    expect(first.filter((text) => text.includes('application/edifact'))).toHaveLength(2);
    expect(Object.keys((hook.arrivals[5]?.event.data ?? {}) as object)).toEqual(['billNumber']);
  });

  it('of a time comes at its own rate, and can be paused, resumed and cancelled', async () => {
    const two = await agreed();
    const before = new Date().toISOString();
    const documents: string[] = [];
    for (let n = 0; n < 6; n++) documents.push(await two.declare());
    await eventually('all have arrived', () => two.hook.arrivals.length === 6);
    const { client } = two.consumer;
    const body = { destination: two.webhook.id, states: ['delivered'], from: before, ratePerSecond: 1 };
    const id = (await replay(client, body)).string('/id');
    await eventually('it has begun', () => two.hook.arrivals.length > 6);
    const paused = (await client.post(`/v1/replays/${id}/pause`, {})).expect(200);
    expect(paused.at('/state')).toBe('paused');
    expect((await client.post(`/v1/replays/${id}/pause`, {})).status).toBe(409);
    const left = Number(paused.at('/progress/left'));
    expect(left).toBeGreaterThan(0);
    (await client.post(`/v1/replays/${id}/resume`, {})).expect(200);
    await eventually('it goes on', async () => {
      const answer = await client.get(`/v1/replays/${id}`);
      return Number(answer.at('/progress/left')) < left;
    });
    const cancelled = (await client.post(`/v1/replays/${id}/cancel`, {})).expect(200);
    expect(cancelled.at('/state')).toBe('cancelled');
    const again = ids(two).slice(6);
    expect(again).toEqual(documents.slice(0, again.length));
    expect(two.hook.arrivals.slice(6).every(({ event }) => 'replayed' in event)).toBe(true);
  });
});

describe('a replay through the mappings of today', () => {
  it('corrects what they read otherwise: a new document that names the former one, for this receiver alone', async () => {
    const two = await agreed();
    const old = await two.declare({ remarks: '原备注' });
    await two.hook.arrival(({ id }) => id === old);
    await readRemarksFromContract();

    const { client } = two.consumer;
    const body = { destination: two.webhook.id, states: ['delivered'], mapping: 'current' };
    const preview = (await client.post('/v1/replays/preview', body)).expect(200);
    expect(preview.list()).toMatchObject([
      { document: old, outcome: 'corrected', event: { supersedes: old, replayed: true } },
    ]);
    const done = await finished(client, (await replay(client, body)).string('/id'));
    expect(done.at('/progress')).toMatchObject({ again: 0, corrected: 1 });
    const { event } = await two.hook.arrival((one) => 'supersedes' in one && one.supersedes === old);
    expect(event.data).toMatchObject({ remarks: expect.stringMatching(/^LNHT/) });
    expect(event.id).not.toBe(old);
    // Asked for again it is the same correction, not another.
    await finished(client, (await replay(client, { ...body, documents: [old] })).string('/id'));
    await eventually('it comes again', () => ids(two).filter((id) => id === event.id).length === 2);
    const seen = (await two.owner.client.get(`/v1/documents/${event.id}`)).expect(200);
    expect(seen.at('/supersedes')).toBe(old);
    expect((await two.owner.client.get(`/v1/documents/${event.id}/lineage`)).status).toBe(200);
  });
});

/** A mapping that reads one field from elsewhere: drafted by one administrator, published by another. */
async function readRemarksFromContract(): Promise<void> {
  const path = '/v1/admin/mappings/customs%2Fdeclaration-xml/versions';
  const shipped = JSON.stringify((await hub.admin.get(`${path}/shipped`)).expect(200).at('/definition'));
  const rule = '{"from":"NoteS","to":"/remarks"}';
  expect(shipped).toContain(rule);
  const definition = shipped.replace(rule, '{"from":"ContrNo","to":"/remarks","way":"read"}');
  const body = `{"definition":${definition}}`;
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', 'if-match': '*' } };
  const draft = (await hub.admin.request(path, { ...sent, body })).expect(201);
  const second = await admin.create('keys', {
    participant: 'administration',
    role: 'administrator',
    label: 'second',
  });
  const publish = `${path}/${String(draft.at('/number'))}/publish`;
  const reason = JSON.stringify({ reason: '复核通过' });
  (await hub.client(second.key).request(publish, { ...sent, body: reason })).expect(200);
}
