import { connect, type Socket } from 'node:net';
import { uuidv7, ok } from '#kernel';
import { Administration, openDatabase, SetupSnapshot } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import type { FastifyInstance } from 'fastify';
import { gatewayFaults } from './faults.js';
import { ProblemException } from './problem.js';
import { guardServer, httpAdapter, serverLimits } from './server.js';

let database: TestDatabase;
let server: FastifyInstance;
let url: URL;
let key: string | undefined;
const closing: (() => Promise<unknown>)[] = [];
const stalled: Socket[] = [];

/** A node of the directory signs with this key. */
const known = 'of-yingkou';

beforeAll(async () => {
  database = await freshDatabase();
  const source = await openDatabase({ url: database.url });
  const first = await new Administration(source, Date.now).firstKey();
  key = first.ok ? first.value : undefined;
  const snapshot = await SetupSnapshot.open({ url: database.url, open: ok });
  const adapter = httpAdapter(serverLimits, false);
  server = adapter.getInstance<FastifyInstance>();
  const limits = { ...serverLimits, body: 1000, bodies: 1500, openBodies: 1500 };
  const unknown = gatewayFaults.make('GATEWAY_NOT_FOUND', { values: { what: 'the key' } });
  guardServer(server, limits, snapshot, Date.now, (headers) =>
    Promise.resolve(headers['signature-input'] === known ? undefined : unknown),
  );
  server.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof ProblemException ? error.status : 500).send(),
  );
  for (const path of ['/v1/interchanges', '/v1/transfers', '/v1/transfers/inquiries', '/v1/nodes', '/other'])
    server.post(path, () => ({ id: uuidv7(Date.now()) }));
  url = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  closing.push(
    () => server.close(),
    () => snapshot.close(),
    () => source.destroy(),
    () => database.drop(),
  );
});
afterEach(() => {
  for (const socket of stalled.splice(0)) socket.destroy();
});
afterAll(async () => {
  for (const close of closing) await close();
});

/** Says that a body comes and sends none of it; gives the status if there is an answer all the same. */
function stall(path: string, length: number, headers = ''): Promise<number> {
  const socket = connect(Number(url.port), url.hostname);
  stalled.push(socket);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n${headers}\r\n`);
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => resolve(Number(chunk.toString().slice(9, 12))));
    setTimeout(() => resolve(0), 300);
  });
}

const statusOf = async (path: string, headers: Record<string, string>, bytes = 1000): Promise<number> =>
  (await fetch(new URL(path, url), { method: 'POST', headers, body: Buffer.alloc(bytes) })).status;
const byKey = () => ({ authorization: `Bearer ${key}` });

it('keeps no participant out for bodies that come without a key', async () => {
  for (const path of ['/v1/nodes', '/v1/nodes', '/other']) await stall(path, 700);
  expect(await statusOf('/v1/nodes', {})).toBe(429);
  expect(await statusOf('/v1/interchanges', byKey())).toBe(200);
});

it('keeps no node out for the bodies of participants', async () => {
  for (let n = 0; n < 2; n++) await stall('/v1/interchanges', 700, `Authorization: Bearer ${key}\r\n`);
  expect(await statusOf('/v1/interchanges', byKey())).toBe(429);
  expect(await statusOf('/v1/transfers', { 'signature-input': known })).toBe(200);
});

it.each(['/v1/transfers', '/v1/transfers/inquiries'])(
  'refuses at %s what no node has signed before a byte of its body is read',
  async (path) => {
    expect(await stall(path, 700)).toBe(404);
    expect(await stall(path, 700, 'Signature-Input: of-nobody\r\n')).toBe(404);
    expect(await stall(path, 700, `Signature-Input: ${known}\r\n`)).toBe(0);
    expect(await statusOf(path, { 'signature-input': known }, 700)).toBe(200);
  },
);
