import type { JsonObject } from '#kernel';
import { type Administration, type Party } from '../support/administration.js';
import type { Answer, Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { boxReport, declaration } from '../support/messages.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { startSubscriber, type Subscriber } from '../support/subscriber.js';

let admin: Administration;
let parties = 0;

beforeAll(async () => {
  ({ admin } = await openOneHub());
});
afterAll(closeOneHub);

/** A terminal that reports boxes, a customs that has declarations, and an enterprise that may have of both. */
async function threeParties(more: JsonObject = {}): Promise<{ owner: Party; enterprise: Party }> {
  const n = ++parties;
  const owner = await admin.party(`terminal-${n}`);
  const enterprise = await admin.party(`shipper-${n}`);
  await admin.agreement(owner, enterprise, 'ContainerMove', more);
  await admin.agreement(owner, enterprise, 'Declaration', more);
  return { owner, enterprise };
}

const made = async (client: Client, path: string, body: JsonObject): Promise<Answer> =>
  (await client.post(path, body)).expect(201);

async function inbox({ client }: Party): Promise<string> {
  return (await made(client, '/v1/destinations', { code: 'inbox', kind: 'mailbox' })).string('/id');
}

const eventsOf = async ({ client }: Party, mailbox: string): Promise<readonly JsonObject[]> =>
  (await client.get(`/v1/feeds/${mailbox}`)).expect(200).list('/events');

/** A webhook of its own, made without an administrator, whose receiver trusts its secret. */
async function ownWebhook({ client }: Party): Promise<{ id: string; hook: Subscriber; made: Answer }> {
  const hook = await startSubscriber();
  const answer = await made(client, '/v1/destinations', { code: 'hook', kind: 'webhook', url: hook.url });
  hook.trust(answer.string('/secret'));
  return { id: answer.string('/id'), hook, made: answer };
}

describe('a subscription', () => {
  it('gives an enterprise its own boxes, with the fields it wants, from the moment it is made', async () => {
    const { owner, enterprise } = await threeParties();
    const mailbox = await inbox(enterprise);
    const first = (await owner.client.settle(boxReport(3))).expect(200).list('/documents');
    const box = (await owner.client.get(`/v1/documents/${String(first[0]?.['id'])}`)).string(
      '/body/container/number',
    );
    const wanted = {
      code: 'mine',
      documentTypes: ['ContainerMove'],
      condition: `keys.container.exists(k, k == '${box}')`,
      fields: ['/container/number', '/movement'],
      destination: 'inbox',
    };
    const looked = {
      documentTypes: wanted.documentTypes,
      condition: wanted.condition,
      fields: wanted.fields,
    };
    const preview = (await enterprise.client.post('/v1/subscriptions/preview', looked)).expect(200);
    expect(preview.at('/matched')).toBe(1);
    expect(preview.at('/byType')).toEqual({ ContainerMove: 1 });
    expect(preview.at('/events/0/data/container')).toEqual({ number: box });
    expect(await eventsOf(enterprise, mailbox)).toEqual([]);

    const subscription = await made(enterprise.client, '/v1/subscriptions', wanted);
    const [, other] = (await owner.client.settle(boxReport(2))).expect(200).list('/documents');
    expect(other).toBeDefined();
    expect(await eventsOf(enterprise, mailbox)).toEqual([]);
    await enterprise.client.request(`/v1/subscriptions/${subscription.string('/id')}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ condition: null }),
    });
    await owner.client.settle(boxReport(2));
    const events = await eventually('both are there', async () => {
      const list = await eventsOf(enterprise, mailbox);
      return list.length === 2 && list;
    });
    expect(Object.keys(events[0]?.['data'] as JsonObject)).toEqual(['container']);
  });

  it('pauses and resumes, and ends, without touching what was delivered', async () => {
    const { owner, enterprise } = await threeParties();
    const mailbox = await inbox(enterprise);
    const body = { code: 'all', documentTypes: ['*'], destination: 'inbox' };
    const id = (await made(enterprise.client, '/v1/subscriptions', body)).string('/id');
    const count = async (): Promise<number> => (await eventsOf(enterprise, mailbox)).length;
    await owner.client.settle(declaration());
    await eventually('one is there', async () => (await count()) === 1);
    (await enterprise.client.post(`/v1/subscriptions/${id}/pause`, {})).expect(200);
    await owner.client.settle(declaration());
    (await enterprise.client.post(`/v1/subscriptions/${id}/resume`, {})).expect(200);
    await owner.client.settle(declaration());
    await eventually('the third is there', async () => (await count()) === 2);
    (await enterprise.client.request(`/v1/subscriptions/${id}`, { method: 'DELETE' })).expect(200);
    await owner.client.settle(declaration());
    expect(await count()).toBe(2);
  });

  it('in the format of another system is the document as its message', async () => {
    const { owner, enterprise } = await threeParties();
    const mailbox = await inbox(enterprise);
    await made(enterprise.client, '/v1/subscriptions', {
      code: 'as-edifact',
      documentTypes: ['ContainerMove'],
      format: 'port/coarri-edifact',
      destination: 'inbox',
    });
    await owner.client.settle(boxReport(1));
    const [event] = await eventually('it is there', async () => {
      const list = await eventsOf(enterprise, mailbox);
      return list.length > 0 && list;
    });
    expect(event).toMatchObject({
      datacontenttype: 'application/edifact',
      type: 'cn.tongguan.ContainerMove',
    });
    expect(event).not.toHaveProperty('formatfault');
    const back = await owner.client.request('/v1/convert', { body: String(event?.['data']) });
    expect(back.expect(200).at('/documents/0/type')).toBe('ContainerMove');
  });

  it('leaves what was owed before it was changed or ended as it was, in a mailbox too', async () => {
    const { owner, enterprise } = await threeParties();
    const mailbox = await inbox(enterprise);
    const wanted = {
      code: 'parts',
      documentTypes: ['Declaration'],
      fields: ['/billNumber'],
      destination: 'inbox',
    };
    const id = (await made(enterprise.client, '/v1/subscriptions', wanted)).string('/id');
    await owner.client.settle(declaration());
    const before = await eventually('it is there', async () => {
      const list = await eventsOf(enterprise, mailbox);
      return list.length === 1 && list;
    });
    await enterprise.client.request(`/v1/subscriptions/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ fields: ['/declarationOffice'] }),
    });
    expect(await eventsOf(enterprise, mailbox)).toEqual(before);
    (await enterprise.client.request(`/v1/subscriptions/${id}`, { method: 'DELETE' })).expect(200);
    expect(await eventsOf(enterprise, mailbox)).toEqual(before);
    expect(Object.keys(before[0]?.['data'] as JsonObject)).toEqual(['billNumber']);
  });

  it('shares a destination with another that wants the same form, each with the document in its statement', async () => {
    const { owner, enterprise } = await threeParties();
    const mailbox = await inbox(enterprise);
    const wanted = { documentTypes: ['Declaration'], fields: ['/billNumber'], destination: 'inbox' };
    const ids = [];
    for (const code of ['one', 'two'])
      ids.push((await made(enterprise.client, '/v1/subscriptions', { ...wanted, code })).string('/id'));
    const other = { code: 'three', documentTypes: ['*'], destination: 'inbox' };
    const refused = await enterprise.client.post('/v1/subscriptions', other);
    expect([refused.status, refused.at('/code')]).toEqual([409, 'STORE_SUBSCRIPTION_DIFFERS']);
    const changed = await enterprise.client.request(`/v1/subscriptions/${ids[1] ?? ''}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ fields: null }),
    });
    expect(changed.at('/code')).toBe('STORE_SUBSCRIPTION_DIFFERS');
    await owner.client.settle(declaration());
    await eventually('it is there', async () => (await eventsOf(enterprise, mailbox)).length === 1);
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    for (const id of ids) {
      const stated = await enterprise.client.get(
        `/v1/statements/destinations/${mailbox}?route=${id}&day=${day}`,
      );
      expect(JSON.stringify(stated.expect(200).at(''))).toContain('"count":1');
    }
  });

  it('is refused where there is no right, type, format or destination, with all of it said', async () => {
    const { owner, enterprise } = await threeParties();
    await inbox(enterprise);
    const refused = await enterprise.client.post('/v1/subscriptions', {
      code: 'too-much',
      documentTypes: ['CargoManifest'],
      condition: 'document.',
      fields: ['/a~2'],
      format: 'port/none',
      destination: 'elsewhere',
    });
    const codes = refused.list('/errors').map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'SUBSCRIPTION_NO_RIGHT',
        'SUBSCRIPTION_FORMAT_UNKNOWN',
        'SUBSCRIPTION_DESTINATION_NOT_OWN',
        'ROUTING_CONDITION_SYNTAX',
      ]),
    );
    const unknown = await enterprise.client.post('/v1/subscriptions', {
      code: 'no-type',
      documentTypes: ['Nothing'],
      destination: 'inbox',
    });
    expect(unknown.list('/errors')).toMatchObject([
      { code: 'ADMIN_TYPE_UNKNOWN', pointer: '/documentTypes/0' },
    ]);
    const stranger = await owner.client.post('/v1/subscriptions/preview', { documentTypes: ['Declaration'] });
    expect([stranger.status, stranger.at('/code')]).toEqual([403, 'SUBSCRIPTION_NO_RIGHT']);
  });

  it('cannot look behind a right: nothing from before it began, and personal fields masked', async () => {
    const validFrom = Date.now() + 1_500;
    const { owner, enterprise } = await threeParties({ validFrom: new Date(validFrom).toISOString() });
    await owner.client.settle(declaration({ signer: '王小海' }));
    await eventually('the right has begun', () => Date.now() > validFrom + 100);
    await owner.client.settle(declaration({ signer: '王小海' }));
    const preview = await enterprise.client.post('/v1/subscriptions/preview', {
      documentTypes: ['Declaration'],
    });
    expect(Number(preview.at('/looked'))).toBeGreaterThan(Number(preview.at('/matched')));
    expect(preview.at('/events/0/data/signature/operatorName')).toBe('***');
  });
});

describe('a webhook that an enterprise makes for itself', () => {
  it('is delivered to once it has answered a challenge, and can be tested before', async () => {
    const { owner, enterprise } = await threeParties();
    const { id, hook, made: answer } = await ownWebhook(enterprise);
    expect(answer.at('/state')).toBe('unverified');
    await made(enterprise.client, '/v1/subscriptions', {
      code: 'to-hook',
      documentTypes: ['Declaration'],
      destination: 'hook',
    });
    await owner.client.settle(declaration());
    const tested = (await enterprise.client.post(`/v1/destinations/${id}/test`, {})).expect(200);
    expect(tested.at('/outcome')).toBe('delivered');
    expect(hook.arrivals.map(({ event }) => event.type)).toEqual(['cn.tongguan.test']);

    await hook.behave({ mode: 'error', status: 200 });
    const unproven = await enterprise.client.post(`/v1/destinations/${id}/verify`, {});
    expect([unproven.status, unproven.at('/code')]).toEqual([422, 'DESTINATION_UNVERIFIED']);
    await hook.behave({ mode: 'accept' });
    const verified = (await enterprise.client.post(`/v1/destinations/${id}/verify`, {})).expect(200);
    expect(verified.at('/state')).toBe('active');
    const settled = (await owner.client.settle(declaration())).expect(200);
    await hook.arrival((event) => event.id === settled.string('/documents/0/id'));
    // What was sent before it was verified was not for it.
    expect(hook.arrivals.length).toBe(2);
  });

  it('is not started again by its owner when an administrator has stopped it, by no way', async () => {
    const { enterprise } = await threeParties();
    const { id, hook } = await ownWebhook(enterprise);
    const own = `/v1/destinations/${id}`;
    (await enterprise.client.post(`${own}/verify`, {})).expect(200);
    (await enterprise.client.post(`${own}/pause`, {})).expect(200);
    (await enterprise.client.post(`${own}/activate`, {})).expect(200);
    await admin.act('destinations', id, 'disable');
    const refused = await enterprise.client.post(`${own}/activate`, {});
    expect([refused.status, refused.at('/code')]).toEqual([403, 'DESTINATION_STOPPED']);
    const moved = await enterprise.client.request(own, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ url: `${hook.url}other` }),
    });
    expect([moved.status, moved.at('/code')]).toEqual([403, 'DESTINATION_STOPPED']);
    expect((await enterprise.client.get(own)).at('/state')).toBe('disabled');
  });

  it('is to be verified again at another address, and is its owner’s alone', async () => {
    const { owner, enterprise } = await threeParties();
    const { id, hook } = await ownWebhook(enterprise);
    (await enterprise.client.post(`/v1/destinations/${id}/verify`, {})).expect(200);
    expect((await owner.client.get(`/v1/destinations/${id}`)).status).toBe(404);
    expect((await owner.client.post(`/v1/destinations/${id}/verify`, {})).status).toBe(404);
    const moved = await enterprise.client.request(`/v1/destinations/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ url: `${hook.url}other` }),
    });
    expect(moved.expect(200).at('/state')).toBe('unverified');
  });

  it('is tried a few times a minute, so that no node is made to call a stranger over and over', async () => {
    const { enterprise } = await threeParties();
    const { id, hook } = await ownWebhook(enterprise);
    const answers = [];
    for (let at = 0; at < 24; at++)
      answers.push(await enterprise.client.post(`/v1/destinations/${id}/test`, {}));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(new Set(refused.map((one) => one.at('/code')))).toEqual(new Set(['DESTINATION_TRIALS_LIMITED']));
    expect(hook.arrivals).toHaveLength(answers.length - refused.length);
  });
});
