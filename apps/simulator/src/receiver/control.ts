import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readInstruction } from './behaviour.js';
import type { Receiver } from './receiver.js';

export interface Control {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Speaks for a receiver on a port of its own, so that it can be asked while the receiver is down:
 * `GET /counts`, `GET /ids`, `GET /ids?subject=…`, `PUT /behaviour` with an instruction.
 */
export async function startControl(receiver: Receiver, port: number): Promise<Control> {
  const server = createServer((request, response) => {
    void answer(receiver, request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(receiver: Receiver, request: IncomingMessage): Promise<readonly [number, unknown]> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver');
  if (request.method === 'GET' && pathname === '/counts') return [200, receiver.ledger.counts];
  if (request.method === 'GET' && pathname === '/ids') {
    return [200, receiver.ledger.ids(searchParams.get('subject') ?? undefined)];
  }
  if (request.method === 'PUT' && pathname === '/behaviour') {
    const instruction = readInstruction(await readJson(request));
    if (!instruction)
      return [422, { detail: 'mode: accept, error, hang, reset, redirect (location), drip, down' }];
    await receiver.behave(instruction);
    return [200, instruction];
  }
  return [404, { detail: 'GET /counts, GET /ids[?subject=], PUT /behaviour' }];
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
