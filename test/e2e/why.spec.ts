import type { Administration } from '../support/administration.js';
import type { RunningHub } from '../support/hub.js';
import { closeOneHub, openOneHub } from '../support/one-hub.js';
import { Pair } from '../support/pair.js';

let hub: RunningHub;
let admin: Administration;

beforeAll(async () => {
  ({ hub, admin } = await openOneHub());
});
afterAll(closeOneHub);

const billOf = async (two: Pair, document: string): Promise<string> =>
  (await two.owner.client.get(`/v1/documents/${document}`)).string('/body/billNumber');

describe('why', () => {
  it('names every term of a condition with its value, in both languages, for the sender', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    const document = await two.declare();
    const answer = (await two.owner.client.get(`/v1/documents/${document}/explanation`)).expect(200);
    const [candidate] = answer
      .list('/candidates')
      .filter(({ destinationId }) => destinationId === two.webhook.id);
    expect(candidate).toMatchObject({
      outcome: 'deliver',
      routeVersion: 1,
      terms: [
        {
          expression: `sender.code == "${two.owner.code}"`,
          value: true,
          operands: [{ path: 'sender.code', value: two.owner.code }],
        },
      ],
      reasons: [
        { code: 'ROUTE_CONDITION_TRUE' },
        { code: 'AGREEMENT_GRANTS', text: { zh: expect.stringContaining('共享协议') } },
      ],
    });
    expect((await two.consumer.client.get(`/v1/documents/${document}/explanation`)).status).toBe(404);
  });

  it('names every term as it was when it was decided, whatever the rules are today', async () => {
    const two = await Pair.make(admin);
    const condition = `document.declarationOffice == '0901' && sender.kind == 'enterprise'`;
    const right = await two.agree({ condition });
    const document = await two.declare({ office: '0901' });
    const code = `route-${two.name}-hook`;
    await admin.change('routes', code, { condition: `type == 'ContainerMove'` });
    await admin.act('agreements', right, 'revoke');
    const recorded = (await two.owner.client.get(`/v1/documents/${document}/decisions`)).expect(200);
    const [candidate] = recorded
      .list('/items/0/candidates')
      .filter(({ destinationId }) => destinationId === two.webhook.id);
    expect(candidate).toMatchObject({
      outcome: 'deliver',
      routeVersion: 1,
      agreementId: right,
      terms: [{ expression: `sender.code == "${two.owner.code}"`, value: true }],
      reasons: [
        { code: 'ROUTE_CONDITION_TRUE', text: { zh: expect.any(String), en: expect.any(String) } },
        {
          code: 'AGREEMENT_GRANTS',
          terms: [
            { value: true, operands: [{ path: 'document.declarationOffice', value: '0901' }] },
            { value: true, operands: [{ path: 'sender.kind', value: 'enterprise' }] },
          ],
        },
      ],
    });
  });

  it('tries a route that is not there yet on a stored document, and delivers nothing', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    const document = await two.declare({ office: '0903' });
    const route = {
      code: `draft-${two.name}`,
      documentType: 'Declaration',
      destination: two.webhook.id,
      condition: `document.declarationOffice == '0903' && document.nothing == '1'`,
    };
    const tried = (await hub.admin.post('/v1/admin/routes/simulate', { document, route })).expect(200);
    const candidate = tried.list('/candidates').find(({ routeCode }) => routeCode === route.code);
    expect(candidate).toMatchObject({
      outcome: 'not-matched',
      reasons: [{ code: 'ROUTE_CONDITION_FAULT' }],
      terms: [{ value: true }, { fault: { code: 'ROUTING_CONDITION_FAILED' } }],
    });
    const wrong = { ...route, condition: 'document.' };
    const refused = await hub.admin.post('/v1/admin/routes/simulate', { document, route: wrong });
    expect(refused.at('/errors/0/pointer')).toBe('/route/condition');
  });
});

describe('why not', () => {
  it('tells who expected something which of its own rules or which right it failed, and nothing of the content', async () => {
    const two = await Pair.make(admin);
    const agreement = await two.agree();
    await admin.act('agreements', agreement, 'suspend');
    const document = await two.declare();
    const bill = await billOf(two, document);
    const asked = (await two.consumer.client.get(`/v1/explanations?key=bill:${bill}`)).expect(200);
    expect(asked.list()).toMatchObject([
      {
        document,
        type: 'Declaration',
        sender: two.owner.code,
        candidates: [
          // Not whether the condition of the route is true: that would tell of a document that it has no right to.
          { outcome: 'denied', reasons: [{ code: 'AGREEMENT_SUSPENDED' }] },
        ],
      },
    ]);
    expect(asked.text).not.toContain('declarationOffice');
    const readings = (await two.owner.client.get(`/v1/documents/${document}/readings`)).expect(200).list();
    expect(readings).toContainEqual(
      expect.objectContaining({ participant: two.consumer.code, what: 'decisions', documents: 1 }),
    );
    const stranger = await admin.party(`stranger-${two.name}`);
    expect((await stranger.client.get(`/v1/explanations?key=bill:${bill}`)).list()).toEqual([]);
    expect((await two.consumer.client.get('/v1/explanations?key=x')).status).toBe(400);
  });
});

describe('a fallback', () => {
  it('takes what no other route delivers', async () => {
    const two = await Pair.make(admin);
    await two.agree();
    const rest = await admin.mailbox(two.consumer, 'rest');
    await admin.route(`rest-${two.name}`, 'Declaration', rest, `sender.code == '${two.owner.code}'`, {
      fallback: true,
      priority: 900,
    });
    const delivered = await two.declare();
    await two.hook.arrival(({ id }) => id === delivered);
    await admin.act('routes', `route-${two.name}-hook`, 'disable');
    const left = await two.declare();
    const feed = await two.consumer.client.get(`/v1/feeds/${rest.id}?wait=10`);
    expect(feed.list('/events').map(({ id }) => id)).toEqual([left]);
  });
});
