import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines, repository, runCli } from '../testing/run-cli.js';
import { firstDifference } from './first-difference.js';

const scratch = mkdtempSync(join(tmpdir(), 'tongguan-conformance-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const folder = 'libs/adapters/src/customs/declaration-xml/cases';
const canonical = `${folder}/canonical-import-2018/in.xml`;
const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

function changed(name: string, change: (text: string) => string): string {
  const file = join(scratch, name);
  writeFileSync(file, change(read(canonical)));
  return file;
}

describe('conformance', () => {
  it('passes a file that is written again byte for byte', async () => {
    const { code, stdout } = await runCli(['conformance', 'customs/declaration-xml', canonical]);
    expect(stdout).toMatch(/通过 passed/);
    expect(stdout).toMatch(/✓ 识别 recognised: customs\/declaration-xml/);
    expect(stdout).toMatch(/✓ 单证 documents: 1 Declaration/);
    expect(stdout).toMatch(/byte for byte/);
    expect(stdout).toMatch(/回执 acknowledgement: \d+ 字符/);
    expect(stdout).toMatch(/1\/1 通过 passed\n$/);
    expect(code).toBe(0);
  });

  it('tells what is unknown, unmapped and written otherwise, and passes the file all the same', async () => {
    const file = changed('dialect.xml', (text) =>
      text
        .replace(/<CustomMaster>[^<]*</, '<CustomMaster>9901<')
        .replace('</DecHead>', '<Xyz>new</Xyz></DecHead>')
        .replace('<DecHead>', '<DecHead>\n'),
    );
    const { code, stdout } = await runCli(['conformance', '--json', 'customs/declaration-xml', file]);
    const [line] = jsonLines(stdout);
    expect(line).toMatchObject({
      passed: true,
      documents: { Declaration: 1 },
      identityStable: true,
      deterministic: true,
      faults: [],
      roundTrip: {
        is: 'same-documents',
        difference: { received: expect.any(String), written: expect.any(String) },
      },
    });
    expect(line?.['unmapped']).toEqual(['DecHead/Xyz']);
    expect(line?.['unknownCodes']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'CANONICAL_CODE_UNKNOWN',
          line: expect.any(Number),
          column: expect.any(Number),
        }),
      ]),
    );
    expect(code).toBe(0);
  });

  it.each([
    [
      'a file with an error, at its line and column',
      () => `${folder}/bad-values/in.xml`,
      /:? 错误 error MAPPING_VALUE @ 14:15 DecHead\/GrossWet/,
    ],
    [
      'a file of another kind',
      () => 'libs/adapters/src/port/coarri-edifact/cases/canonical-everything/in.edi',
      /✗ 识别 recognised: port\/coarri-edifact/,
    ],
    ['a file that is not there', () => join(scratch, 'none.xml'), /CLI_FILE_UNREADABLE/],
  ])('fails %s', async (_, file, expected) => {
    const { code, stdout } = await runCli(['conformance', 'customs/declaration-xml', file()]);
    expect(stdout).toMatch(expected);
    expect(stdout).toMatch(/0\/1 通过 passed\n$/);
    expect(code).toBe(1);
  });

  it('knows its adapters', async () => {
    const { code, stderr } = await runCli(['conformance', 'customs/none', canonical]);
    expect(stderr).toMatch(/CLI_ADAPTER_UNKNOWN[^]*customs\/declaration-xml/);
    expect(code).toBe(2);
  });
});

describe('firstDifference', () => {
  it.each([
    ['', '', undefined],
    ['a\nbc', 'a\nbc', undefined],
    ['a\nbc', 'a\nbd', { offset: 3, at: { line: 2, column: 2 }, received: 'c', written: 'd' }],
    ['abc', 'ab', { offset: 2, at: { line: 1, column: 3 }, received: 'c', written: '' }],
    ['大连', '大运', { offset: 5, at: { line: 1, column: 2 }, received: '连', written: '运' }],
  ])('%j, %j', (received, written, expected) => {
    const found = firstDifference(Buffer.from(received), Buffer.from(written));
    expect(found && { ...found, offset: found.offset }).toEqual(
      expected && { ...expected, offset: expect.any(Number) },
    );
  });
});
