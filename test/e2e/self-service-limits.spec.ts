import type { JsonObject } from '#kernel';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';
import { endSubscribers, startSubscriber } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
let parties = 0;

/** Without networks for what participants name: as a hub is by itself. */
beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database, env: { ALLOW_NETWORKS_SELF_SERVICE: '', PREVIEWS: '8' } });
  admin = new Administration(hub);
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

async function parted(more: JsonObject): Promise<{ owner: Party; enterprise: Party; agreement: string }> {
  const n = ++parties;
  const owner = await admin.party(`owner-of-${n}`);
  const enterprise = await admin.party(`asker-${n}`);
  const { id } = await admin.agreement(owner, enterprise, 'Declaration', more);
  return { owner, enterprise, agreement: id };
}

const matched = async ({ client }: Party, condition: string): Promise<unknown> => {
  const asked = { documentTypes: ['Declaration'], condition };
  return (await client.post('/v1/subscriptions/preview', asked)).expect(200).at('/matched');
};

describe('the condition of a subscription', () => {
  it('cannot ask a preview about fields that are withheld or masked', async () => {
    const { owner, enterprise, agreement } = await parted({ fields: ['/declarationOffice', '/signature'] });
    const settled = await owner.client.settle(declaration({ office: '0901', signer: '王小海' }));
    const document = settled.expect(200).string('/documents/0/id');
    const bill = (await owner.client.get(`/v1/documents/${document}`)).string('/body/billNumber');
    expect(await matched(enterprise, `document.declarationOffice == '0901'`)).toBe(1);
    expect(await matched(enterprise, `document.billNumber == '${bill}'`)).toBe(0);
    expect(await matched(enterprise, `has(document.billNumber)`)).toBe(0);
    expect(await matched(enterprise, `document.signature.operatorName == '王小海'`)).toBe(0);
    expect(await matched(enterprise, `document.signature.operatorName == '***'`)).toBe(1);
    await admin.change('agreements', agreement, { personal: true });
    await eventually(
      'the new right is known',
      async () => (await matched(enterprise, `document.signature.operatorName == '王小海'`)) === 1,
    );
  });

  it('sees as little when documents come, and less once the agreement is narrowed', async () => {
    const { owner, enterprise, agreement } = await parted({});
    const { id: mailbox } = await admin.mailbox(enterprise, 'inbox');
    const subscribe = (code: string, condition: string) =>
      enterprise.client.post('/v1/subscriptions', {
        code,
        documentTypes: ['Declaration'],
        condition,
        destination: 'inbox',
      });
    (await subscribe('mine', `document.declarationOffice == '0901' && has(document.billNumber)`)).expect(201);
    (await subscribe('people', `document.signature.operatorName == '王小海'`)).expect(201);
    const declare = async (): Promise<string> =>
      (await owner.client.settle(declaration({ office: '0901', signer: '王小海' })))
        .expect(200)
        .string('/documents/0/id');
    const candidates = async (document: string): Promise<unknown[]> => {
      const answer = await owner.client.get(`/v1/documents/${document}/decisions`);
      return answer
        .expect(200)
        .list('/items/0/candidates')
        .map(({ routeCode, outcome }) => [String(routeCode).split('/')[1], outcome])
        .sort();
    };
    expect(await candidates(await declare())).toEqual([
      ['mine', 'deliver'],
      ['people', 'not-matched'],
    ]);
    await admin.change('agreements', agreement, { fields: ['/declarationOffice'] });
    expect(await candidates(await declare())).toEqual([
      ['mine', 'not-matched'],
      ['people', 'not-matched'],
    ]);
    const feed = (await enterprise.client.get(`/v1/feeds/${mailbox}`)).expect(200);
    expect(feed.list('/events')).toHaveLength(1);
  });

  it('is previewed a few times a minute', async () => {
    const { enterprise } = await parted({});
    const answers = [];
    for (let at = 0; at < 12; at++)
      answers.push(
        await enterprise.client.post('/v1/subscriptions/preview', { documentTypes: ['Declaration'] }),
      );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.at('/code')).toBe('SUBSCRIPTION_PREVIEWS_LIMITED');
  });
});

describe('an address that a participant names', () => {
  it('may not be in a private network, also where the administrator’s may, and says so in both languages', async () => {
    const { enterprise } = await parted({});
    const hook = await startSubscriber();
    const given = await admin.webhook(enterprise, 'given', hook.url);
    hook.trust(given.secret);
    const test = (id: string) => enterprise.client.post(`/v1/destinations/${id}/test`, {});
    expect((await test(given.id)).expect(200).at('/outcome')).toBe('delivered');
    // A connection to it is open: another may not come in by that.
    const own = (
      await enterprise.client.post('/v1/destinations', { code: 'own', kind: 'webhook', url: hook.url })
    ).expect(201);
    expect(own.at('/config/addressBy')).toBe('participant');
    const tried = (await test(own.string('/id'))).expect(200);
    expect(tried.json).toMatchObject({
      outcome: 'gone',
      error: 'DELIVERY_ADDRESS',
      fault: { text: { zh: expect.stringContaining('网段'), en: expect.stringContaining('network') } },
    });
    expect(tried.json).not.toHaveProperty('responseHead');
    const proven = await enterprise.client.post(`/v1/destinations/${own.string('/id')}/verify`, {});
    expect([proven.status, proven.at('/code')]).toEqual([422, 'DESTINATION_UNVERIFIED']);
    expect(proven.list('/errors').map(({ code }) => code)).toEqual([
      'DESTINATION_UNVERIFIED',
      'DELIVERY_ADDRESS',
    ]);
    for (const { text } of proven.list('/errors') as unknown as readonly { text: { zh: string } }[])
      expect(text.zh).not.toMatch(/[a-z]{4,} [a-z]{2,}/);

    // To name it anew is to name it oneself.
    const moved = await enterprise.client.request(`/v1/destinations/${given.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify({ url: hook.url }),
    });
    expect(moved.expect(200).at('/config/addressBy')).toBe('participant');
    expect((await test(given.id)).expect(200).at('/error')).toBe('DELIVERY_ADDRESS');
    await admin.change('destinations', given.id, { url: hook.url });
    expect((await test(given.id)).expect(200).at('/outcome')).toBe('delivered');
    expect(hook.ledger.counts.requests).toBe(2);
  });
});
