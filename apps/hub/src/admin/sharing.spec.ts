import { createHash } from 'node:crypto';
import { open } from '#evidence';
import { openSql, type Sql } from '#store';
import { type AdminServer, startAdminServer } from './testing/admin-server.js';

let server: AdminServer;
let sql: Sql;

beforeAll(async () => {
  server = await startAdminServer();
  sql = openSql({ url: server.databaseUrl, connections: 2 });
});
afterAll(async () => {
  await sql.end();
  await server.close();
});

const customs = {
  code: 'dalian-customs',
  nameZh: '大连海关',
  nameEn: 'Dalian Customs',
  kind: 'agency',
  system: 'customs',
};
const terminal = {
  code: 'dayao-terminal',
  nameZh: '大窑湾码头',
  nameEn: 'Dayao Bay Terminal',
  kind: 'enterprise',
};
const id = (body: Record<string, unknown>): string => String(body['id']);
const codes = (body: Record<string, unknown>): string[] =>
  (body['errors'] as { code: string; pointer?: string }[]).map((one) =>
    `${one.code} ${one.pointer ?? ''}`.trim(),
  );

describe('agreements, destinations and routes', () => {
  beforeAll(async () => {
    await server.call('POST', '/v1/admin/participants', customs);
    await server.call('POST', '/v1/admin/participants', terminal);
  });
  const agreement = {
    owner: customs.code,
    consumer: terminal.code,
    documentType: 'Declaration',
    condition: "document.declarationType == 'import'",
    fields: ['/declarationNumber', '/status'],
    purpose: '放行信息用于提箱',
  };

  it('an agreement is granted, changed, suspended, granted again and revoked for good', async () => {
    const made = await server.call('POST', '/v1/admin/agreements', agreement);
    expect(made).toMatchObject({ status: 201, body: { state: 'granted', fields: agreement.fields } });
    const path = `/v1/admin/agreements/${id(made.body)}`;
    const changed = await server.call(
      'PATCH',
      path,
      { condition: null, fields: null },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({ status: 200, body: { condition: null, fields: null, version: 2 } });
    expect((await server.call('POST', `${path}/suspend`)).status).toBe(422);
    const header = { 'x-reason': encodeURIComponent('协议到期复核') };
    expect((await server.call('POST', `${path}/suspend`, undefined, header)).body['state']).toBe('suspended');
    expect((await server.call('POST', `${path}/grant`)).body['state']).toBe('granted');
    expect(server.snapshot.current().agreements.find((one) => one.id === id(made.body))?.state).toBe(
      'granted',
    );
    expect((await server.call('POST', `${path}/revoke`, { reason: 'withdrawn' })).body['state']).toBe(
      'revoked',
    );
    expect(server.snapshot.current().agreements.find((one) => one.id === id(made.body))?.state).toBe(
      'revoked',
    );
    expect((await server.call('POST', `${path}/grant`)).status).toBe(409);
    expect((await server.call('PATCH', path, { purpose: 'x' }, { 'if-match': '*' })).status).toBe(409);
  });

  it('everything wrong with an agreement is said at once', async () => {
    const answer = await server.call('POST', '/v1/admin/agreements', {
      ...agreement,
      owner: 'nobody',
      documentType: 'Poem',
      condition: 'document.x ==',
      validFrom: '2025-06-01T00:00:00+08:00',
      validTo: '2025-05-31T23:59:59+08:00',
    });
    expect(answer.status).toBe(422);
    expect(codes(answer.body).sort()).toEqual([
      'ADMIN_PERIOD_EMPTY /validTo',
      'ADMIN_REFERENCE_UNKNOWN /owner',
      'ADMIN_TYPE_UNKNOWN /documentType',
      'ROUTING_CONDITION_SYNTAX /condition',
    ]);
  });

  it.each([
    ['http://example.com/hook', false],
    ['https://user:word@example.com/hook', false],
    ['https://example.com/hook#part', false],
    ['ftp://example.com/hook', false],
    ['http://127.0.0.1.example.com/', false],
    ['https://example.com/hook', true],
    ['http://127.0.0.1:9/hook', true],
    ['http://localhost/hook', true],
  ])('a webhook at %s: %s', async (url, accepted) => {
    const code = createHash('sha256').update(url).digest('hex').slice(0, 12);
    const made = await server.call('POST', '/v1/admin/destinations', {
      participant: terminal.code,
      code,
      kind: 'webhook',
      url,
    });
    expect(made.status).toBe(accepted ? 201 : 422);
  });

  it('a webhook signs with a secret that is shown once, sealed for its row, and rotated with overlap', async () => {
    const wanted = {
      participant: terminal.code,
      code: 'hook',
      kind: 'webhook',
      url: 'https://example.com/hook',
      timeout: 5000,
    };
    const made = await server.call('POST', '/v1/admin/destinations', wanted);
    const first = String(made.body['secret']);
    expect(first).toMatch(/^whsec_/);
    const path = `/v1/admin/destinations/${id(made.body)}`;
    expect((await server.call('GET', path)).body['secret']).toBeUndefined();
    expect(server.snapshot.current().destinations.get(id(made.body))?.secrets).toEqual([first]);
    const second = String((await server.call('POST', `${path}/rotate-secret`, {})).body['secret']);
    expect(server.snapshot.current().destinations.get(id(made.body))?.secrets).toEqual([second, first]);
    const third = String(
      (await server.call('POST', `${path}/rotate-secret`, { dropOld: true })).body['secret'],
    );
    expect(server.snapshot.current().destinations.get(id(made.body))?.secrets).toEqual([third]);
    const [row] = await sql.query<{ sealed: Buffer }>(
      'SELECT secret_sealed AS sealed FROM destination WHERE id = $1',
      [made.body['id']],
    );
    const sealed = row?.sealed ?? Buffer.alloc(0);
    expect(sealed.includes(third)).toBe(false);
    expect(open(Buffer.alloc(32, 7), sealed, 'destination:another').ok).toBe(false);
    const changed = await server.call('PATCH', path, { timeout: null, batchLimit: 50 }, { 'if-match': '*' });
    expect(changed.body['config']).toEqual({ url: wanted.url, batchLimit: 50 });
  });

  it('a mailbox has no address and no secret', async () => {
    const mailbox = { participant: terminal.code, code: 'inbox', kind: 'mailbox' };
    const wrong = await server.call('POST', '/v1/admin/destinations', {
      ...mailbox,
      url: 'https://example.com',
    });
    expect(wrong.status).toBe(422);
    const made = await server.call('POST', '/v1/admin/destinations', mailbox);
    expect(made.body['secret']).toBeUndefined();
    const path = `/v1/admin/destinations/${encodeURIComponent('dayao-terminal/inbox')}`;
    expect((await server.call('POST', `${path}/rotate-secret`)).status).toBe(409);
    expect((await server.call('PATCH', path, { timeout: 500 }, { 'if-match': '*' })).status).toBe(422);
  });

  it('a route is checked, switched off and on, and keeps its destination from being deleted', async () => {
    const route = { code: 'releases', documentType: 'Declaration', destination: 'dayao-terminal/inbox' };
    const wrong = await server.call('POST', '/v1/admin/routes', {
      ...route,
      condition: '1 +',
      destination: 'a/b',
    });
    expect(codes(wrong.body).sort()).toEqual([
      'ADMIN_REFERENCE_UNKNOWN /destination',
      'ROUTING_CONDITION_SYNTAX /condition',
    ]);
    const made = await server.call('POST', '/v1/admin/routes', route);
    expect(made).toMatchObject({ status: 201, body: { state: 'enabled', priority: 100 } });
    const found = () => server.snapshot.current().routes.find((one) => one.code === 'releases');
    expect(found()?.barred).toBeUndefined();
    await server.call('POST', '/v1/admin/routes/releases/disable', { reason: 'too many' });
    expect(found()).toBeUndefined();
    expect((await server.call('POST', '/v1/admin/routes/releases/enable')).body['version']).toBe(3);
    const inbox = `/v1/admin/destinations/${encodeURIComponent('dayao-terminal/inbox')}`;
    const reason = { reason: 'no longer used' };
    expect((await server.call('DELETE', inbox, reason)).status).toBe(409);
    await server.call('POST', `${inbox}/disable`, reason);
    expect(found()?.barred).toBe('DESTINATION_DISABLED');
    expect((await server.call('DELETE', '/v1/admin/routes/releases', reason)).status).toBe(200);
    expect((await server.call('DELETE', inbox, reason)).status).toBe(200);
    expect((await server.call('GET', inbox)).status).toBe(404);
  });
});

describe('the audit', () => {
  it('says who, from where, what, why, before and after, and never a secret', async () => {
    const events = await server.call('GET', '/v1/admin/audit?action=agreement.suspended');
    const [event] = events.body['items'] as Record<string, unknown>[];
    expect(event).toMatchObject({
      reason: '协议到期复核',
      address: '127.0.0.1',
      subjectType: 'agreement',
      before: { state: 'granted', version: 2 },
      after: { state: 'suspended', version: 3 },
    });
    const [administrator] = (await server.call('GET', '/v1/admin/keys?role=administrator')).body['items'] as {
      id: string;
    }[];
    expect(event?.['actorKeyId']).toBe(administrator?.id);
    const everything = JSON.stringify(await sql.query('SELECT * FROM audit_event'));
    expect(everything).not.toMatch(/whsec_|"hash"|sealed/i);
  });

  it('pages from the newest back, by period, subject and actor', async () => {
    const first = await server.call('GET', '/v1/admin/audit?limit=1&subjectType=route');
    expect(first.body['items']).toMatchObject([{ action: 'route.deleted' }]);
    const cursor = String(first.body['next']);
    const second = await server.call('GET', `/v1/admin/audit?limit=1&subjectType=route&cursor=${cursor}`);
    expect(second.body['items']).toMatchObject([{ action: 'route.enabled' }]);
    expect((await server.call('GET', '/v1/admin/audit?to=2020-01-01T00:00:00Z')).body['items']).toEqual([]);
    const own = await server.call('GET', '/v1/admin/audit?participant=administration&limit=200');
    expect((own.body['items'] as unknown[]).length).toBeGreaterThan(10);
  });
});
