import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TongguanClient } from '#client';

type Answering = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const stored = { id: 'i1', sha256: '00', receivedAt: '2026-02-01T00:00:00Z', receipt: 'ey', status: '/' };
const accept = (response: ServerResponse): void => void response.writeHead(202).end(JSON.stringify(stored));
const refuse = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(
    JSON.stringify({
      code: 'X_Y',
      title: '标题',
      detail: '建议',
      traceId: 't1',
      errors: [{ code: 'X_Y' }],
    }),
  );

/** A server that answers in its own way, a client of it, and the headers of what arrived. */
async function against(answering: Answering, more: object = {}) {
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    request.resume().once('end', () => answering(request, response, seen.length));
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const retry = { firstMs: 1, longestMs: 2_000, attempts: 4 };
  const client = new TongguanClient({ url: `http://127.0.0.1:${port}/`, key: 'tg_x', retry, ...more });
  return { client, seen };
}

describe('send', () => {
  it.each([
    ['429', (response: ServerResponse) => refuse(response, 429)],
    ['503', (response: ServerResponse) => refuse(response, 503, { 'retry-after': '0' })],
    ['503 of a proxy', (response: ServerResponse) => void response.writeHead(503).end('<html>')],
    ['a connection that ends', (response: ServerResponse) => void response.destroy()],
  ])('tries again after %s, with the same idempotency key', async (_, fail) => {
    const { client, seen } = await against((_request, response, nth) =>
      nth < 3 ? fail(response) : accept(response),
    );
    const sent = await client.send('x', { idempotencyKey: 'k1', adapter: 'a/b' });
    expect(sent).toMatchObject({ ok: true, value: { id: 'i1', repeated: false } });
    expect(seen.map((headers) => headers['idempotency-key'])).toEqual(['k1', 'k1', 'k1']);
    expect(seen[0]).toMatchObject({ authorization: 'Bearer tg_x', 'x-adapter': 'a/b' });
  });

  it('gives up after as many attempts as it may make', async () => {
    const { client, seen } = await against((_request, response) => refuse(response, 503));
    expect(await client.send('x')).toMatchObject({ ok: false, error: { code: 'X_Y', status: 503 } });
    expect(seen.length).toBe(4);
  });

  it.each([
    ['a refusal', 422, {}],
    ['a wait longer than it may', 503, { 'retry-after': '60' }],
  ])('gives %s at once, with all that it says', async (_, status, headers) => {
    const { client, seen } = await against((_request, response) => refuse(response, status, headers));
    expect(await client.send('x')).toMatchObject({
      ok: false,
      error: {
        code: 'X_Y',
        status,
        title: '标题',
        traceId: 't1',
        errors: [{ code: 'X_Y', severity: 'error' }],
      },
    });
    expect(seen.length).toBe(1);
  });

  it('ends when it is cancelled, also while it waits for the next attempt', async () => {
    const control = new AbortController();
    const { client } = await against((_request, response) => {
      refuse(response, 503, { 'retry-after': '2' });
      setTimeout(() => control.abort(), 50);
    });
    const sent = await client.send('x', { signal: control.signal });
    expect(sent).toMatchObject({ ok: false, error: { code: 'CLIENT_CANCELLED' } });
  });
});

describe('an answer', () => {
  it.each<[string, Answering, object, string]>([
    ['of another server', (_, response) => void response.end('{"hello":1}'), {}, 'CLIENT_ANSWER_UNREADABLE'],
    ['that is no JSON', (_, response) => void response.end('<html>'), {}, 'CLIENT_ANSWER_UNREADABLE'],
    [
      'without end',
      (_, response) => void response.end('x'.repeat(5_000)),
      { answerBytes: 4_096 },
      'CLIENT_ANSWER_TOO_LARGE',
    ],
    [
      'elsewhere',
      (_, response) => void response.writeHead(307, { location: '/x' }).end(),
      {},
      'CLIENT_UNREACHABLE',
    ],
    ['that never comes', () => undefined, { requestMs: 50 }, 'CLIENT_TIMED_OUT'],
  ])('%s is a problem', async (_, answering, more, code) => {
    const { client } = await against(answering, more);
    expect(await client.interchange('i1')).toMatchObject({ ok: false, error: { code } });
  });
});

it('what is not repeatable is not done twice when nobody knows whether it was done', async () => {
  const { client, seen } = await against((_request, response) => void response.destroy());
  const made = await client.subscriptions.create({ code: 'x' });
  expect(made).toMatchObject({ ok: false, error: { code: 'CLIENT_UNREACHABLE' } });
  expect(seen.length).toBe(1);
});

/** Collects what nobody holds any more. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  for (let turn = 0; turn < 5; turn++) {
    if (typeof collect === 'function') collect();
    await pause(10);
  }
}

describe('a stream that has been open for long', () => {
  const event = { specversion: '1.0', id: 'e1', type: 'cn.tongguan.GateMove', source: '/nodes/x' };
  const streaming: Answering = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`id: c1\ndata: ${JSON.stringify(event)}\n\n`);
  };

  it('ends when it is told to, whatever was collected meanwhile', async () => {
    const { client } = await against(streaming);
    const control = new AbortController();
    const events = client.stream('f', { signal: control.signal });
    expect(await events.next()).toMatchObject({ value: { ok: true, value: { cursor: 'c1' } } });
    const waiting = events.next();
    await collectGarbage();
    control.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('is opened anew when nothing is heard, whatever was collected meanwhile', async () => {
    const { client, seen } = await against(streaming);
    // Longer than a collection of a large heap holds everything up, which is a silence too.
    const events = client.stream('f', { silenceMs: 3_000 });
    await events.next();
    const waiting = events.next();
    await collectGarbage();
    expect(await waiting).toMatchObject({ value: { ok: true } });
    expect(seen[1]?.['last-event-id']).toBe('c1');
    await events.return();
  });
});
