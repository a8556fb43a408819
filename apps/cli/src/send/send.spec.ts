import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../../../../test/support/administration.js';
import { endHubs, startHub, type RunningHub } from '../../../../test/support/hub.js';
import { declaration } from '../../../../test/support/messages.js';
import { jsonLines, runCli, type CliResult } from '../testing/run-cli.js';

let database: TestDatabase;
let hub: RunningHub;
let agent: Party;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  hub = await startHub({ database });
  agent = await new Administration(hub).party('agent');
  folder = mkdtempSync(join(tmpdir(), 'tongguan-send-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await endHubs();
  await database.drop();
});

const file = (name: string, content: Buffer | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const asAgent = (...args: string[]): Promise<CliResult> =>
  runCli(args, { env: { TONGGUAN_URL: hub.url, TONGGUAN_KEY: agent.key } });
const asAdministrator = (...args: string[]): Promise<CliResult> =>
  runCli(args, { env: { TONGGUAN_URL: hub.url, TONGGUAN_KEY: hub.adminKey } });

describe('send', () => {
  it('shows id and receipt, and the same again for the same message', async () => {
    const path = file('a.xml', declaration());
    const first = await asAgent('send', path);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const id = /: ([0-9a-f-]{36}) 已受理 accepted\n {2}receipt ey/.exec(first.stdout)?.[1];
    const second = await asAgent('send', path);
    expect(second.stdout).toContain(`${id ?? 'no id'} 此前已受理 accepted before`);
  });

  it('waits for the outcome when asked', async () => {
    const { code, stdout } = await asAgent('send', '--wait', '20', file('b.xml', declaration()));
    expect(code).toBe(0);
    expect(stdout).toMatch(/已标准化 normalised\n {2}document [0-9a-f-]{36}\n/);
  });

  it('shows every violation in both languages and ends with 1', async () => {
    const sound = file('c.xml', declaration());
    const broken = file('d.xml', declaration().toString('utf8').slice(0, 900));
    const { code, stdout, stderr } = await asAgent('send', '--wait', '20', broken, sound);
    expect(code).toBe(1);
    expect(stderr).toMatch(/d\.xml: 422 SYNTAX_XML_TRUNCATED\n.*\n.*[\u4e00-\u9fff].*\n.*[a-z]{3}/);
    expect(stdout).toMatch(/c\.xml: .* 已受理 accepted/);
  });

  it('prints what the hub answered with --json', async () => {
    const { stdout } = await asAgent('send', '--json', file('e.xml', declaration()), '/no/such/file');
    expect(jsonLines(stdout)).toMatchObject([
      { http: 202, answer: { id: expect.any(String), receipt: expect.any(String) } },
      { file: '/no/such/file', faults: [{ code: 'CLI_FILE_UNREADABLE' }] },
    ]);
  });

  it.each([
    ['a wrong key', { TONGGUAN_KEY: 'tg_wrong' }, /401 GATEWAY_KEY_WRONG/],
    ['no key', { TONGGUAN_KEY: '' }, /CLI_KEY_MISSING/],
    ['no hub', { TONGGUAN_URL: 'http://127.0.0.1:9' }, /CLI_HUB_UNREACHABLE/],
  ])('says what is wrong with %s', async (_, env, complaint) => {
    const path = file('f.xml', declaration());
    const { code, stderr } = await runCli(['send', path], {
      env: { TONGGUAN_URL: hub.url, TONGGUAN_KEY: agent.key, ...env },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(complaint);
  });
});

describe('keys', () => {
  it('are made, listed, rotated and revoked', async () => {
    const made = await asAdministrator(
      'keys',
      'create',
      '--participant',
      'agent',
      '--label',
      '夜班',
      '--json',
    );
    const [key] = jsonLines(made.stdout);
    expect(key).toMatchObject({ label: '夜班', role: 'participant', key: expect.stringMatching(/^tg_/) });
    const id = String(key?.['id']);
    expect((await asAdministrator('keys', 'list', '--participant', 'agent')).stdout).toContain('夜班');
    const next = await asAdministrator('keys', 'rotate', id, '--overlap', '0');
    expect(next.stdout).toMatch(/只显示一次 shown this once: tg_/);
    const newId = /^[0-9a-f-]{36}/.exec(next.stdout)?.[0] ?? '';
    const revoked = await asAdministrator('keys', 'revoke', newId, '--reason', '不再使用');
    expect(revoked).toMatchObject({ code: 0, stdout: expect.stringContaining('撤销 revoked') });
    const again = await asAdministrator('keys', 'revoke', newId, '--reason', '不再使用');
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('STORE_STATE_FORBIDS') });
  });

  it('verify a receipt offline, and refuse one that was changed', async () => {
    const sent = await asAgent('send', '--json', file('g.xml', declaration()));
    const receipt = String(Object(jsonLines(sent.stdout)[0]?.['answer']).receipt);
    const jwks = file('jwks.json', (await hub.client().get('/.well-known/jwks.json')).text);
    const good = await runCli(['keys', 'verify-receipt', receipt, '--keys', jwks]);
    expect(good.code).toBe(0);
    expect(JSON.parse(good.stdout)).toMatchObject({ iss: 'dalian', kind: 'technical', sender: 'agent' });
    const online = await runCli(['keys', 'verify-receipt', receipt], { env: { TONGGUAN_URL: hub.url } });
    expect(online.code).toBe(0);
    const [head = '', payload = '', signature = ''] = receipt.split('.');
    const claims = Buffer.from(payload, 'base64url').toString('utf8').replace('"agent"', '"other"');
    const changed = `${head}.${Buffer.from(claims).toString('base64url')}.${signature}`;
    const bad = await runCli(['keys', 'verify-receipt', changed, '--keys', jwks]);
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining('EVIDENCE_SIGNATURE_INVALID') });
    expect(readFileSync(jwks, 'utf8')).not.toContain('"d"');
  });
});

describe('migrate', () => {
  it('finds a migrated database as it is, and says what is wrong with an address', async () => {
    const good = await runCli(['migrate'], { env: { DATABASE_URL: database.url } });
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to do') });
    const bad = await runCli(['migrate'], { env: { DATABASE_URL: 'mysql://x' } });
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining('CONFIG_INVALID') });
  });
});
