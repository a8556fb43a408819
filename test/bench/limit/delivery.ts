import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Owed } from './database.js';

export interface Sink {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
}

export interface Delivery {
  add(owed: Owed): void;
  /** Documents waiting or under way. */
  readonly waiting: number;
}

/** How long to leave a sink alone that did not take a batch. */
const retryMs = 500;

/**
 * One sink: one batch under way, the next made of whatever came meanwhile.
 *
 * @param delivered told of the ids of each batch that was taken
 */
export function deliverTo(sink: Sink, batchSize: number, delivered: (ids: string[]) => void): Delivery {
  const queue: Owed[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const key = Buffer.from(sink.secret.replace('whsec_', ''), 'base64');
  let running = false;
  let underWay = 0;

  const run = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      const batch = queue.splice(0, batchSize);
      underWay = batch.length;
      const body = Buffer.from(`[${batch.map(event).join(',')}]`);
      const id = batch[0]?.id ?? '';
      while (!(await post(sink.url, agent, signed(key, id, body), body))) {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
      delivered(batch.map((one) => one.id));
      underWay = 0;
    }
    running = false;
  };
  return {
    add(owed) {
      queue.push(owed);
      if (!running) setImmediate(() => void (running || run()));
    },
    get waiting() {
      return queue.length + underWay;
    },
  };
}

/** A CloudEvent around the document's text, which is not parsed again. */
const event = ({ id, document }: Owed): string =>
  `{"specversion":"1.0","id":"${id}","source":"/limit","type":"Declaration","datacontenttype":"application/json","subject":"declaration","data":${document}}`;

/** The headers of Standard Webhooks. */
function signed(key: Buffer, id: string, body: Buffer): Record<string, string | number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return {
    'content-type': 'application/cloudevents-batch+json',
    'content-length': body.length,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

function post(
  url: string,
  agent: Agent,
  headers: Record<string, string | number>,
  body: Buffer,
): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve((response.statusCode ?? 0) < 300));
      response.on('error', () => resolve(false));
    });
    sent.on('error', () => resolve(false));
    sent.end(body);
  });
}

/** Gathers ids from all sinks while a mark is being written, so that marking keeps to one commit at a time. */
export function marker(mark: (ids: readonly string[]) => Promise<void>): (ids: readonly string[]) => void {
  let gathered: string[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (gathered.length > 0) {
      const ids = gathered;
      gathered = [];
      await mark(ids);
    }
    running = false;
  };
  return (ids) => {
    gathered.push(...ids);
    if (!running) void run();
  };
}
