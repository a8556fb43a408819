import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type AdminServer, startAdminServer } from '../../../hub/src/admin/testing/admin-server.js';
import { applySetup, type Applied, type ApplyOptions } from './index.js';

let server: AdminServer;
let folder: string;

beforeAll(async () => {
  server = await startAdminServer();
  folder = await mkdtemp(join(tmpdir(), 'tongguan-apply-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const city = `
participants:
  - { code: yingkou-customs, nameZh: 营口海关, nameEn: Yingkou Customs, kind: agency, system: customs }
  - { code: bayuquan-terminal, nameZh: 鲅鱼圈码头, nameEn: Bayuquan Terminal, kind: enterprise }
keys:
  - { participant: yingkou-customs, label: gateway }
destinations:
  - { participant: bayuquan-terminal, code: inbox, kind: mailbox }
  - { participant: bayuquan-terminal, code: hook, kind: webhook, url: https://example.com/hook, timeout: 5000, state: paused }
agreements:
  - owner: yingkou-customs
    consumer: bayuquan-terminal
    documentType: Declaration
    condition: document.declarationType == 'import'
    fields: [/declarationNumber]
    purpose: 放行提箱
    validFrom: 2025-01-01T00:00:00+08:00
routes:
  - { code: releases, documentType: Declaration, destination: bayuquan-terminal/inbox, priority: 50 }
`;

async function run(text: string, more: Partial<ApplyOptions> = {}) {
  const file = join(folder, 'city.yaml');
  await writeFile(file, text);
  const printed: string[] = [];
  const options = {
    file,
    url: server.url,
    key: server.key,
    now: Date.now,
    print: (line: string) => printed.push(line),
  };
  return { result: await applySetup({ ...options, ...more }), printed };
}

async function applied(
  text: string,
  more: Partial<ApplyOptions> = {},
): Promise<Applied & { printed: string[] }> {
  const { result, printed } = await run(text, more);
  if (!result.ok) throw new Error(result.error.map((fault) => fault.text.en).join('\n'));
  return { ...result.value, printed };
}

const codes = async (text: string): Promise<string[]> => {
  const { result } = await run(text);
  return result.ok ? [] : result.error.map(({ code }) => code);
};

describe('apply', () => {
  it('says what it would do and does nothing, when asked to', async () => {
    const { done, printed } = await applied(city, { dryRun: true });
    expect(printed).toEqual(done.map((title) => `would ${title}`));
    expect(server.snapshot.current().routes).toEqual([]);
  });

  it('makes everything in one go, and a second time nothing', async () => {
    const secretsFile = join(folder, 'secrets.yaml');
    const first = await applied(city, { secretsFile });
    expect(first.done).toEqual([
      'create participant yingkou-customs',
      'create participant bayuquan-terminal',
      'create key yingkou-customs gateway',
      'create destination bayuquan-terminal/inbox',
      'create destination bayuquan-terminal/hook',
      'pause destination bayuquan-terminal/hook',
      'create agreement yingkou-customs → bayuquan-terminal Declaration (放行提箱)',
      'create route releases',
    ]);
    expect((await stat(secretsFile)).mode & 0o777).toBe(0o600);
    expect(parse(await readFile(secretsFile, 'utf8'))).toEqual([
      { participant: 'yingkou-customs', label: 'gateway', key: expect.stringMatching(/^tg_/) },
      { participant: 'bayuquan-terminal', destination: 'hook', secret: expect.stringMatching(/^whsec_/) },
    ]);
    expect(first.printed.join('\n')).not.toMatch(/tg_|whsec_/);
    const second = await applied(city);
    expect(second).toMatchObject({ done: [], printed: ['nothing to change'] });
  });

  it('changes what differs and leaves alone what the file does not name', async () => {
    const changed = city
      .replace('Yingkou Customs', 'Customs of Yingkou')
      .replace(', timeout: 5000, state: paused', ', batchLimit: 20, state: active')
      .replace("    condition: document.declarationType == 'import'\n", '')
      .replace('priority: 50', 'priority: 60, state: disabled')
      .replace('  - { participant: bayuquan-terminal, code: inbox, kind: mailbox }\n', '');
    expect((await applied(changed)).done).toEqual([
      'change participant yingkou-customs: nameEn',
      'change destination bayuquan-terminal/hook: batchLimit, timeout',
      'activate destination bayuquan-terminal/hook',
      'change agreement yingkou-customs → bayuquan-terminal Declaration (放行提箱): condition',
      'change route releases: priority',
      'disable route releases',
    ]);
    expect((await applied(changed)).done).toEqual([]);
    const events = await server.call('GET', '/v1/admin/audit?action=route.disabled');
    expect(events.body['items']).toMatchObject([{ reason: 'apply city.yaml' }]);
    await applied(city);
  });

  it('gives back nothing that a person took away', async () => {
    const [agreement] = (await server.call('GET', '/v1/admin/agreements')).body['items'] as { id: string }[];
    const [key] = (await server.call('GET', '/v1/admin/keys?participant=yingkou-customs')).body['items'] as {
      id: string;
    }[];
    const reason = { reason: 'withdrawn by the owner' };
    await server.call('POST', `/v1/admin/agreements/${agreement?.id}/revoke`, reason);
    await server.call('POST', `/v1/admin/keys/${key?.id}/revoke`, reason);
    const again = await applied(city);
    expect(again.done).toEqual([]);
    expect(again.notes).toHaveLength(2);
    const explicit = city.replace('purpose: 放行提箱', 'purpose: 放行提箱\n    state: granted');
    expect((await applied(explicit)).done).toEqual([expect.stringContaining('create agreement')]);
    expect((await applied(explicit)).done).toEqual([]);
  });

  it('does not begin when the file cannot be carried out', async () => {
    expect(await codes(city.replace('kind: agency', 'kind: node'))).toEqual(['SETUP_FIXED']);
    expect(
      await codes(
        city.replace('destination: bayuquan-terminal/inbox', 'destination: bayuquan-terminal/attic'),
      ),
    ).toEqual(['SETUP_REFERENCE_UNKNOWN']);
    expect(await codes(city.replace('code: hook', 'code: inbox'))).toEqual(['SETUP_NAMED_TWICE']);
    expect(await codes('participants: [}')).toContain('SETUP_YAML_BROKEN');
    expect(await codes('participants: [{ code: Dalian }]\ncolour: red')).toEqual(
      expect.arrayContaining(['SETUP_FILE_INVALID']),
    );
    expect(await codes(city)).toEqual([]);
  });

  it('says what the node refused, and that it cannot be reached', async () => {
    const wrong = `${city}  - { code: second, documentType: Poem, destination: bayuquan-terminal/inbox }\n`;
    const { result } = await run(wrong);
    expect(result).toMatchObject({
      ok: false,
      error: [
        {
          code: 'SETUP_NODE_REFUSED',
          values: { status: 422, reason: expect.stringContaining('/documentType') },
        },
      ],
    });
    const stranger = await run(city, { key: 'tg_wrong' });
    expect(stranger.result).toMatchObject({ ok: false, error: [{ values: { status: 401 } }] });
    const nowhere = await run(city, { url: 'http://127.0.0.1:9' });
    expect(nowhere.result).toMatchObject({ ok: false, error: [{ code: 'SETUP_NODE_UNREACHABLE' }] });
  });
});
