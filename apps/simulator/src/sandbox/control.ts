import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { ordersIn, unreadable } from './orders.js';
import type { Sandbox } from './sandbox.js';

export interface SandboxControl {
  readonly url: string;
  close(): Promise<void>;
}

const bodyLimit = 10_000;

/**
 * Sets what a sandbox does with messages that carry no mark, for systems that have no text to put one in:
 * `PUT /behaviour` with `{ "orders": "REJECT=E123;DELAY=5s", "sender": "haitong-broker" }`, the sender as one likes;
 * `GET /counts`. On this machine alone.
 *
 * @param port 0 for any
 */
export async function startSandboxControl(sandbox: Sandbox, port: number): Promise<SandboxControl> {
  const server = createServer((request, response) => {
    void answerTo(sandbox, request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close().closeAllConnections();
      await closed;
    },
  };
}

async function answerTo(sandbox: Sandbox, request: IncomingMessage): Promise<readonly [number, unknown]> {
  const path = new URL(request.url ?? '/', 'http://sandbox').pathname;
  if (request.method === 'GET' && path === '/counts') return [200, sandbox.counts];
  if (request.method !== 'PUT' || path !== '/behaviour')
    return [404, { detail: 'GET /counts, PUT /behaviour { orders, sender? }' }];
  const { orders, sender } = await readBody(request);
  const read = typeof orders === 'string' ? ordersIn(orders) : undefined;
  if (!read || read.reject === unreadable || (sender !== undefined && typeof sender !== 'string'))
    return [422, { detail: 'orders: ACCEPT, REJECT[=code], DELAY=5s, TWICE, REORDER, SILENT' }];
  return sandbox.behave(read, sender) ? [200, read] : [422, { detail: 'too many senders' }];
}

async function readBody(request: IncomingMessage): Promise<Partial<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.length > bodyLimit) return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
