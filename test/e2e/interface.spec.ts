import { freshDatabase, type TestDatabase } from '#store/testing';
import { setUp, type City } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { type Client } from '../support/client.js';
import { Description } from '../support/described.js';
import { askForEvidence } from '../support/described-evidence.js';
import { askQuestions } from '../support/described-questions.js';
import { askForReceipts } from '../support/described-receipts.js';
import { offerAsNode } from '../support/described-transfer.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';
import { endSubscribers, startSubscriber } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let city: City;
const description = new Description(new URL('../../schemas/openapi.json', import.meta.url));

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

/** The answer, which is as the description says. */
function described(operation: string, answer: Answer): Answer {
  expect({ operation, deviations: description.deviations(operation, answer) }).toEqual({
    operation,
    deviations: [],
  });
  return answer;
}

/** A request of an administrator to something of a kind, answered as described. */
async function act(
  operation: string,
  method: string,
  path: string,
  body?: object,
  headers = {},
): Promise<Answer> {
  const answer = await hub.admin.request(`/v1/admin/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return described(operation, answer);
}

const ifMatch = { 'if-match': '*' };
const reason = { reason: '核对接口说明' };

describe('answers are as the description says', () => {
  it('of what participants do', async () => {
    const { client } = city.agent;
    const message = declaration();
    const acknowledged = described('sendInterchange', (await client.send(message)).expect(202));
    described('sendInterchange', (await client.send(message)).expect(202));
    const settled = described('sendInterchange', (await client.settle(declaration())).expect(200));
    const id = acknowledged.string('/id');
    described('sendInterchange', (await client.settle('<DecMessage/>')).expect(422));
    described('sendInterchange', (await client.send(message, { 'x-adapter': 'no/such' })).expect(422));
    described('sendInterchange', (await client.send(declaration(), { 'idempotency-key': 'k' })).expect(202));
    described('sendInterchange', (await client.send(declaration(), { 'idempotency-key': 'k' })).expect(409));
    described('listInterchanges', (await client.get('/v1/interchanges?limit=2')).expect(200));
    described('listInterchanges', (await client.get('/v1/interchanges?limit=0')).expect(400));
    described('getInterchange', (await client.get(`/v1/interchanges/${id}`)).expect(200));
    described('getInterchange', (await client.get('/v1/interchanges/none')).expect(404));
    described('getAcknowledgement', (await client.get(`/v1/interchanges/${id}/acknowledgement`)).expect(200));
    described('getInterchangeBytes', (await client.get(`/v1/interchanges/${id}/raw`)).expect(200));
    const lineage = { 'x-lineage': 'true' };
    described('convert', (await convert(client, declaration(), lineage)).expect(200));
    described('convert', (await convert(client, Buffer.from('poem'))).expect(422));
    described('listDocuments', (await client.get('/v1/documents?type=Declaration')).expect(200));
    const document = settled.string('/documents/0/id');
    described('getDocument', (await client.get(`/v1/documents/${document}`)).expect(200));
    const traced = described(
      'getLineage',
      (await client.get(`/v1/documents/${document}/lineage`)).expect(200),
    );
    expect(traced.list('/fields').length).toBeGreaterThan(20);
    described('getDecisions', (await client.get(`/v1/documents/${document}/decisions`)).expect(200));
    described(
      'getDocumentDeliveries',
      (await client.get(`/v1/documents/${document}/deliveries`)).expect(200),
    );
  });

  it('of what receivers do', async () => {
    const { client } = city.customs;
    const { id } = city.customsMailbox;
    const deliveries = `/v1/destinations/${id}/deliveries`;
    const page = await eventually('something is delivered', async () => {
      const answer = await client.get(`/v1/feeds/${id}?wait=5`);
      return answer.list('/events').length > 0 && answer;
    });
    described('readFeed', page);
    described('readFeed', (await client.get(`/v1/feeds/${id}?after=nonsense`)).expect(400));
    const list = described('listDeliveries', (await client.get(`${deliveries}?state=delivered`)).expect(200));
    const document = list.string('/items/0/document');
    described('getDelivery', (await client.get(`${deliveries}/${document}`)).expect(200));
    const hook = `/v1/destinations/${city.customsWebhook.id}/deliveries/${document}`;
    await eventually(
      'the webhook is called',
      async () => (await client.get(hook)).at('/state') === 'delivered',
    );
    const tried = described('getDelivery', (await client.get(hook)).expect(200));
    expect(tried.list('/log').length).toBeGreaterThan(0);
    described('redeliverOne', (await client.post(`${hook}/redeliver`)).expect(200));
    described('redeliverDead', (await client.post(`${deliveries}/redeliver`)).expect(200));
  });

  it('of participants and keys', async () => {
    const customs = {
      code: 'yingkou-customs',
      nameZh: '营口海关',
      nameEn: 'Yingkou Customs',
      kind: 'agency',
    };
    (await act('createParticipant', 'POST', 'participants', customs)).expect(201);
    (await act('createParticipant', 'POST', 'participants', customs)).expect(409);
    (await act('createParticipant', 'POST', 'participants', {})).expect(422);
    const path = `participants/${customs.code}`;
    (await act('listParticipants', 'GET', 'participants?limit=1')).expect(200);
    (await act('getParticipant', 'GET', path)).expect(200);
    (await act('changeParticipant', 'PATCH', path, { nameEn: 'Customs' }, ifMatch)).expect(200);
    (await act('changeParticipant', 'PATCH', path, { nameEn: 'x' })).expect(428);
    (await act('changeParticipant', 'PATCH', path, { nameEn: 'x' }, { 'if-match': '"9"' })).expect(412);
    (await act('suspendParticipant', 'POST', `${path}/suspend`)).expect(422);
    (await act('suspendParticipant', 'POST', `${path}/suspend`, reason)).expect(200);
    (await act('activateParticipant', 'POST', `${path}/activate`)).expect(200);

    const made = (
      await act('createKey', 'POST', 'keys', { participant: customs.code, label: '前置机' })
    ).expect(201);
    const key = `keys/${made.string('/id')}`;
    (await act('listKeys', 'GET', 'keys?role=participant')).expect(200);
    (await act('listKeys', 'GET', 'keys?participant=nobody')).expect(422);
    (await act('getKey', 'GET', key)).expect(200);
    (await act('rotateKey', 'POST', `${key}/rotate`, { overlapSeconds: 60 })).expect(201);
    (await act('revokeKey', 'POST', `${key}/revoke`, reason)).expect(200);
    (await act('revokeKey', 'POST', `${key}/revoke`, reason)).expect(409);
    described('listKeys', (await city.agent.client.get('/v1/admin/keys')).expect(403));
    described('listKeys', (await hub.client().get('/v1/admin/keys')).expect(401));
  });

  it('of agreements, destinations and routes', async () => {
    const wanted = {
      owner: city.terminal.code,
      consumer: city.agent.code,
      documentType: 'ContainerMove',
      fields: ['/container/number'],
      purpose: '提箱',
    };
    const made = (await act('createAgreement', 'POST', 'agreements', wanted)).expect(201);
    (await act('createAgreement', 'POST', 'agreements', { ...wanted, condition: '1 +' })).expect(422);
    const agreement = `agreements/${made.string('/id')}`;
    (await act('listAgreements', 'GET', 'agreements?state=granted')).expect(200);
    (await act('getAgreement', 'GET', agreement)).expect(200);
    (await act('changeAgreement', 'PATCH', agreement, { purpose: '提箱和核放' }, ifMatch)).expect(200);
    (await act('suspendAgreement', 'POST', `${agreement}/suspend`, reason)).expect(200);
    (await act('grantAgreement', 'POST', `${agreement}/grant`)).expect(200);

    const hook = {
      participant: city.agent.code,
      code: 'hook',
      kind: 'webhook',
      url: 'https://example.com/hook',
    };
    const destination = `destinations/${(await act('createDestination', 'POST', 'destinations', hook)).expect(201).string('/id')}`;
    (await act('listDestinations', 'GET', 'destinations?kind=webhook')).expect(200);
    (await act('getDestination', 'GET', destination)).expect(200);
    (await act('changeDestination', 'PATCH', destination, { batchLimit: 10 }, ifMatch)).expect(200);
    (await act('rotateSecretDestination', 'POST', `${destination}/rotate-secret`, {})).expect(200);
    (await act('pauseDestination', 'POST', `${destination}/pause`, reason)).expect(200);
    (await act('activateDestination', 'POST', `${destination}/activate`)).expect(200);
    (await act('disableDestination', 'POST', `${destination}/disable`, reason)).expect(200);

    const rule = {
      code: 'boxes-to-agent',
      documentType: 'ContainerMove',
      destination: `${city.agent.code}/hook`,
    };
    (await act('createRoute', 'POST', 'routes', rule)).expect(201);
    const route = `routes/${rule.code}`;
    (await act('listRoutes', 'GET', 'routes?state=enabled')).expect(200);
    (await act('getRoute', 'GET', route)).expect(200);
    (await act('changeRoute', 'PATCH', route, { priority: 200 }, ifMatch)).expect(200);
    (await act('disableRoute', 'POST', `${route}/disable`, reason)).expect(200);
    (await act('enableRoute', 'POST', `${route}/enable`)).expect(200);
    (await act('deleteDestination', 'DELETE', destination, reason)).expect(409);
    (await act('deleteRoute', 'DELETE', route, reason)).expect(200);
    (await act('deleteDestination', 'DELETE', destination, reason)).expect(200);
    (await act('getDestination', 'GET', destination)).expect(404);
    (await act('revokeAgreement', 'POST', `${agreement}/revoke`, reason)).expect(200);
  });

  it('of the life of a mapping', async () => {
    const issue = { participant: 'administration', label: 'reviewer', role: 'administrator' };
    const reviewer = (await act('createKey', 'POST', 'keys', issue)).string('/key');
    const second = { ...ifMatch, authorization: `Bearer ${reviewer}` };
    const mapping = `mappings/${encodeURIComponent('customs/declaration-xml')}`;
    (await act('listMappings', 'GET', 'mappings')).expect(200);
    (await act('getMapping', 'GET', mapping)).expect(200);
    (await act('getMapping', 'GET', 'mappings/no%2Fsuch')).expect(404);
    (await act('getMappingVersion', 'GET', `${mapping}/versions/shipped`)).expect(200);
    (
      await act('createMappingDraft', 'POST', `${mapping}/versions`, { from: 'shipped', colour: 'red' })
    ).expect(422);
    const [first, other] = [
      (await act('createMappingDraft', 'POST', `${mapping}/versions`, { note: '一' })).expect(201),
      (await act('createMappingDraft', 'POST', `${mapping}/versions`, { note: '二' })).expect(201),
    ];
    const path = `${mapping}/versions/${String(first.at('/number'))}`;
    (await act('changeMappingDraft', 'PATCH', path, { note: '改' })).expect(428);
    (await act('changeMappingDraft', 'PATCH', path, { note: '改' }, ifMatch)).expect(200);
    (await act('diffMappingVersions', 'GET', `${path}/diff?against=shipped`)).expect(200);
    (
      await act('previewMapping', 'POST', `${mapping}/preview`, { message: declaration().toString('utf8') })
    ).expect(200);
    (await act('previewMapping', 'POST', `${mapping}/preview`, {})).expect(422);
    const run = (await act('startDryRun', 'POST', `${mapping}/dry-runs`, { version: '1', last: 10 })).expect(
      202,
    );
    (await act('listDryRuns', 'GET', `${mapping}/dry-runs`)).expect(200);
    (await act('cancelDryRun', 'DELETE', `dry-runs/${run.string('/id')}`)).expect(200);
    (await act('getDryRun', 'GET', `dry-runs/${run.string('/id')}`)).expect(200);
    (await act('publishMappingDraft', 'POST', `${path}/publish`, reason, ifMatch)).expect(403);
    (await act('publishMappingDraft', 'POST', `${path}/publish`, reason, second)).expect(200);
    (
      await act('discardMappingDraft', 'DELETE', `${mapping}/versions/${String(other.at('/number'))}`, reason)
    ).expect(200);
    (await act('listMappingVersions', 'GET', `${mapping}/versions`)).expect(200);
    (await act('rollBackMapping', 'POST', `${mapping}/rollback`, { to: '99', ...reason })).expect(404);
    (await act('rollBackMapping', 'POST', `${mapping}/rollback`, { to: 'shipped', ...reason })).expect(200);
    const again = { state: 'held', dryRun: true, ...reason };
    (await act('renormaliseInterchanges', 'POST', 'interchanges/renormalise', again)).expect(200);
    (await act('renormaliseInterchanges', 'POST', 'interchanges/renormalise', { state: 'held' })).expect(422);
  });

  it('of what participants set up for themselves', async () => {
    const { client } = city.customs;
    const as = async (operation: string, method: string, path: string, body: object = {}, headers = {}) =>
      described(
        operation,
        await client.request(`/v1/${path}`, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
        }),
      );
    const inbox = (
      await as('createOwnDestination', 'POST', 'destinations', { code: 'own', kind: 'mailbox' })
    ).expect(201);
    const subscriber = await startSubscriber();
    const hook = { code: 'own-hook', kind: 'webhook', url: subscriber.url };
    const answer = await as('createOwnDestination', 'POST', 'destinations', hook);
    const webhook = `destinations/${answer.string('/id')}`;
    (await as('listOwnDestinations', 'GET', 'destinations')).expect(200);
    (await as('getOwnDestination', 'GET', webhook)).expect(200);
    (await as('changeOwnDestination', 'PATCH', webhook, { batchLimit: 5 }, ifMatch)).expect(200);
    (await as('verifyOwnDestination', 'POST', `${webhook}/verify`)).expect(422);
    subscriber.trust(answer.string('/secret'));
    (await as('verifyOwnDestination', 'POST', `${webhook}/verify`)).expect(200);
    (await as('testOwnDestination', 'POST', `${webhook}/test`)).expect(200);
    (await as('rotateOwnSecret', 'POST', `${webhook}/rotate-secret`)).expect(200);
    const own = `destinations/${inbox.string('/id')}`;
    (await as('pauseOwnDestination', 'POST', `${own}/pause`)).expect(200);
    (await as('activateOwnDestination', 'POST', `${own}/activate`)).expect(200);
    const wanted = { code: 'all', documentTypes: ['*'], destination: 'own' };
    (await as('previewSubscription', 'POST', 'subscriptions/preview', { documentTypes: ['*'] })).expect(200);
    const made = (await as('createSubscription', 'POST', 'subscriptions', wanted)).expect(201);
    const subscription = `subscriptions/${made.string('/id')}`;
    (await as('listSubscriptions', 'GET', 'subscriptions')).expect(200);
    (await as('getSubscription', 'GET', subscription)).expect(200);
    (await as('changeSubscription', 'PATCH', subscription, { condition: 'true' }, ifMatch)).expect(200);
    (await as('pauseSubscription', 'POST', `${subscription}/pause`)).expect(200);
    (await as('resumeSubscription', 'POST', `${subscription}/resume`)).expect(200);
    (await as('deleteSubscription', 'DELETE', subscription)).expect(200);
    (await as('deleteOwnDestination', 'DELETE', webhook)).expect(200);
  });

  it('of questions, statements and replays', () => askQuestions(hub, city, described));

  it('of the audit and of the node itself', async () => {
    const events = (await act('listAuditEvents', 'GET', 'audit?limit=3')).expect(200);
    (await act('getAuditEvent', 'GET', `audit/${events.string('/items/0/id')}`)).expect(200);
    const open: readonly (readonly [string, string])[] = [
      ['nodeKeys', '/.well-known/jwks.json'],
      ['node', '/.well-known/tongguan'],
      ['alive', '/healthz'],
      ['ready', '/readyz'],
      ['metrics', '/metrics'],
      ['openapi', '/openapi.json'],
      ['asyncapi', '/asyncapi.json'],
      ['docs', '/docs'],
      ['docsDocuments', '/docs/documents'],
      ['docsFaults', '/docs/faults'],
    ];
    for (const [operation, path] of open) described(operation, (await hub.client().get(path)).expect(200));
  });

  it('of what became of a message', () => askForReceipts(city.agent.client, described));

  it('of what is proven', () => askForEvidence(hub, city.agent.client, described));

  it('of what nodes ask of each other', () => offerAsNode(hub, database, described));

  it('of every operation there is', () => {
    // Those of the directory: interface-federation.spec.ts.
    const elsewhere = new Set(description.tagged('federation'));
    expect(description.unseen.filter((name) => !elsewhere.has(name))).toEqual([]);
  });
});

const convert = (client: Client, body: Buffer, headers = {}): Promise<Answer> =>
  client.request('/v1/convert', { method: 'POST', body, headers });
