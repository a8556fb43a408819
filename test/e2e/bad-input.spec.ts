import { freshDatabase, type TestDatabase } from '#store/testing';
import type { Answer } from '../support/client.js';
import { setUp, type City } from '../support/city.js';
import { endHubs, newKey, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';
import { english, expectProblem, inBothLanguages } from '../support/problems.js';
import { sayRaw, sendWithoutEnd } from '../support/raw-http.js';
import { endSubscribers } from '../support/subscriber.js';

let database: TestDatabase;
let hub: RunningHub;
let city: City;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  city = await setUp(hub);
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
});

describe('who may send', () => {
  const send = (key: string | undefined, headers = {}): Promise<Answer> =>
    hub.client(key).send(declaration(), headers);

  it('is nobody without a key, or with one that was never given out', async () => {
    const answer = await inBothLanguages(401, 'GATEWAY_KEY_MISSING', (headers) => send(undefined, headers));
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    await inBothLanguages(401, 'GATEWAY_KEY_WRONG', (headers) => send(newKey(), headers));
    for (const authorization of ['Bearer', 'Basic dGc6dGc=', `Bearer ${city.agent.key}x`, 'Bearer a b']) {
      expect((await hub.client().send(declaration(), { authorization })).status).toBe(401);
    }
    expect((await hub.client().request('/%761/interchanges', { body: declaration() })).status).toBe(401);
  });

  it('is nobody with a revoked key, from the moment it is revoked', async () => {
    const party = await city.admin.party('revoked');
    (await party.client.send(declaration())).expect(202);
    await city.admin.act('keys', party.keyId, 'revoke');
    await inBothLanguages(401, 'GATEWAY_KEY_WRONG', (headers) => party.client.send(declaration(), headers));
  });

  it('is no suspended participant, until it is activated again', async () => {
    const party = await city.admin.party('suspended');
    await city.admin.act('participants', party.id, 'suspend');
    await inBothLanguages(403, 'GATEWAY_PARTICIPANT_SUSPENDED', (headers) => send(party.key, headers));
    await city.admin.act('participants', party.id, 'activate');
    (await send(party.key)).expect(202);
  });

  it('is not the administration, which takes administrators only', async () => {
    for (const what of ['participants', 'keys', 'agreements', 'routes', 'destinations', 'audit']) {
      const answer = await city.agent.client.get(`/v1/admin/${what}`, english);
      expectProblem(answer, 403, 'GATEWAY_FORBIDDEN');
    }
    const made = await city.agent.client.post('/v1/admin/keys', { participant: 'customs', label: 'mine' });
    expectProblem(made, 403, 'GATEWAY_FORBIDDEN');
  });
});

describe('a body', () => {
  it('that is empty is refused', async () => {
    await inBothLanguages(422, 'GATEWAY_BODY_EMPTY', (headers) => city.agent.client.send('', headers));
  });

  const head = (...headers: string[]): string =>
    ['POST /v1/interchanges HTTP/1.1', 'Host: hub', `Authorization: Bearer ${city.agent.key}`, ...headers]
      .map((line) => `${line}\r\n`)
      .join('') + '\r\n';
  const megabyte = 1024 * 1024;

  it('that says it is too large is refused before it is sent', async () => {
    const early = await sayRaw(hub.url, [head(`Content-Length: ${11 * megabyte}`)]);
    expect(early.status).toBe(413);
    expect(early.text).toContain('GATEWAY_BODY_TOO_LARGE');
    const absurd = await sayRaw(hub.url, [head(`Content-Length: ${1024 ** 4}`)]);
    expect(absurd.status).toBe(413);
    expect(absurd.text).toMatch(/\r\nconnection: close\r\n/i);
  });

  it('that is too large is refused so that its sender comes to see why, and the connection goes on', async () => {
    for (let round = 0; round < 5; round++) {
      await inBothLanguages(413, 'GATEWAY_BODY_TOO_LARGE', (headers) =>
        city.agent.client.send(Buffer.alloc(11 * megabyte, 'x'), headers),
      );
    }
    (await city.agent.client.send(declaration())).expect(202);
  });

  it('that turns out to be too large is refused in the same way', async () => {
    const chunk = Buffer.concat([
      Buffer.from('100000\r\n'),
      Buffer.alloc(megabyte, 'x'),
      Buffer.from('\r\n'),
    ]);
    for (let round = 0; round < 5; round++) {
      const late = await sayRaw(hub.url, [
        head('Transfer-Encoding: chunked'),
        ...Array.from({ length: 13 }, () => chunk),
        '0\r\n\r\n',
      ]);
      expect(late.status).toBe(413);
      expect(late.text).toContain('GATEWAY_BODY_TOO_LARGE');
    }
  });

  it('without an end is refused and cut off', async () => {
    const chunk = Buffer.concat([
      Buffer.from('1000000\r\n'),
      Buffer.alloc(16 * megabyte, 'x'),
      Buffer.from('\r\n'),
    ]);
    const sent = await sendWithoutEnd(hub.url, head('Transfer-Encoding: chunked'), chunk, 64);
    expect(sent).toBeLessThan(64);
    expect((await hub.client().get('/healthz')).status).toBe(200);
  });

  it('that is shorter than it says is not stored', async () => {
    const before = (await city.agent.client.get('/v1/interchanges?limit=1')).list()[0]?.['id'];
    await sayRaw(hub.url, [head('Content-Length: 5000'), '<DecMessage>'], 300);
    const after = (await city.agent.client.get('/v1/interchanges?limit=1')).list()[0]?.['id'];
    expect(after).toBe(before);
  });

  it.each([
    ['gzip', { 'content-encoding': 'gzip' }, 'GATEWAY_ENCODING_UNSUPPORTED'],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 'GATEWAY_TYPE_UNSUPPORTED'],
  ])('that is %s is refused', async (_what, headers, code) => {
    await inBothLanguages(415, code, (more) =>
      city.agent.client.send(declaration(), { ...headers, ...more }),
    );
  });

  it('that is broken JSON is refused by the administration with the place in it', async () => {
    await inBothLanguages(400, 'GATEWAY_JSON_BROKEN', (headers) =>
      hub.admin.request('/v1/admin/participants', { body: '{"code": "x",}', headers }),
    );
  });

  it('with several mistakes is refused by the administration with all of them', async () => {
    const answer = await hub.admin.post('/v1/admin/participants', { code: 'A b', kind: 'ship', extra: 1 });
    expectProblem(answer, 422, 'ADMIN_BODY_INVALID');
    const places = answer.list('/errors').map(({ pointer }) => pointer);
    expect(new Set(places)).toEqual(new Set(['/code', '/kind', '/extra', '/nameZh', '/nameEn']));
  });
});

describe('headers', () => {
  const line = (header: string): string =>
    `POST /v1/interchanges HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${city.agent.key}\r\n${header}\r\n`;

  it.each([
    ['a key with a NUL', 'Idempotency-Key: a\0b\r\nContent-Length: 2\r\n'],
    ['a bare line feed', 'X-Adapter: customs\n/declaration-xml\r\nContent-Length: 2\r\n'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n'],
    ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'],
    ['a length that is none', 'Content-Length: two\r\n'],
    ['a folded line', 'Idempotency-Key: a\r\n b\r\nContent-Length: 2\r\n'],
  ])('with %s are refused', async (_what, header) => {
    const answer = await sayRaw(hub.url, [line(header), 'ab']);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('x-injected');
  });

  it.each([
    ['idempotency-key', 'of 201 characters', 'x'.repeat(201)],
    ['idempotency-key', 'with a space', 'a b'],
    ['idempotency-key', 'outside ASCII', 'ümlaut'],
    ['x-adapter', 'with a space', 'customs declaration'],
  ])('%s %s is refused by name', async (header, _what, value) => {
    const answer = await city.agent.client.send(declaration(), { [header]: value, ...english });
    expectProblem(answer, 400, 'GATEWAY_HEADER_INVALID');
    expect(answer.string('/title')).toContain(header);
  });

  it('that try to write headers of the answer do not', async () => {
    const key = 'a%0d%0aX-Injected:%20yes';
    const sent = await city.agent.client.send(declaration(), {
      'idempotency-key': key,
      'content-type': 'text/xml; charset="utf-8%0d%0aX-Injected: yes"',
    });
    const raw = await city.agent.client.get(`${sent.expect(202).string('/status')}/raw`);
    for (const answer of [sent, raw]) expect(answer.headers.has('x-injected')).toBe(false);
    expect(raw.headers.get('content-type')).toBe('application/octet-stream');
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
    const page = await hub.client().get('/v1/interchanges/%0d%0aX-Injected:%20yes');
    expect(page.headers.has('x-injected')).toBe(false);
  });

  it('that are too large are refused without ending the hub', async () => {
    const answer = await sayRaw(hub.url, [line(`X-Long: ${'x'.repeat(100_000)}\r\nContent-Length: 2\r\n`)]);
    expect(answer.status).toBe(431);
    expect((await hub.client().get('/healthz')).status).toBe(200);
  });
});

describe('too many requests', () => {
  it('are told when to come again, one participant not for another', async () => {
    const narrow = await startHub({ database, adminKey: hub.adminKey, env: { RATE_LIMIT: '5' } });
    const agent = narrow.client(city.agent.key);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => agent.get('/v1/interchanges?limit=1', english)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expectProblem(answer, 429, 'GATEWAY_RATE_LIMITED');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    (await narrow.client(city.customs.key).get('/v1/interchanges?limit=1')).expect(200);
    await narrow.stop();
  });
});

it('leaves no secret in the log', () => {
  expect(hub.logs()).not.toContain(city.agent.key);
  expect(hub.logs()).not.toContain(hub.adminKey);
  expect(hub.logs()).not.toContain('有限公司');
});
