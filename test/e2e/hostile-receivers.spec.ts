import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { certificateFor } from '../../libs/exchange/src/channel/testing/certificate.js';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

const day = 24 * 3_600_000;
const certificates = {
  good: certificateFor('localhost'),
  expired: certificateFor('localhost', Date.now() - day),
  'for another host': certificateFor('receiver.example'),
};

let database: TestDatabase;
let hub: RunningHub;
let admin: Administration;
const folder = mkdtempSync(join(tmpdir(), 'tongguan-hostile-'));
const closing: (() => void)[] = [];

/** The hub trusts who has signed each of the certificates: nothing else is wrong with them than what is tried. */
beforeAll(async () => {
  const authorities = join(folder, 'authorities.pem');
  writeFileSync(
    authorities,
    Object.values(certificates)
      .map(({ certificate }) => certificate)
      .join(''),
  );
  database = await freshDatabase();
  const env = {
    NODE_EXTRA_CA_CERTS: authorities,
    ALLOW_NETWORKS: '127.0.0.0/8,::1/128',
    RETRY_FIRST_SECONDS: '1',
    BREAKER_OPEN_SECONDS: '1',
    BREAKER_LONGEST_SECONDS: '1',
  };
  hub = await startHub({ database, env });
  admin = new Administration(hub);
});
afterAll(async () => {
  for (const close of closing) close();
  await endHubs();
  await endSubscribers();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** A receiver that is behaved as no library would; counts what comes to it. */
async function serve(
  answer: RequestListener,
  tls?: { readonly certificate: string; readonly key: string },
): Promise<{ url: string; requests: () => number }> {
  let requests = 0;
  const listener: RequestListener = (request, response) => {
    requests++;
    request.resume();
    answer(request, response);
  };
  const server = tls
    ? createSecureServer({ cert: tls.certificate, key: tls.key }, listener)
    : createServer(listener);
  // What a client that turns away says is its own affair.
  server.on('tlsClientError', () => undefined);
  server.listen(0, tls ? 'localhost' : '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const url = tls ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`;
  return { url, requests: () => requests };
}

/** A pair whose webhook leads there. */
async function leadingTo(url: string): Promise<Pair> {
  const pair = await Pair.make(admin);
  await pair.agree();
  await admin.change('destinations', pair.webhook.id, { url });
  return pair;
}

/** The log of a delivery once so many attempts are in it. */
const logOf = (pair: Pair, document: string, attempts = 1) =>
  eventually('it was tried', async () => {
    const log = (await pair.delivery(document)).expect(200).list('/log');
    return log.length >= attempts && log;
  });

const thanks: RequestListener = (_, response) => void response.writeHead(204).end();

describe('a certificate', () => {
  it('that is good is talked to', async () => {
    const server = await serve(thanks, certificates.good);
    const pair = await leadingTo(server.url);
    const document = await pair.declare();
    expect(await logOf(pair, document)).toMatchObject([{ outcome: 'delivered', status: 204 }]);
    expect(server.requests()).toBe(1);
  });

  it.each(['expired', 'for another host'] as const)(
    'that is %s is told nothing: the delivery waits, and the log says why in both languages',
    async (what) => {
      const server = await serve(thanks, certificates[what]);
      const pair = await leadingTo(server.url);
      const document = await pair.declare();
      const [attempt] = await logOf(pair, document);
      expect(attempt).toMatchObject({
        outcome: 'retry',
        error: 'DELIVERY_TLS',
        fault: {
          text: {
            zh: expect.stringContaining('localhost'),
            en: expect.stringContaining('secure connection'),
          },
          advice: expect.stringMatching(/certificate|证书/),
        },
      });
      expect(attempt).not.toHaveProperty('status');
      const delivery = await pair.delivery(document);
      expect(delivery.at('/state')).toBe('pending');
      const detail = what === 'expired' ? 'CERT_HAS_EXPIRED' : 'ERR_TLS_CERT_ALTNAME_INVALID';
      expect(delivery.string('/fault/text/en')).toContain(detail);
      expect(server.requests()).toBe(0);

      // Owed all the same: it goes out once the receiver has mended it.
      const mended = await serve(thanks, certificates.good);
      await admin.change('destinations', pair.webhook.id, { url: mended.url });
      await eventually('it is delivered', async () => (await pair.outcome(document))?.[0] === 'delivered');
      expect(mended.requests()).toBe(1);
    },
  );
});

describe('a redirect that leads to itself', () => {
  it('is never followed: one request an attempt, at the pace of the schedule', async () => {
    const server = await serve((request, response) => {
      const next = `${server.url}${Number(request.url?.slice(1) ?? 0) + 1}`;
      response.writeHead(307, { location: next }).end();
    });
    const pair = await leadingTo(server.url);
    const document = await pair.declare();
    const log = await logOf(pair, document, 3);
    expect(log.slice(0, 3).map(({ outcome, status, error }) => [outcome, status, error])).toEqual(
      Array(3).fill(['retry', 307, 'DELIVERY_REDIRECT']),
    );
    const later = (await pair.delivery(document)).list('/log');
    expect(server.requests() - later.length).toBeLessThanOrEqual(1);
    const [first, second] = log.map(({ startedAt }) => Date.parse(String(startedAt)));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(0);
    await admin.act('destinations', pair.webhook.id, 'disable');
  });
});

describe('an answer of 5 MB', () => {
  const size = 5 * 1024 * 1024;
  const much = Buffer.alloc(size, '答案 answer ');

  /** Kilobytes that the process holds. */
  const held = (): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${hub.pid}/status`, 'utf8'))?.[1]);

  it.each([
    [200, 'delivered', undefined],
    [422, 'dead', 'DELIVERY_UNACCEPTED'],
  ] as const)(
    'with %d is judged by its status, kept in part, and never held whole',
    async (status, state, error) => {
      const server = await serve((_, response) => void response.writeHead(status).end(much));
      const pair = await leadingTo(server.url);
      await admin.act('destinations', pair.webhook.id, 'pause');
      const count = 40;
      const documents: string[] = [];
      for (let n = 0; n < count; n++) documents.push(await pair.declare());
      const before = held();
      let most = before;
      await admin.act('destinations', pair.webhook.id, 'activate');
      await eventually('all are settled', async () => {
        most = Math.max(most, held());
        return server.requests() >= count && (await pair.outcome(documents.at(-1) ?? ''))?.[0] !== 'pending';
      });
      // Forty answers have 200 MB; a quarter of that is room for what else goes on.
      expect(most - before).toBeLessThan(50 * 1024);
      const [first = ''] = documents;
      await eventually('the first is settled', async () => (await pair.outcome(first))?.[0] === state);
      const delivery = await pair.delivery(first);
      expect(delivery.at('/state')).toBe(state);
      const [attempt] = delivery.list('/log');
      expect(attempt?.['status']).toBe(status);
      expect(attempt?.['error']).toBe(error);
      const head = String(attempt?.['responseHead']);
      expect(head.startsWith('答案 answer')).toBe(true);
      expect(Buffer.byteLength(head)).toBeLessThanOrEqual(4_096 + 2);
      expect(hub.logs().length).toBeLessThan(size);
    },
  );
});
