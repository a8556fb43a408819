import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../testing/run-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'tongguan-infer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = join(folder, 'moves.csv');
writeFileSync(
  sample,
  [
    '箱号,尺寸箱型,船名,航次,提单号,装货港,毛重(KG),作业时间',
    'LNHU3001010,22G1,辽海之星,2611W,YKB26030001,CNYIK,21640.0,2026-03-12 08:15:00',
    'LNHU3001031,45G1,辽海之星,2611W,YKB26030002,CNYIK,3900.0,2026-03-12 08:21:30',
  ].join('\n'),
);

describe('infer', () => {
  it('puts the draft into a file and prints the report', async () => {
    const draft = join(folder, 'draft.json');
    const args = [
      'infer',
      sample,
      '--type',
      'ContainerMove',
      '--adapter',
      'partner/yingkou-csv',
      '-o',
      draft,
    ];
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/row\/箱号 +100% +container LNHU3001010 +\/container\/number 箱号/);
    expect(stdout).toMatch(/有效 valid: 2/);
    const { definition, codes } = JSON.parse(readFileSync(draft, 'utf8'));
    expect(definition).toMatchObject({ adapter: 'partner/yingkou-csv', syntax: 'csv' });
    expect(definition.examples).toHaveLength(1);
    expect(codes).toEqual({});
  });

  it('prints the draft alone on standard output without a file for it', async () => {
    const { stdout, stderr } = await runCli(['infer', sample, '--type', 'ContainerMove', '--alone']);
    expect(JSON.parse(stdout)).toMatchObject({ definition: { adapter: 'partner/draft' } });
    expect(stderr).toMatch(/来源 source/);
  });

  it('prints everything as JSON', async () => {
    const { stdout } = await runCli(['infer', sample, '--json']);
    const { places, types } = JSON.parse(stdout);
    expect(types.length).toBeGreaterThan(1);
    expect(places[0]).toMatchObject({ path: 'row/箱号', share: 1, candidates: expect.any(Array) });
  });

  it.each([
    [['infer'], 2, ''],
    [['infer', '--threshold', '2', sample], 2, ''],
    [['infer', '--type', 'Poem', sample], 2, 'CLI_TYPE_UNKNOWN'],
    [['infer', join(folder, 'absent.csv')], 1, 'CLI_FILE_UNREADABLE'],
  ])('%j ends with %d', async (args, wanted, fault) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(wanted);
    expect(stderr).toContain(fault);
  });
});
