import { createHmac, createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook } from '#client';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import type { Answer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  admin = new Administration(hub);
  receiver = await startReceiver();
});
afterAll(async () => {
  receiver.close();
  await endHubs();
  await database.drop();
});

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Takes whatever comes and gives challenges back: what it is signed with is looked at afterwards. */
async function startReceiver() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.end(/"challenge":"([^"]+)"/.exec(body.toString('utf8'))?.[1] ?? '');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  return { url, received, close: () => server.close().closeAllConnections() };
}

const header = ({ headers }: Received, name: string): string => String(headers[`webhook-${name}`]);

const signatures = (received: Received): string[] => header(received, 'signature').split(' ');

const content = (received: Received): Buffer =>
  Buffer.concat([Buffer.from(`${header(received, 'id')}.${header(received, 'timestamp')}.`), received.body]);

/** By node:crypto alone, as a receiver would that has none of this project's code. */
function isSignedBy(publicKey: string, received: Received): boolean {
  const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return signatures(received)
    .filter((one) => one.startsWith('v1a,'))
    .some((one) => verify(null, content(received), key, Buffer.from(one.slice('v1a,'.length), 'base64')));
}

function isSignedWith(secret: string, received: Received): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = `v1,${createHmac('sha256', key).update(content(received)).digest('base64')}`;
  return signatures(received).includes(expected);
}

const publicKeys = (answer: Answer): string[] => answer.at('/config/publicKeys') as unknown as string[];

async function tested({ client }: Party, id: string): Promise<Received> {
  const before = receiver.received.length;
  (await client.post(`/v1/destinations/${id}/test`, {})).expect(200);
  const request = receiver.received[before];
  if (!request) throw new Error('nothing came');
  return request;
}

describe('a webhook that is signed with a private key', () => {
  it('is checked with the public key of its destination, from the challenge to the document', async () => {
    const owner = await admin.party('signed-owner');
    const consumer = await admin.party('signed-consumer');
    await admin.agreement(owner, consumer, 'Declaration');
    const body = { code: 'hook', kind: 'webhook', url: receiver.url, signature: 'v1a' };
    const made = (await consumer.client.post('/v1/destinations', body)).expect(201);
    const [publicKey = ''] = publicKeys(made);
    expect(publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
    // Nobody but the hub has what it is signed with.
    expect(made.json).not.toHaveProperty('secret');
    expect(made.text).not.toContain('whsk_');
    const id = made.string('/id');
    expect(publicKeys(await consumer.client.get(`/v1/destinations/${id}`))).toEqual([publicKey]);
    expect((await consumer.client.post(`/v1/destinations/${id}/verify`, {})).expect(200).at('/state')).toBe(
      'active',
    );
    const subscription = { code: 'all', documentTypes: ['Declaration'], destination: 'hook' };
    (await consumer.client.post('/v1/subscriptions', subscription)).expect(201);
    const settled = (await owner.client.settle(declaration())).expect(200);
    const document = settled.string('/documents/0/id');
    const delivered = await eventually('it has arrived', () =>
      receiver.received.find((one) => header(one, 'id') === document),
    );
    expect(signatures(delivered)).toEqual([expect.stringMatching(/^v1a,/)]);
    expect(receiver.received.every((one) => isSignedBy(publicKey, one))).toBe(true);
    const changed = { ...delivered, body: Buffer.from(`${delivered.body.toString('utf8')} `) };
    expect(isSignedBy(publicKey, changed)).toBe(false);
    const checked = verifyWebhook(publicKey, delivered.headers, delivered.body);
    expect(checked).toMatchObject({ ok: true, value: { events: [{ id: document }] } });
    const audit = await hub.admin.get('/v1/admin/audit?limit=200');
    expect(audit.text).not.toContain('whsk_');
  });

  it('has two keys while one replaces the other, and the other way to sign beside it when it changes over', async () => {
    const party = await admin.party('rotating');
    const target = await admin.webhook(party, 'hook', receiver.url);
    const path = `/v1/destinations/${target.id}`;
    expect(isSignedWith(target.secret, await tested(party, target.id))).toBe(true);

    const over = (await party.client.post(`${path}/rotate-secret`, { signature: 'v1a' })).expect(200);
    const [first = ''] = publicKeys(over);
    const both = await tested(party, target.id);
    expect([isSignedWith(target.secret, both), isSignedBy(first, both)]).toEqual([true, true]);

    const rotated = (await party.client.post(`${path}/rotate-secret`, {})).expect(200);
    expect(publicKeys(rotated)).toEqual([expect.stringMatching(/^whpk_/), first]);
    const [second = ''] = publicKeys(rotated);
    const overlapping = await tested(party, target.id);
    expect([first, second].map((key) => isSignedBy(key, overlapping))).toEqual([true, true]);
    expect(isSignedWith(target.secret, overlapping)).toBe(false);

    const alone = (await party.client.post(`${path}/rotate-secret`, { dropOld: true })).expect(200);
    const [third = ''] = publicKeys(alone);
    const last = await tested(party, target.id);
    expect([first, second, third].map((key) => isSignedBy(key, last))).toEqual([false, false, true]);

    const back = await hub.admin.post(`/v1/admin/destinations/${target.id}/rotate-secret`, {
      signature: 'v1',
      dropOld: true,
    });
    expect(back.expect(200).at('/config')).not.toHaveProperty('publicKeys');
    expect(isSignedWith(back.string('/secret'), await tested(party, target.id))).toBe(true);
  });

  it('is a webhook: nothing else is signed', async () => {
    const party = await admin.party('unsigned');
    const refused = await party.client.post('/v1/destinations', {
      code: 'box',
      kind: 'mailbox',
      signature: 'v1a',
    });
    expect([refused.status, refused.at('/code')]).toEqual([422, 'ADMIN_MEMBER_MISPLACED']);
  });
});
