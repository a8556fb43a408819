import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { TongguanClient } from '#client';
import type { JsonObject } from '#kernel';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import { EventDescription } from '../support/described-events.js';
import { Drop, endDrops, jsonOf, newDropRoot } from '../support/drop.js';
import { EventStream } from '../support/event-stream.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';

const description = new EventDescription(new URL('../../schemas/asyncapi.json', import.meta.url));

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: JsonObject | readonly JsonObject[];
}

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
let broker: Party;
let terminal: Party;
let customs: Party;
const servers: Server[] = [];
const root = newDropRoot();

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database, env: { FILE_DROP_DIR: root, FILE_DROP_SECONDS: '1' } });
  admin = new Administration(hub);
  [broker, terminal, customs] = [
    await admin.party('broker'),
    await admin.party('terminal'),
    await admin.party('customs', 'agency'),
  ];
  await admin.agreement(broker, customs, 'Declaration');
  await admin.agreement(terminal, customs, 'ContainerMove', {
    fields: ['/container/number', '/billNumbers'],
  });
});
afterAll(async () => {
  await endHubs();
  for (const server of servers) server.close().closeAllConnections();
  await database.drop();
  endDrops();
});

/** Keeps every call as it came, and proves that it is there. */
async function receiver(): Promise<{ readonly url: string; readonly calls: Call[] }> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      calls.push({ headers: request.headers, body: JSON.parse(body.toString('utf8')) });
      response.end(body);
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, calls };
}

const typeOf = (event: JsonObject): string => String(event['type']).replace('cn.tongguan.', '');

async function expectDescribed(calls: readonly Call[], name: (call: Call) => string): Promise<void> {
  for (const { headers, body } of calls) {
    const message = name({ headers, body });
    const contentType = String(headers['content-type']);
    expect({
      message,
      deviations: description.deviations('webhook', message, body, { contentType, headers }),
    }).toEqual({ message, deviations: [] });
  }
}

/** Messages of both kinds, and the documents they give. */
async function send(): Promise<number> {
  const sent = [
    await broker.client.settle(declaration({ signer: '张海燕' })),
    await terminal.client.settle(boxReport(3)),
  ];
  return sent.reduce((count, answer) => count + answer.expect(200).list('/documents').length, 0);
}

it('a webhook is called with what the description says, one by one, in batches, and beside the documents', async () => {
  const [single, batch] = [await receiver(), await receiver()];
  const one = await admin.webhook(customs, 'one', single.url);
  const many = await admin.webhook(customs, 'many', batch.url, { batchLimit: 10 });
  for (const target of [one, many])
    for (const type of ['Declaration', 'ContainerMove'])
      await admin.route(`${type}-${target.code}`.toLowerCase(), type, target);
  const count = await send();
  await eventually('all have come', () => single.calls.length >= count && batch.calls.length > 0);
  await expectDescribed(single.calls, ({ body }) => typeOf(body as JsonObject));
  await expectDescribed(batch.calls, () => 'EventBatch');
  expect(new Set(single.calls.map(({ body }) => typeOf(body as JsonObject)))).toEqual(
    new Set(['Declaration', 'ContainerMove']),
  );

  const own = await receiver();
  const client = new TongguanClient({ url: hub.url, key: customs.key });
  const made = await client.destinations.create({ code: 'own', kind: 'webhook', url: own.url });
  const id = made.ok ? String(made.value['id']) : '';
  expect(await client.destinations.verify(id)).toMatchObject({ ok: true });
  expect(await client.destinations.test(id)).toMatchObject({ ok: true });
  expect(own.calls.map(({ body }) => typeOf(body as JsonObject))).toEqual(['verification', 'test']);
  await expectDescribed(own.calls, ({ body }) =>
    typeOf(body as JsonObject) === 'test' ? 'Test' : 'Verification',
  );
});

it('a mailbox gives what the description says, by page and as a stream', async () => {
  const mailbox = await admin.mailbox(customs, 'box');
  for (const type of ['Declaration', 'ContainerMove'])
    await admin.route(`${type}-box`.toLowerCase(), type, mailbox);
  const count = await send();
  const page = await eventually('all are there', async () => {
    const answer = (await customs.client.get(`/v1/feeds/${mailbox.id}`)).expect(200);
    return answer.list('/events').length >= count && answer;
  });
  const contentType = page.headers.get('content-type') ?? '';
  expect(description.deviations('feed', 'FeedPage', page.json, { contentType })).toEqual([]);

  const stream = await EventStream.open(`${hub.url}/v1/feeds/${mailbox.id}/stream`, customs.key);
  await eventually('all are streamed', () => stream.events.length >= count);
  stream.close();
  for (const { type, data } of stream.events) {
    const event: JsonObject = JSON.parse(data);
    expect(type).toBe('message');
    expect(description.deviations('stream', typeOf(event), event)).toEqual([]);
  }
});

it('files in folders hold what the description says', async () => {
  for (const { code } of [customs, broker]) mkdirSync(join(root, code));
  const [sending, receiving] = [new Drop(root, broker.code), new Drop(root, customs.code)];
  await eventually(
    'the folders are there',
    () => existsSync(receiving.path('out')) && existsSync(sending.path('in')),
  );
  const { id } = await admin.create('destinations', {
    participant: customs.code,
    code: 'files',
    kind: 'file',
  });
  await admin.route('declarations-files', 'Declaration', { id, code: 'files', secret: '' });
  sending.put('good.xml', declaration());
  sending.put('bad.xml', '<DecMessage/>');
  const [out = ''] = await eventually('a document is delivered', () => {
    const names = receiving.list('out');
    return names.length > 0 && names;
  });
  const event = jsonOf(receiving.read('out', out));
  expect(description.deviations('files-out', 'Declaration', event)).toEqual([]);
  const receipt = await sending.outcome('good.xml');
  expect(description.deviations('files-ack', 'FileReceipt', receipt)).toEqual([]);
  const problem = await sending.problem('bad.xml');
  expect(description.deviations('files-error', 'FileProblem', problem)).toEqual([]);
});

it('an event that asks for the format of another system is as described too', async () => {
  const { url, calls } = await receiver();
  const client = new TongguanClient({ url: hub.url, key: customs.key });
  const made = await client.destinations.create({ code: 'as-xml', kind: 'webhook', url });
  const id = made.ok ? String(made.value['id']) : '';
  expect(await client.destinations.verify(id)).toMatchObject({ ok: true });
  const subscription = {
    code: 'as-xml',
    documentTypes: ['Declaration'],
    destination: 'as-xml',
    format: 'customs/declaration-xml',
  };
  expect(await client.subscriptions.create(subscription)).toMatchObject({ ok: true });
  (await broker.client.settle(declaration())).expect(200);
  const given = await eventually('it has come', () => calls[1]);
  expect(typeof (given.body as JsonObject)['data']).toBe('string');
  await expectDescribed([given], ({ body }) => typeOf(body as JsonObject));
});

it('what is not as described is told', () => {
  const event = { specversion: '1.0', type: 'cn.tongguan.Declaration', data: { totalPackages: 3 } };
  expect(description.deviations('stream', 'Declaration', event).length).toBeGreaterThan(5);
  expect(description.deviations('stream', 'Poem', event)).toEqual(['stream carries no Poem']);
  expect(description.deviations('webhook', 'Test', {}, { contentType: 'text/plain', headers: {} })).toEqual(
    expect.arrayContaining(['text/plain, not application/cloudevents+json']),
  );
});
