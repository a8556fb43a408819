import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { JsonObject } from '#kernel';
import { uuidv7 } from '#kernel';
import { storeInterchanges } from '#store';
import { startAdminServer, type AdminServer, type Answer } from '../testing/admin-server.js';

const id = 'customs/declaration-xml';
const base = `/v1/admin/mappings/${encodeURIComponent(id)}`;
const message = readFileSync(`libs/adapters/src/${id}/cases/canonical-import-2018/in.xml`, 'utf8');

let server: AdminServer;
/** The key of a second person. */
let second: Record<string, string>;

beforeAll(async () => {
  server = await startAdminServer();
  const issued = await server.call('POST', '/v1/admin/keys', {
    participant: 'administration',
    label: 'second person',
    role: 'administrator',
  });
  second = { authorization: `Bearer ${String(issued.body['key'])}` };
});
afterAll(() => server.close());

const get = (path: string): Promise<Answer> => server.call('GET', `${base}${path}`);
const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  server.call('POST', `${base}${path}`, body, headers);
const codes = ({ body }: Answer): unknown =>
  (body['errors'] as { code: string; pointer?: string }[]).map((one) => one.code);

interface Definition extends JsonObject {
  documents: { rules: JsonObject[] }[];
}
const definitionOf = (answer: Answer): Definition => structuredClone(answer.body['definition']) as Definition;
/** The definition with one more rule. */
function withRule(definition: Definition, rule: JsonObject): Definition {
  const [document, ...rest] = definition.documents;
  return { ...definition, documents: [{ ...document, rules: [...(document?.rules ?? []), rule] }, ...rest] };
}
const remark = (text: string): JsonObject => ({ const: text, to: '/remarks', way: 'read' });

async function draft(
  rule: JsonObject,
  more: object = {},
): Promise<{ number: number; etag: string; body: Answer['body'] }> {
  const shipped = await get('/versions/shipped');
  const made = await post('/versions', {
    definition: withRule(definitionOf(shipped), rule),
    note: '试',
    ...more,
  });
  expect(made.status).toBe(201);
  return { number: Number(made.body['number']), etag: made.headers.get('etag') ?? '', body: made.body };
}
const publish = (number: number, etag = '*', headers = second): Promise<Answer> =>
  post(`/versions/${number}/publish`, { reason: '新增备注' }, { 'if-match': etag, ...headers });
const inForce = async (): Promise<unknown> => (await get('')).body['inForce'];

describe('the mappings', () => {
  it('are listed with what is in force', async () => {
    const { body } = await server.call('GET', '/v1/admin/mappings');
    const all = body['items'] as JsonObject[];
    expect(all.length).toBeGreaterThan(20);
    expect(all.find((one) => one['adapter'] === id)).toMatchObject({
      system: 'customs',
      shipped: '1.0.0',
      inForce: '1.0.0',
      drafts: 0,
      documentTypes: ['Declaration'],
    });
    expect((await server.call('GET', '/v1/admin/mappings/port%2Fnothing')).status).toBe(404);
  });

  it('go from a draft through a second person into force, and back', async () => {
    const made = await draft(remark('checked'));
    expect(made.body).toMatchObject({
      label: '1.0.0+1',
      state: 'draft',
      basedOn: '1.0.0',
      check: { publishable: true, faults: [] },
    });
    const own = await publish(made.number, made.etag, {});
    expect(own).toMatchObject({ status: 403, body: { code: 'STORE_MAPPING_SAME_PERSON' } });
    expect(await inForce()).toBe('1.0.0');
    const blind = await post(`/versions/${made.number}/publish`, { reason: 'x' }, second);
    expect(blind).toMatchObject({ status: 428 });
    const published = await publish(made.number, made.etag);
    expect(published).toMatchObject({ status: 200, body: { state: 'published', publishReason: '新增备注' } });
    expect(await inForce()).toBe('1.0.0+1');
    const read = await post('/preview', { message });
    expect(read.body).toMatchObject({ stored: true, documents: [{ body: { remarks: 'checked' } }] });

    const again = await draft(remark('twice'));
    expect(again.body).toMatchObject({ basedOn: '1.0.0+1' });
    await publish(again.number);
    expect((await post('/rollback', { to: '1.0.0+1' })).status).toBe(422);
    const back = await post('/rollback', { to: '1.0.0+1', reason: '误发布' });
    expect(back).toMatchObject({
      status: 200,
      body: { label: '1.0.0+3', state: 'published', basedOn: '1.0.0+1' },
    });
    expect(await inForce()).toBe('1.0.0+3');
    expect(await post('/rollback', { to: '1.0.0+3', reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'ADMIN_MAPPING_IN_FORCE' },
    });
    await post('/rollback', { to: 'shipped', reason: '恢复' });
    expect(await inForce()).toBe('1.0.0');

    const history = (await get('/versions')).body['items'] as JsonObject[];
    expect(history.map(({ label, state }) => `${String(label)} ${String(state)}`)).toEqual([
      '1.0.0+3 retired',
      '1.0.0+2 retired',
      '1.0.0+1 retired',
      '1.0.0 shipped',
    ]);
    const audit = await server.call('GET', '/v1/admin/audit?subjectType=mapping&limit=50');
    expect((audit.body['items'] as JsonObject[]).map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'mapping.rolled-back',
        'mapping.retired',
        'mapping.published',
        'mapping.drafted',
      ]),
    );
  });

  it('that do not compile are kept as drafts, with every fault, and never published', async () => {
    const made = await draft({ from: 'DecHead/X[', to: '/x' });
    const check = made.body['check'] as { faults: JsonObject[] };
    expect(check).toMatchObject({ publishable: false });
    expect(check.faults[0]).toMatchObject({
      code: 'MAPPING_PATH',
      pointer: expect.stringMatching(/^\/definition\/documents\/0\/rules\/\d+/),
    });
    expect(await publish(made.number)).toMatchObject({ status: 422, body: { code: 'MAPPING_PATH' } });
    expect(await post('/versions', { definition: { adapter: id } })).toMatchObject({
      status: 422,
      body: { code: 'ADMIN_BODY_INVALID' },
    });
    const other = await post('/versions', {
      definition: { ...definitionOf(await get('/versions/shipped')), adapter: 'port/x' },
    });
    expect(other.body['check']).toMatchObject({
      faults: [{ code: 'ADAPTER_MAPPING_OTHER', pointer: '/definition/adapter' }],
    });
  });

  it('whose examples fail are not published', async () => {
    const definition = withRule(definitionOf(await get('/versions/shipped')), remark('a'));
    const example = { name: 'import', message, documents: [{ type: 'Declaration', body: {} }] };
    const made = await post('/versions', { definition: { ...definition, examples: [example] } });
    expect(made.body['check']).toMatchObject({
      faults: [{ code: 'MAPPING_EXAMPLE', pointer: '/definition/examples/0' }],
    });
    expect(codes(await publish(Number(made.body['number'])))).toEqual(['MAPPING_EXAMPLE']);
  });

  it('that were begun from what is no longer in force are refused until that is taken over', async () => {
    const [one, other] = [await draft(remark('one')), await draft(remark('other'))];
    expect((await publish(one.number)).status).toBe(200);
    const late = await publish(other.number);
    expect(late).toMatchObject({ status: 409, body: { code: 'ADMIN_MAPPING_BASE_MOVED' } });
    const now = await inForce();
    const path = `${base}/versions/${other.number}`;
    const rebased = await server.call('PATCH', path, { basedOn: now }, { 'if-match': other.etag });
    expect(rebased).toMatchObject({ status: 200, body: { basedOn: now, version: 2 } });
    expect(await publish(other.number, other.etag)).toMatchObject({ status: 412 });
    expect(await publish(other.number, '"2"')).toMatchObject({ status: 200 });
    await post('/rollback', { to: 'shipped', reason: '恢复' });
  });

  it('are discarded with a reason, and stay to be read', async () => {
    const made = await draft(remark('x'));
    const path = `${base}/versions/${made.number}`;
    expect((await server.call('DELETE', path)).status).toBe(422);
    expect(await server.call('DELETE', path, { reason: '重复' })).toMatchObject({
      status: 200,
      body: { state: 'discarded' },
    });
    expect((await get(`/versions/${made.number}`)).status).toBe(200);
    expect((await publish(made.number)).status).toBe(409);
  });

  it('are closed to participants', async () => {
    const { body } = await server.call('POST', '/v1/admin/keys', {
      participant: 'administration',
      label: 'x',
      role: 'participant',
    });
    const headers = { authorization: `Bearer ${String(body['key'])}` };
    for (const path of ['', '/versions', '/versions/shipped'])
      expect((await server.call('GET', `${base}${path}`, undefined, headers)).status).toBe(403);
  });
});

describe('the difference of two versions', () => {
  it('is told in sentences, against what is in force or any other', async () => {
    const made = await draft(remark('x'));
    const diff = await get(`/versions/${made.number}/diff`);
    expect(diff.body).toMatchObject({
      before: '1.0.0',
      counts: { added: 1, removed: 0, changed: 0, moved: 0 },
      changes: [
        {
          kind: 'added',
          part: 'rule',
          name: '"x" -> /remarks',
          text: { zh: expect.stringContaining('新增规则') },
        },
      ],
    });
    const back = await get(`/versions/shipped/diff?against=${made.number}`);
    expect(back.body).toMatchObject({ counts: { added: 0, removed: 1 } });
    expect((await get(`/versions/${made.number}/diff?against=99`)).status).toBe(404);
  });
});

describe('the preview', () => {
  it('shows documents with lineage, what nothing reads, and the message written again', async () => {
    const { body } = await post('/preview', {
      message: message.replace('</DecHead>', '<NewField>9</NewField></DecHead>'),
    });
    expect(body).toMatchObject({
      stored: true,
      check: { publishable: true },
      unread: [{ path: expect.stringContaining('NewField'), value: '9' }],
      written: { text: expect.stringContaining('<DecMessage') },
    });
    const [document] = body['documents'] as { lineage: JsonObject[] }[];
    expect(document?.lineage.length).toBeGreaterThan(10);
  });

  it('takes a mapping that is stored nowhere, and says what is wrong with one', async () => {
    const shipped = definitionOf(await get('/versions/shipped'));
    const good = await post('/preview', { message, definition: withRule(shipped, remark('live')) });
    expect(good.body).toMatchObject({ documents: [{ body: { remarks: 'live' } }] });
    const bad = await post('/preview', { message, definition: withRule(shipped, { from: 'X[', to: '/x' }) });
    expect(bad).toMatchObject({
      status: 200,
      body: { check: { publishable: false, faults: [{ code: 'MAPPING_PATH' }] } },
    });
    expect(bad.body['documents']).toBeUndefined();
  });

  it('shows a stored message only with a record of it', async () => {
    const interchange = await stored(message, 'normalised');
    const { body } = await post('/preview', { interchange });
    expect(body).toMatchObject({ stored: true });
    const [row] = await server.sql.query(`SELECT what FROM reading WHERE subject_id = $1`, [interchange]);
    expect(row).toEqual({ what: 'interchange-body' });
    expect((await post('/preview', { interchange: uuidv7(1) })).status).toBe(404);
    expect(await post('/preview', { interchange, message })).toMatchObject({
      status: 422,
      body: { code: 'ADMIN_PREVIEW_SOURCE' },
    });
  });
});

describe('a dry run', () => {
  it('is begun, watched and read, and says what the candidate would change', async () => {
    await stored(message, 'normalised');
    const made = await draft(remark('dry'));
    const started = await post('/dry-runs', { version: String(made.number), last: 100 });
    expect(started.status).toBe(202);
    const place = started.headers.get('location') ?? '';
    expect(await post('/dry-runs', { version: String(made.number) })).toMatchObject({ status: 429 });
    const result = await ended(place);
    expect(result).toMatchObject({ state: 'done', candidate: made.body['label'] });
    expect(result['result']).toMatchObject({
      counts: { newlyFailing: 0 },
      places: [{ pointer: '/*/body/remarks' }],
    });
    const { body } = await get('/dry-runs');
    const [last] = body['items'] as JsonObject[];
    expect(last).toMatchObject({ state: 'done', result: { total: 2 } });
    expect(last?.['result']).not.toHaveProperty('samples');
    const [row] = await server.sql.query(`SELECT count(*)::int AS times FROM reading WHERE what = 'dry-run'`);
    expect(row).toEqual({ times: 1 });
    expect((await server.call('DELETE', place)).body).toMatchObject({ state: 'done' });
  });

  it('is not begun with a mapping that cannot be used', async () => {
    const made = await draft({ from: 'X[', to: '/x' });
    expect(await post('/dry-runs', { version: String(made.number) })).toMatchObject({
      status: 422,
      body: { code: 'MAPPING_PATH' },
    });
  });

  async function ended(place: string): Promise<Record<string, unknown>> {
    for (;;) {
      const { body } = await server.call('GET', place);
      if (body['state'] !== 'waiting' && body['state'] !== 'running') return body;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});

describe('messages that were held', () => {
  it('are counted first, then due again, with a reason and a record', async () => {
    const held = await stored('<DecMessage><a/></DecMessage>', 'held');
    const wanted = { adapter: id, state: 'held', reason: '映射已修正' };
    const path = '/v1/admin/interchanges/renormalise';
    expect((await server.call('POST', path, { adapter: id })).status).toBe(422);
    const dry = await server.call('POST', path, { ...wanted, dryRun: true });
    expect(dry.body).toEqual({ dryRun: true, count: 1, more: false, senders: 1, interchanges: [held] });
    expect(server.rung).toEqual([]);
    const done = await server.call('POST', path, wanted);
    expect(done.body).toMatchObject({ dryRun: false, count: 1, interchanges: [held] });
    expect(server.rung).toHaveLength(1);
    expect((await server.call('POST', path, wanted)).body).toMatchObject({ count: 0 });
    const audit = await server.call('GET', '/v1/admin/audit?action=interchange.renormalised');
    expect(audit.body).toMatchObject({
      items: [{ reason: '映射已修正', after: { count: 1, interchanges: [held] } }],
    });
  });
});

/** An interchange of the administration itself, as though it had been read. */
async function stored(text: string, state: string): Promise<string> {
  const [row] = await server.sql.query<{ id: string }>(
    `SELECT id FROM participant WHERE code = 'administration'`,
  );
  const interchange = uuidv7(Date.now());
  const body = Buffer.from(text);
  await storeInterchanges(server.sql, [
    {
      id: interchange,
      receivedAt: Date.now(),
      participantId: row?.id ?? '',
      channel: 'http',
      body,
      sha256: createHash('sha256').update(body).digest(),
      idempotencyKey: `key:${interchange}`,
    },
  ]);
  await server.sql.query(`UPDATE normalisation SET state = $2, adapter_id = $3 WHERE interchange_id = $1`, [
    interchange,
    state,
    id,
  ]);
  return interchange;
}
