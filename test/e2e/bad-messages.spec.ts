import iconv from 'iconv-lite';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { setUp, type City } from '../support/city.js';
import { endHubs, startHub, type RunningHub } from '../support/hub.js';
import { boxReport, declaration } from '../support/messages.js';
import { english, expectProblem, inBothLanguages } from '../support/problems.js';
import { endSubscribers, ofInterchange } from '../support/subscriber.js';

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

const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`,
).join('')}]><DecMessage>&j;</DecMessage>`;

const text = (): string => declaration().toString('utf8');
const declaredAs = (charset: string): string => text().replace('encoding="UTF-8"', `encoding="${charset}"`);

describe('a message that cannot be read', () => {
  it.each<[string, () => Buffer | string, string]>([
    ['cut XML', () => declaration().subarray(0, 900), 'SYNTAX_XML_TRUNCATED'],
    ['XML that is not well-formed', () => text().replace('</DecHead>', ''), 'SYNTAX_XML_MALFORMED'],
    [
      'a DOCTYPE',
      () => text().replace('<DecMessage', '<!DOCTYPE DecMessage SYSTEM "file:///etc/passwd"><DecMessage'),
      'SYNTAX_XML_DOCTYPE',
    ],
    ['an entity bomb', () => bomb, 'SYNTAX_XML_DOCTYPE'],
    ['an entity that nobody declared', () => text().replace('0110', '&xxe;'), 'SYNTAX_XML_ENTITY'],
    [
      'bytes of no charset',
      () =>
        Buffer.concat([
          declaration().subarray(0, 1500),
          Buffer.from([0xff, 0xfe, 0x80, 0xff]),
          declaration(),
        ]),
      'SYNTAX_CHARSET_INVALID',
    ],
    ['EDIFACT cut in a segment', () => boxReport().subarray(0, 300), 'SYNTAX_EDIFACT_UNTERMINATED'],
    [
      'EDIFACT cut between segments',
      () =>
        boxReport()
          .toString('latin1')
          .replace(/UNT\+[^]*$/, ''),
      'SYNTAX_EDIFACT_CUT',
    ],
  ])('is refused with its code and place, and kept: %s', async (_what, make, code) => {
    const message = Buffer.from(make());
    const answer = await city.agent.client.settle(message, english);
    expectProblem(answer, 422, code);
    const { path, pointer, span } = answer.list('/errors').find((one) => one['code'] === code) ?? {};
    expect([path, pointer, span].some((place) => place !== undefined)).toBe(true);

    const id = answer.string('/interchange/id');
    const kept = (await city.agent.client.get(`/v1/interchanges/${id}`)).expect(200);
    expect(kept.json).toMatchObject({ state: 'rejected', documents: [] });
    expect(kept.list('/faults').map((one) => one['code'])).toContain(code);
    const raw = await city.agent.client.get(`/v1/interchanges/${id}/raw`);
    expect(raw.bytes.equals(message)).toBe(true);
    // The same again is the same answer: it was stored once.
    const again = await city.agent.client.settle(message, english);
    expect(again.at('/interchange/id')).toBe(id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('is held where no adapter knows it, for an administrator to see to', async () => {
    const answer = await city.agent.client.settle('货物已放行，请提箱。');
    expect(answer.expect(202).json).toMatchObject({ state: 'held', documents: [] });
    expect(answer.list('/faults')).toMatchObject([{ code: 'ADAPTER_NOT_RECOGNISED', disposition: 'hold' }]);
    const held = await hub.admin.get('/v1/interchanges?state=held&limit=200');
    expect(held.list().map(({ id }) => id)).toContain(answer.at('/id'));
  });

  it('is not accepted for an adapter that does not exist', async () => {
    await inBothLanguages(422, 'ADAPTER_UNKNOWN', (headers) =>
      city.agent.client.send(declaration(), { 'x-adapter': 'customs/nothing', ...headers }),
    );
  });

  it('is refused where the sender names an adapter that it is not for', async () => {
    const answer = await city.agent.client.settle(declaration(), { 'x-adapter': 'port/coarri-edifact' });
    expectProblem(answer, 422, 'ADAPTER_CONTRADICTED');
  });
});

describe('a message with mistakes that do not matter', () => {
  it.each<[string, () => Buffer]>([
    ['GB18030 that says so', () => iconv.encode(declaredAs('GB18030'), 'gb18030')],
    ['GB2312 that says so', () => iconv.encode(declaredAs('GB2312'), 'gb18030')],
    ['a byte order mark', () => Buffer.from(`\ufeff${text()}`)],
  ])('is read: %s', async (_what, make) => {
    const settled = (await city.agent.client.settle(make())).expect(200);
    const document = await city.agent.client.get(settled.string('/documents/0/href'));
    expect(document.string('/body/trader/name')).toMatch(/有限公司$/);
  });

  it.each<[string, () => Buffer]>([
    ['says GB2312 and is UTF-8', () => Buffer.from(declaredAs('GB2312'))],
    ['says UTF-8 and is GBK', () => iconv.encode(text(), 'gb18030')],
  ])('is read with a warning where it %s', async (_what, make) => {
    const settled = (await city.agent.client.settle(make())).expect(200);
    expect(settled.list('/faults')).toMatchObject([{ code: 'SYNTAX_CHARSET_DIFFERS', severity: 'warning' }]);
    const document = await city.agent.client.get(settled.string('/documents/0/href'));
    expect(document.string('/body/trader/name')).toMatch(/有限公司$/);
  });

  it('is delivered with its warnings where the counts of EDIFACT are wrong', async () => {
    const wrong = boxReport(3)
      .toString('latin1')
      .replace(/UNT\+\d+/, 'UNT+99')
      .replace(/UNZ\+1/, 'UNZ+7');
    const settled = (await city.terminal.client.settle(wrong)).expect(200);
    expect(settled.list('/documents')).toHaveLength(3);
    expect(settled.list('/faults').map(({ code }) => code)).toEqual([
      'SYNTAX_EDIFACT_COUNT',
      'SYNTAX_EDIFACT_COUNT',
    ]);
    for (const { severity, span } of settled.list('/faults')) {
      expect(severity).toBe('warning');
      expect(span).toBeDefined();
    }
    await city.customsHook.arrival(ofInterchange(settled.string('/id')));
  });
});

it('leaves nothing of the content in the log', () => {
  expect(hub.logs()).not.toContain(city.agent.key);
  expect(hub.logs()).not.toContain('有限公司');
});
