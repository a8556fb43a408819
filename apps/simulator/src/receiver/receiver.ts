import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { drip } from './behaviour.js';
import type { Behaviour, Instruction } from './behaviour.js';
import { readEvents } from './events.js';
import type { CloudEvent } from './events.js';
import { Ledger } from './ledger.js';

export interface ReceiverOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** `whsec_…`: every request must be signed with it (Standard Webhooks), else it is answered 401. */
  readonly secret?: string | undefined;
  /** Verifies one request of so many: under load the reference verifier costs more than all the rest. Default 1. */
  readonly verifyEach?: number;
  /** Event ids remembered. Default 1,000,000. */
  readonly remember?: number;
  /** Bytes of a body. Default 16 MiB; more is answered 413. */
  readonly maxBody?: number;
  /** Called with the events and the body of each accepted request before it is answered. */
  readonly onEvents?: (events: readonly CloudEvent[], bytes: number, body: Buffer) => void;
}

export interface Receiver {
  readonly url: string;
  readonly ledger: Ledger;
  /** From now on requests must be signed with this secret; for a sender that makes the secret itself. */
  trust(secret: string): void;
  /** Resolves once the behaviour holds: `down` once the port is closed, any other once it is open. */
  behave(instruction: Instruction): Promise<void>;
  close(): Promise<void>;
}

/**
 * A subscriber's end of a webhook: verifies, accepts single events and batches, counts, and misbehaves when told.
 *
 * @example
 * const receiver = await startReceiver({ secret });
 * await receiver.behave({ mode: 'error', status: 503, times: 2 });
 * receiver.ledger.counts.distinct;
 */
export async function startReceiver(options: ReceiverOptions = {}): Promise<Receiver> {
  const { host = '127.0.0.1', remember = 1_000_000 } = options;
  const ledger = new Ledger(remember);
  let webhook = options.secret === undefined ? undefined : new Webhook(options.secret);
  const accept = acceptor(options, ledger, () => webhook);
  let current: Instruction = { mode: 'accept' };

  const take = (): Behaviour => {
    const now = current;
    if (now.times !== undefined)
      current = now.times > 1 ? { ...now, times: now.times - 1 } : { mode: 'accept' };
    return now;
  };
  const server = createServer({ keepAliveTimeout: 120_000, requestTimeout: 0 }, (request, response) => {
    void answer(request, response, take(), accept, ledger, options.maxBody ?? 16_777_216);
  });
  await listen(server, host, options.port ?? 0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host}:${port}/`,
    ledger,
    trust(secret) {
      webhook = new Webhook(secret);
    },
    async behave(instruction) {
      current = instruction;
      if (instruction.mode === 'down' && server.listening) await close(server);
      if (instruction.mode !== 'down' && !server.listening) await listen(server, host, port);
    },
    async close() {
      if (server.listening) await close(server);
    },
  };
}

/** What a request is answered with: 204, 200 with a challenge, or the status of what is wrong with it. */
interface Verdict {
  readonly status: number;
  readonly body?: string;
}

type Accept = (headers: IncomingHttpHeaders, body: Buffer) => Verdict;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  behaviour: Behaviour,
  accept: Accept,
  ledger: Ledger,
  maxBody: number,
): Promise<void> {
  ledger.counts.requests++;
  const body = await read(request, maxBody);
  const accepting = behaviour.mode === 'accept' || behaviour.mode === 'drip';
  const { status, body: text }: Verdict =
    body === 'gone'
      ? { status: 0 }
      : body === 'too large'
        ? { status: 413 }
        : accepting
          ? accept(request.headers, body)
          : { status: 0 };
  if (status !== 204 && status !== 200) ledger.counts.refused++;
  if (body === 'gone') return;
  if (body === 'too large') response.writeHead(413, { connection: 'close' }).end();
  else if (behaviour.mode === 'error') {
    if (behaviour.retryAfter !== undefined) response.setHeader('retry-after', behaviour.retryAfter);
    response.writeHead(behaviour.status ?? 500).end();
  } else if (behaviour.mode === 'redirect') {
    response.writeHead(behaviour.status ?? 307, { location: behaviour.location }).end();
  } else if (behaviour.mode === 'reset') request.socket.destroy();
  else if (behaviour.mode === 'drip' && status === 204) drip(response, behaviour.everyMs ?? 100);
  else if (behaviour.mode === 'accept' && behaviour.delayMs) {
    setTimeout(() => response.writeHead(status).end(), behaviour.delayMs);
  } else if (accepting) response.writeHead(status).end(text);
}

function acceptor(options: ReceiverOptions, ledger: Ledger, trusted: () => Webhook | undefined): Accept {
  const each = options.verifyEach ?? 1;
  let seen = 0;
  return (headers, body) => {
    const webhook = trusted();
    if (webhook && seen++ % each === 0 && !isSigned(webhook, headers, body)) {
      ledger.counts.badSignatures++;
      return { status: 401 };
    }
    const events = readEvents(body);
    if (!events) {
      ledger.counts.malformed++;
      return { status: 400 };
    }
    const challenge = challengeOf(events);
    if (challenge !== undefined) return { status: 200, body: JSON.stringify({ challenge }) };
    for (const event of events) ledger.accept(event);
    options.onEvents?.(events, body.length, body);
    return { status: 204 };
  };
}

/** What proves to a node that the receiver wants what is sent to its address. */
function challengeOf([first]: readonly CloudEvent[]): string | undefined {
  if (first?.type !== 'cn.tongguan.verification') return undefined;
  const { data } = first;
  return typeof data === 'object' && data !== null && 'challenge' in data
    ? String(data.challenge)
    : undefined;
}

function isSigned(webhook: Webhook, headers: IncomingHttpHeaders, body: Buffer): boolean {
  const text = (name: string): string => String(headers[name] ?? '');
  try {
    webhook.verify(
      body,
      {
        'webhook-id': text('webhook-id'),
        'webhook-timestamp': text('webhook-timestamp'),
        'webhook-signature': text('webhook-signature'),
      },
      { jsonParse: false },
    );
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

async function read(request: IncomingMessage, maxBody: number): Promise<Buffer | 'gone' | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBody) return 'too large';
      chunks.push(chunk);
    }
  } catch {
    return 'gone';
  }
  return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
