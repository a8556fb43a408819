import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runPhase } from './phase.js';
import type { Phase, PhaseResult } from './phase.js';

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => void (server ? server.close(() => resolve()) : resolve())));

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

async function against(answer: Answer, phase: Partial<Phase> = {}): Promise<PhaseResult> {
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => answer(request, response, body));
  };
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return runPhase({
    url: `http://127.0.0.1:${port}/v1/interchanges?adapter=x`,
    headers: ['Authorization: Bearer tg_x'],
    connections: 4,
    seed: 1,
    first: 10,
    messages: 40,
    ...phase,
  });
}

const happened = (times: Float64Array): number => times.filter((at) => at > 0).length;
const numberIn = (body: string): string => /<EntryId>(\d+)</.exec(body)?.[1] ?? '';

describe('runPhase', () => {
  it('sends each declaration once, whole, with the headers, over the connections asked for', async () => {
    const numbers: string[] = [];
    const ports = new Set<number | undefined>();
    const wrong: unknown[] = [];
    const result = await against((request, response, body) => {
      numbers.push(numberIn(body));
      ports.add(request.socket.remotePort);
      const { authorization, host } = request.headers;
      if (authorization !== 'Bearer tg_x' || !host || request.url !== '/v1/interchanges?adapter=x')
        wrong.push(request.url);
      if (!body.endsWith('</DecMessage>\n')) wrong.push(body);
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
    expect(wrong).toEqual([]);
    expect(new Set(numbers).size).toBe(40);
    expect(ports.size).toBe(4);
    expect(result.statuses).toEqual({ 202: 40 });
    expect([happened(result.started), happened(result.accepted)]).toEqual([40, 40]);
  });

  test.each<[string, Answer]>([
    ['a length', (_, response) => response.writeHead(202, { 'content-length': '2' }).end('ok')],
    [
      'chunks',
      (_, response) => void (response.writeHead(202).write('o'), setTimeout(() => response.end('k'), 2)),
    ],
    ['no body', (_, response) => response.writeHead(204).end()],
    ['a closed connection', (_, response) => response.writeHead(202, { connection: 'close' }).end('ok')],
  ])('understands an answer with %s', async (_, answer) => {
    const result = await against(answer);
    expect(happened(result.accepted)).toBe(40);
  });

  it('sends again what was refused for now or broke off, the same message', async () => {
    const times = new Map<string, number>();
    const result = await against((request, response, body) => {
      const before = times.get(numberIn(body)) ?? 0;
      times.set(numberIn(body), before + 1);
      if (before === 0) response.writeHead(503, { 'retry-after': '0' }).end();
      else if (before === 1) request.socket.destroy();
      else response.writeHead(202).end();
    });
    expect(result.statuses).toEqual({ 503: 40, 0: 40, 202: 40 });
    expect([...times.values()].every((count) => count === 3)).toBe(true);
    expect(happened(result.accepted)).toBe(40);
  });

  it('does not insist on what is refused for good', async () => {
    const result = await against((_, response) => response.writeHead(422).end());
    expect(result.statuses).toEqual({ 422: 40 });
    expect(happened(result.accepted)).toBe(0);
  });

  it('keeps a rate, and counts the time of a message from when it was due', async () => {
    const result = await against((_, response) => response.writeHead(202).end(), { rate: 400 });
    const gaps = result.started.slice(1).map((at, index) => at - (result.started[index] ?? 0));
    expect(gaps.every((gap) => Math.abs(gap - 2.5) < 0.01)).toBe(true);
    expect(happened(result.accepted)).toBe(40);
  });

  it('ends early when told in seconds, with times for what was sent alone', async () => {
    const result = await against((_, response) => response.writeHead(202).end(), {
      messages: 4_000,
      seconds: 0.05,
      rate: 1_000,
    });
    expect(result.started.length).toBeLessThanOrEqual(50);
    expect(happened(result.accepted)).toBe(result.started.length);
  });
});
