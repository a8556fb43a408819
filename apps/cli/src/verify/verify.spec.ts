import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateNodeKey, issueDocument, presentDocument } from '#evidence';
import { openSql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { setUp, type City } from '../../../../test/support/city.js';
import { eventually } from '../../../../test/support/eventually.js';
import { endHubs, startHub, type RunningHub } from '../../../../test/support/hub.js';
import { declaration } from '../../../../test/support/messages.js';
import { endSubscribers } from '../../../../test/support/subscriber.js';
import { runCli } from '../testing/run-cli.js';

let database: TestDatabase;
let hub: RunningHub;
let city: City;
let folder: string;
let keys: string;
let message: string;
let document: string;

const inFolder = async (name: string, text: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongguan-verify-'));
  database = await freshDatabase();
  hub = await startHub({ database, env: { EVIDENCE_SECONDS: '1' } });
  city = await setUp(hub);
  const bytes = declaration();
  message = await inFolder('message.xml', bytes);
  const settled = (await city.agent.client.settle(bytes)).expect(200);
  document = settled.string('/documents/0/id');
  await inFolder('receipt.jws', settled.string('/receipt'));
  keys = await inFolder('jwks.json', (await hub.client().get('/.well-known/jwks.json')).text);
  const proof = await eventually('it is sealed', async () => {
    const answer = await city.agent.client.get(`/v1/documents/${document}/evidence`);
    return answer.status === 200 && answer;
  });
  await inFolder('proof.json', proof.text);
  await inFolder('checkpoint.jws', (await hub.client().get('/v1/checkpoints/latest')).string('/checkpoint'));
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
  await database.drop();
  await rm(folder, { recursive: true });
});

const verify = (...args: readonly string[]) => runCli(['verify', ...args]);
const file = (name: string): string => join(folder, name);

describe('tongguan verify', () => {
  it.each([
    ['receipt.jws', '回执', 'a receipt (technical) of node dalian'],
    ['proof.json', '证据链', 'the content is what was recorded'],
    ['checkpoint.jws', '检查点', 'that the node has no other chain'],
  ])('says of %s what it proves and what not, in both languages', async (name, zh, en) => {
    const { code, stdout, stderr } = await verify(file(name), '--keys', keys);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(zh);
    expect(stdout).toContain(en);
    expect(stdout).toMatch(/不证明 not proven/);
  });

  it('holds a receipt against the message', async () => {
    const { code, stdout } = await verify(file('receipt.jws'), '--keys', keys, '--content', message);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('the content that was given is that message'),
    ]);
    const other = await verify(file('receipt.jws'), '--keys', keys, '--content', file('proof.json'));
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('CLI_CONTENT_DIFFERS')]);
  });

  it.each(['receipt.jws', 'proof.json', 'checkpoint.jws'])(
    'refuses %s with one bit flipped, wherever',
    async (name) => {
      const text = await readFile(file(name), 'utf8');
      for (const at of [0.1, 0.5, 0.97]) {
        const bytes = Buffer.from(text);
        const place = Math.floor(bytes.length * at);
        bytes[place] = (bytes[place] ?? 0) ^ 1;
        const bent = await inFolder('bent', bytes);
        expect([at, (await verify(bent, '--keys', keys)).code]).toEqual([at, 1]);
      }
    },
  );

  it('verifies a document of which some was held back', async () => {
    const key = generateNodeKey();
    const origin = await inFolder('origin.json', JSON.stringify({ keys: [key.publicJwk] }));
    const claims = { iss: 'yingkou', id: document, type: 'CrewList' };
    const body = { vessel: '辽港1', crew: [{ name: '张三', rank: '大副' }] };
    const whole = issueDocument(key, claims, body);
    const masked = whole.ok ? presentDocument(whole.value, { without: ['/crew/*/name'] }) : whole;
    const path = await inFolder('masked.sd-jwt', masked.ok ? masked.value : '');
    const { code, stdout } = await verify(path, '--keys', origin);
    expect([code, stdout]).toEqual([0, expect.stringContaining('what is held back')]);
    expect(stdout).not.toContain('张三');
    expect((await verify(path, '--keys', keys)).code).toBe(1);
  });

  it('refuses what is signed by nobody it was told of, and what is nothing of ours', async () => {
    const stranger = await inFolder('stranger.json', JSON.stringify({ keys: [generateNodeKey().publicJwk] }));
    const other = await verify(file('proof.json'), '--keys', stranger);
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('EVIDENCE_KEY_UNKNOWN')]);
    const poem = await verify(message, '--keys', keys, '--json');
    expect([poem.code, JSON.parse(poem.stdout)]).toMatchObject([
      1,
      { verified: false, faults: [{ code: 'CLI_EVIDENCE_UNKNOWN' }] },
    ]);
    expect((await verify()).code).toBe(2);
  });
});

describe('tongguan export', () => {
  it.each([
    ['a participant', () => city.agent.key, 'that nothing is left out'],
    ['the administrator', () => hub.adminKey, 'no message or document of that time in them is left out'],
  ])('writes for %s what verifies offline', async (_, key, text) => {
    const out = file('evidence.jsonl');
    const from = new Date(Date.now() - 60_000).toISOString();
    const exported = await runCli(['export', '--from', from, '--url', hub.url, '--key', key(), '-o', out]);
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    const { code, stdout, stderr } = await verify(out, '--keys', keys);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(text);
    expect(stdout).toMatch(/报文 1 份、单证 1 份、回执 1 份/);

    const lines = (await readFile(out, 'utf8')).split('\n');
    const shorter = await inFolder(
      'shorter.jsonl',
      lines.filter((line) => !line.includes('"kind":"document"')).join('\n'),
    );
    expect(await verify(shorter, '--keys', keys)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/EVIDENCE_EXPORT_(LACKS|CUT)/),
    });
    const changed = await inFolder('changed.jsonl', lines.join('\n').replace('currency', 'currencx'));
    expect(await verify(changed, '--keys', keys)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('EVIDENCE_CONTENT_CHANGED'),
    });
  });

  it('says why there is none', async () => {
    const late = await runCli([
      'export',
      '--from',
      '2020-01-01',
      '--url',
      hub.url,
      '--key',
      city.agent.key,
      '-o',
      file('none'),
    ]);
    expect([late.code, late.stderr]).toEqual([1, expect.stringContaining('CLI_EXPORT_REFUSED')]);
  });
});

describe('tongguan verify --database', () => {
  const onDatabase = (...args: readonly string[]) =>
    runCli(['verify', '--database', ...args], { env: { DATABASE_URL: database.url } });

  it('agrees, and names what was changed by hand', async () => {
    const sound = await onDatabase('--keys', keys);
    expect([sound.code, sound.stderr]).toEqual([0, '']);
    expect((await onDatabase()).stdout).toContain('give those kept elsewhere');
    const hand = openSql({ url: database.url, connections: 1, name: 'psql' });
    await hand.execute(
      `UPDATE document SET body = replace(body::text, '"currency"', '"currencx"')::json WHERE id = $1`,
      [document],
    );
    await hand.end();
    const { code, stderr } = await onDatabase('--keys', keys);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`EVIDENCE_ROW_CONTENT document ${document}`)]);
  });

  it('needs to be told which', async () => {
    const { code, stderr } = await runCli(['verify', '--database']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('CLI_DATABASE_MISSING')]);
  });
});
