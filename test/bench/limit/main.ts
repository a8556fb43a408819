import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from './database.js';
import { deliverTo, marker } from './delivery.js';
import type { Sink } from './delivery.js';
import { intake } from './intake.js';

/**
 * The limit: what one process can do when nothing but the work itself is done. HTTP in, parse, map by hand, validate,
 * store durably in group commits, route to one of three webhooks, deliver in batches, mark as delivered.
 *
 * Left out that the hub does: lanes and a queue store, rights, mappings as data, lineage, idempotency, keys for
 * look-ups, decisions and attempts on record, signed receipts, retries beyond the simplest. What it accepted it
 * delivers at least once, also after a crash, as the hub does.
 *
 * Environment: DATABASE_URL, LIMIT_KEY (the bearer), LIMIT_SINKS (JSON array of three `{url, secret}`).
 */
const sinks = JSON.parse(process.env['LIMIT_SINKS'] ?? '[]') as Sink[];
const keyHash = hash(process.env['LIMIT_KEY'] ?? '');
const maxWaiting = 200_000;

const database = await openDatabase(process.env['DATABASE_URL'] ?? '', 3);
const mark = marker((ids) => database.markDelivered(ids));
const deliveries = sinks.map((sink) => deliverTo(sink, 100, mark));
for (const owed of await database.unfinished()) deliveries[owed.sink]?.add(owed);
const take = intake(database, { batch: 128, commits: 2 }, (batch) => {
  for (const one of batch) deliveries[one.sink]?.add(one);
});

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const authorization = request.headers.authorization ?? '';
  if (request.method !== 'POST' || request.url !== '/v1/interchanges') {
    response.writeHead(404).end();
  } else if (hash(authorization.slice('Bearer '.length)) !== keyHash) {
    response.writeHead(401).end();
  } else if (deliveries.some((one) => one.waiting > maxWaiting)) {
    response.writeHead(503, { 'retry-after': '1' }).end();
  } else {
    read(request, (body) => {
      void take(body).then((id) => {
        if (id === undefined) response.writeHead(422).end();
        else {
          const answer = `{"id":"${id}"}`;
          response
            .writeHead(202, { 'content-type': 'application/json', 'content-length': String(answer.length) })
            .end(answer);
        }
      });
    });
  }
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));

function hash(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}

function read(request: IncomingMessage, then: (body: Buffer) => void): void {
  let first: Buffer | undefined;
  let more: Buffer[] | undefined;
  request.on('data', (chunk: Buffer) => {
    if (!first) first = chunk;
    else (more ??= [first]).push(chunk);
  });
  request.on('end', () => then(more ? Buffer.concat(more) : (first ?? Buffer.alloc(0))));
}
