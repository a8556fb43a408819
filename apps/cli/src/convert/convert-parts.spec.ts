import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines, runCli } from '../testing/run-cli.js';

const scratch = mkdtempSync(join(tmpdir(), 'tongguan-parts-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Megabytes of heap that a large plan may take, whatever its size. */
const heap = '--max-old-space-size=96';

/** A made-up stowage plan, written slot by slot. */
function plan(name: string, slots: number, last: readonly string[] = []): string {
  const file = join(scratch, name);
  const handle = openSync(file, 'w');
  let segments = 2;
  let pending = '';
  const put = (segment: string): void => {
    segments++;
    pending += `${segment}'\n`;
    if (pending.length > 1_000_000) {
      writeSync(handle, pending);
      pending = '';
    }
  };
  pending += "UNB+UNOA:2+DLDCT+LNHL+260312:2001+R1'\nUNH+M1+BAPLIE:D:95B:UN:SMDG22'\n";
  put('BGM++BAY1+9');
  put('DTM+137:202603121200:203');
  put('TDT+20+021E+++LNH:172:20+++9702376:146:11:LIAO HAI XING');
  put('LOC+5+CNDAL:139:6');
  put('LOC+61+KRPUS:139:6');
  for (let slot = 0; slot < slots; slot++) {
    put(`LOC+147+${String(slot).padStart(7, '0')}::5`);
    put('FTX+AAA+++GENERAL CARGO OF THE LIAONING HARBOUR LINE, MADE UP FOR A LARGE PLAN');
    put(`MEA+VGM++KGM:${10_000 + (slot % 9999)}`);
    put('TMP+2+-018:CEL');
    put('LOC+9+CNDAL:139:6');
    put('LOC+11+KRPUS:139:6');
    put(`RFF+BM:LN2603${slot}`);
    put('EQD+CN+LNHU2001016+45G1+++5');
    put('NAD+CA+LNH:172:20');
    put('DGS+IMD+3+1203');
    put('FTX+AAD+++FLAMMABLE LIQUIDS, MADE UP, KEEP AWAY FROM SOURCES OF HEAT AND FROM OTHER CARGO');
    put(`FTX+HAN+++${'STOW ON DECK, AWAY FROM LIVING QUARTERS OF THE CREW '.repeat(3).trim()}`);
  }
  for (const segment of last) put(segment);
  writeSync(handle, `${pending}UNT+${segments}+M1'\nUNZ+1+R1'\n`);
  closeSync(handle);
  return file;
}

describe('convert of a large file', () => {
  it('reads a plan of 50 MB and 100,000 slots in a heap of 96 MB', async () => {
    const file = plan('large.edi', 100_000);
    expect(statSync(file).size).toBeGreaterThan(50_000_000);
    const { code, stdout, stderr } = await runCli(['convert', file], { node: [heap] });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/port\/baplie-edifact → 1 StowagePlan/);
    expect(code).toBe(0);
  }, 900_000);

  it('writes the document that reading it as a whole gives, with its keys and findings', async () => {
    const file = plan('middle.edi', 5000);
    expect(statSync(file).size).toBeGreaterThan(2 * 1024 * 1024);
    const [inParts, whole] = await Promise.all([
      runCli(['convert', '--json', file], { node: [heap] }),
      runCli(['convert', '--json', '--adapter', 'port/baplie-edifact', '-'], { stdin: smaller() }),
    ]);
    expect(inParts.code).toBe(0);
    expect(whole.code).toBe(0);
    const [line] = jsonLines(inParts.stdout);
    expect(line).toMatchObject({ adapter: 'port/baplie-edifact', identity: 'DLDCT|LNHL|R1', faults: [] });
    expect(documentOf(line)).toMatchObject({ type: 'StowagePlan', orderKey: expect.any(String) });
    const { slots, ...head } = bodyOf(line);
    const { slots: few, ...same } = bodyOf(jsonLines(whole.stdout)[0]);
    expect(head).toEqual(same);
    expect(slots).toHaveLength(5000);
    expect(Array.isArray(slots) && slots.slice(0, 3)).toEqual(few);
  }, 120_000);

  it('gives nothing of a plan whose last slot is wrong', async () => {
    const file = plan('wrong.edi', 5000, [
      'LOC+147+0050102::5',
      'MEA+VGM++KGM:heavy',
      'EQD+CN+LNHU2001016+45G1+++5',
    ]);
    const { code, stdout } = await runCli(['convert', '--json', file]);
    expect(code).toBe(1);
    const [line] = jsonLines(stdout);
    expect(line?.['documents']).toEqual([]);
    expect(line?.['faults']).toEqual([
      expect.objectContaining({
        code: 'MAPPING_VALUE',
        place: expect.objectContaining({ path: expect.stringMatching(/^SLOT\[5001\]\/MEA\./) }),
      }),
    ]);
  }, 120_000);
});

/** The same plan with its first three slots. */
function smaller(): string {
  const file = plan('small.edi', 3);
  return readFileSync(file, 'latin1');
}

function documentOf(line: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, unknown>> {
  const documents = line?.['documents'];
  const [document] = Array.isArray(documents) ? documents : [];
  return document;
}

function bodyOf(line: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  const body = documentOf(line)['body'];
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
