import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endHubs, startHub, type RunningHub } from '../../../../test/support/hub.js';
import { jsonLines, runCli, type CliResult } from '../testing/run-cli.js';

const adapter = 'customs/declaration-xml';
const message = readFileSync(`libs/adapters/src/${adapter}/cases/canonical-import-2018/in.xml`);
const folder = mkdtempSync(join(tmpdir(), 'tongguan-mapping-'));
let hub: RunningHub;
/** The key of the second person. */
let second: string;
/** The key of a sender. */
let sender: string;

beforeAll(async () => {
  hub = await startHub();
  const wanted = { participant: 'administration', label: 'second', role: 'administrator' };
  second = (await hub.admin.post('/v1/admin/keys', wanted)).expect(201).string('/key');
  const broker = { code: 'yingkou-broker', nameZh: '营口报关行', nameEn: 'Broker', kind: 'enterprise' };
  (await hub.admin.post('/v1/admin/participants', broker)).expect(201);
  const wish = { participant: broker.code, label: 'x' };
  sender = (await hub.admin.post('/v1/admin/keys', wish)).string('/key');
  (await hub.client(sender).settle(message)).expect(200);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await endHubs();
});

const mapping = (args: readonly string[], key = hub.adminKey): Promise<CliResult> =>
  runCli(['mapping', ...args], { env: { TONGGUAN_URL: hub.url, TONGGUAN_KEY: key } });

interface Edited {
  definition: { documents: { rules: object[] }[] };
}

it('takes a mapping from its file through review into force, and back', async () => {
  const got = await mapping(['get', adapter]);
  expect(got.code).toBe(0);
  const edited: Edited = JSON.parse(got.stdout);
  edited.definition.documents[0]?.rules.push({ const: 'cli', to: '/remarks', way: 'read' });
  const file = join(folder, 'mapping.json');
  writeFileSync(file, JSON.stringify(edited));

  const drafted = await mapping(['draft', adapter, '--file', file, '--note', '备注']);
  expect(drafted).toMatchObject({ code: 0, stdout: '1.0.0+1 draft 备注\n' });
  const diff = await mapping(['diff', adapter, '1']);
  expect(diff.stdout).toContain('+ 新增规则 "cli" -> /remarks');
  const dry = await mapping(['dry-run', adapter, '1', '--last', '10']);
  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain('有变 changed 1');
  expect(dry.stdout).toContain('/*/body/remarks');

  const own = await mapping(['publish', adapter, '1', '--reason', '启用']);
  expect(own.code).toBe(1);
  expect(own.stderr).toContain('STORE_MAPPING_SAME_PERSON');
  const published = await mapping(['publish', adapter, '1', '--reason', '启用'], second);
  expect(published).toMatchObject({ code: 0, stdout: expect.stringContaining('1.0.0+1 published') });
  expect((await mapping(['list'])).stdout).toContain(`${adapter} 1.0.0+1`);

  expect((await mapping(['rollback', adapter, 'shipped', '--reason', '恢复'])).code).toBe(0);
  const history = jsonLines((await mapping(['history', adapter, '--json'])).stdout);
  expect(history.map(({ label, state }) => [label, state])).toEqual([
    ['1.0.0+1', 'retired'],
    ['1.0.0', 'shipped'],
  ]);
});

it('ends with 1 where a draft has faults, would make messages fail, or is changed to have some', async () => {
  const edited: Edited = JSON.parse((await mapping(['get', adapter, 'shipped'])).stdout);
  const strict = structuredClone(edited);
  strict.definition.documents[0]?.rules.push({ from: 'DecHead/Never', to: '/ediRemark2', required: true });
  const file = join(folder, 'strict.json');
  writeFileSync(file, JSON.stringify(strict));
  expect((await mapping(['draft', adapter, '--file', file])).code).toBe(0);
  const dry = await mapping(['dry-run', adapter, '2']);
  expect(dry).toMatchObject({ code: 1, stdout: expect.stringContaining('新增失败 newly failing 1') });
  expect(dry.stdout).toContain('MAPPING_REQUIRED');

  edited.definition.documents[0]?.rules.push({ from: 'X[', to: '/x' });
  writeFileSync(file, JSON.stringify(edited));
  const broken = await mapping(['draft', adapter, '--draft', '2', '--file', file]);
  expect(broken).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('MAPPING_PATH /definition/documents/0'),
  });
  const missing = await mapping(['draft', adapter, '--file', join(folder, 'nothing.json')]);
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('CLI_FILE_UNREADABLE') });
});

it('has messages that were refused read again', async () => {
  const refused = await hub.client(sender).settle(message.toString('utf8').replace('</DecHead>', ''));
  expect(refused.status).toBe(422);
  const wanted = ['renormalise', '--reason', '试'];
  const env = { TONGGUAN_URL: hub.url, TONGGUAN_KEY: hub.adminKey };
  const dry = await runCli([...wanted, '--state', 'rejected', '--dry-run'], { env });
  expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining(refused.string('/interchange/id')) });
  const done = await runCli([...wanted, '--id', refused.string('/interchange/id'), '--json'], { env });
  expect(jsonLines(done.stdout)).toMatchObject([{ count: 1, senders: 1, dryRun: false }]);
  expect((await runCli(['renormalise'], { env })).code).toBe(2);
});
