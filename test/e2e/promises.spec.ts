import type { JsonObject } from '#kernel';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  await endHubs();
  await database.drop();
});

const noticesOf = async ({ client }: Pick<Party, 'client'>): Promise<readonly JsonObject[]> =>
  (await client.get('/v1/notices')).expect(200).list();
const broken = (notice: JsonObject): unknown => [notice.kind, notice.subject, codeOf(notice)];
const codeOf = (notice: JsonObject): unknown => Reflect.get(Object(notice.fault), 'code');

const receiptsOf = async ({ client }: Party, id: string): Promise<readonly JsonObject[]> =>
  (await client.get(`/v1/interchanges/${id}/receipts`)).expect(200).list('/receipts');

const metric = async (hub: RunningHub, step: string): Promise<number> => {
  const text = (await hub.client().get('/metrics')).text;
  return Number(new RegExp(`tongguan_promises_broken_total\\{step="${step}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
};

/** Long enough for several looks, which must find nothing new. */
const moreLooks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3_000));

it('tells the sender, once, that a message was not read in time because nobody reads', async () => {
  const adminKey = newKey();
  const env = { PROMISE_NORMALISED_SECONDS: '1' };
  const door = await startHub({ database, role: 'gateway', adminKey, env });
  const admin = new Administration(door);
  const sender = await admin.party('promised');
  const inbox = await admin.mailbox(sender, 'inbox');
  const preference = await sender.client.request('/v1/receipts/preference', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ destination: 'inbox' }),
  });
  preference.expect(200);
  const id = (await sender.client.send(boxReport(1))).expect(202).string('/id');
  const other = (await sender.client.send(boxReport(1))).expect(202).string('/id');
  const told = await eventually('both are told of', async () => {
    const notices = await noticesOf(sender);
    return notices.length === 2 ? notices : undefined;
  });
  const expected = [id, other].map((one) => ['promise-broken', one, 'EXCHANGE_READ_LATE']);
  expect(told.map(broken)).toEqual(expect.arrayContaining(expected));
  expect((await noticesOf({ client: door.admin })).map(broken)).toEqual(expect.arrayContaining(expected));
  expect((await receiptsOf(sender, id))[1]).toMatchObject({ kind: 'syntax', state: 'waiting', late: true });
  expect(await metric(door, 'normalised')).toBe(2);
  await moreLooks();
  expect(await noticesOf(sender)).toHaveLength(2);

  await startHub({ database, role: 'worker', adminKey, env });
  const events = await eventually('it is read, and said to have been late', async () => {
    const list = (await sender.client.get(`/v1/feeds/${inbox.id}`)).expect(200).list('/events');
    return list.length === 4 ? list : undefined;
  });
  const outcomes = events
    .filter(({ interchangeid }) => interchangeid === id)
    .map((event) => Reflect.get(Object(event.data), 'outcome'));
  expect(outcomes).toEqual(['late', 'accepted']);
  const [, read] = await receiptsOf(sender, id);
  expect(read).toMatchObject({ state: 'accepted', late: true });
});

it('tells the sender what has not reached its receiver, and what was not answered', async () => {
  const hub = await startHub({
    database,
    env: { PROMISE_DELIVERED_SECONDS: '1', PROMISE_ANSWERED_BY_TYPE: 'Declaration=3' },
  });
  const admin = new Administration(hub);
  const agent = await admin.party('promised-agent');
  const customs = await admin.party('promised-customs', 'agency');
  await admin.agreement(agent, customs, 'Declaration');
  const incoming = await admin.mailbox(customs, 'incoming');
  await admin.route('lodged', 'Declaration', incoming);
  await admin.agreement(customs, agent, 'DeclarationStatus');
  const statuses = await admin.mailbox(agent, 'statuses');
  await admin.route('statuses', 'DeclarationStatus', statuses);
  const lodge = async (party: Party, reference: string): Promise<string> =>
    (await party.client.settle(declaration({ reference }))).expect(200).string('/id');

  const answered = await lodge(agent, 'LN2026PROMISE1');
  const status = { type: 'DeclarationStatus', body: { clientReference: 'LN2026PROMISE1', status: 'P' } };
  (await customs.client.settle(JSON.stringify(status))).expect(200);
  const unanswered = await lodge(agent, 'LN2026PROMISE2');
  // Nobody shares answers with this one, so none is promised to it.
  const stranger = await admin.party('promised-nothing');
  const unpromised = await lodge(stranger, 'LN2026PROMISE3');
  await eventually('the answer is missed', async () => (await noticesOf(agent)).length === 1);
  await admin.act('destinations', incoming.id, 'pause');
  const stuck = await lodge(agent, 'LN2026PROMISE4');
  await eventually('the delivery is missed', async () =>
    (await noticesOf(agent)).some((one) => codeOf(one) === 'EXCHANGE_DELIVERY_LATE'),
  );
  await eventually('its answer is missed too', async () => (await noticesOf(agent)).length === 3);
  await moreLooks();
  expect((await noticesOf(agent)).map(broken)).toEqual([
    ['promise-broken', stuck, 'EXCHANGE_ANSWER_LATE'],
    ['promise-broken', stuck, 'EXCHANGE_DELIVERY_LATE'],
    ['promise-broken', unanswered, 'EXCHANGE_ANSWER_LATE'],
  ]);
  expect(await noticesOf(stranger)).toEqual([]);
  expect((await receiptsOf(stranger, unpromised)).map(({ kind }) => kind)).toEqual(['technical', 'syntax']);
  expect((await receiptsOf(agent, answered)).map(({ late }) => late)).toEqual([false, false, false, false]);
  expect((await receiptsOf(agent, stuck)).slice(2)).toMatchObject([
    { kind: 'delivery', state: 'waiting', late: true, consumer: customs.code },
    { kind: 'business', state: 'waiting', late: true },
  ]);
  expect(await metric(hub, 'answered')).toBe(2);
  expect(await metric(hub, 'delivered')).toBe(1);
});
