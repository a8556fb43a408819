import { runCli } from '../testing/run-cli.js';

const cases = 'libs/adapters/src/port';

describe('convert --to', () => {
  it('writes the message of another format, and says what that has no place for', async () => {
    const file = `${cases}/coarri-edifact/cases/canonical-discharge-d95b/in.edi`;
    const { code, stdout, stderr } = await runCli(['convert', '--to', 'port/coarri-flat', file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^00:COARRI:DISCHARGE REPORT:9:DLDCT:LNHUB:/);
    expect(stdout).toMatch(/\n99:13'\n$/);
    expect(stderr).toContain('ADAPTER_FIELD_UNWRITTEN');
    expect(stderr).toContain('/message/interchangeReference');
  });

  it.each([
    [
      'a format that cannot hold the documents',
      ['--to', 'port/ifcsum-flat', `${cases}/coarri-flat/cases/canonical-first-kind/in.txt`],
      'MAPPING_WRITE_TYPE',
    ],
    [
      'a format that there is not',
      ['--to', 'port/none', `${cases}/coarri-flat/cases/canonical-first-kind/in.txt`],
      'ADAPTER_UNKNOWN',
    ],
    [
      'a file that gives nothing',
      ['--to', 'port/coarri-edifact', `${cases}/coarri-flat/cases/bad-cut/in.txt`],
      'SYNTAX_FLAT_CUT',
    ],
  ])('refuses %s', async (_, options, fault) => {
    const { code, stdout, stderr } = await runCli(['convert', ...options]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(fault);
  });
});
