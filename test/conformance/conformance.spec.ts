import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { builtHub } from '../support/built-hub.js';
import { corpus, corpusFolder } from './corpus.js';
import type { Outcome } from './read-corpus.js';
import { figuresOf, tableOf, totalsOf, type Totals, type TypeFigures } from './table.js';

const present = corpus() !== undefined;
if (!present) process.stderr.write(`skipped: there is no ${corpusFolder}\n`);
const here = present ? describe : describe.skip;

here('the messages of others', () => {
  let totals: Totals;
  let types: readonly TypeFigures[];
  beforeAll(async () => {
    const hub = await builtHub();
    const program = hub.replace(/apps.hub.src.main\.js$/, 'test/conformance/main.js');
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--json'], {
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    ({ totals, types } = JSON.parse(stdout));
  }, 900_000);

  it('are each read in time, and none makes the normaliser throw', () => {
    expect(types.filter(({ threw, hung }) => threw + hung > 0)).toEqual([]);
    expect(totals.wellFormed).toBeGreaterThan(100);
  });

  it('give valid documents where they are well-formed, of the types that have an adapter', () => {
    const missed = types.flatMap((type) => (type.adapters.length > 0 ? type.missed : []));
    expect({ missed, enough: totals.share >= 0.95 }).toMatchObject({ enough: true });
  });

  it('are refused with an exact fault where they are not read', () => {
    const vague = types
      .filter(({ adapters }) => adapters.length > 0)
      .filter(({ files, valid, mended, exact }) => valid + mended + exact < files);
    expect(
      vague.map(({ type, files, valid, mended, exact }) => ({ type, files, valid, mended, exact })),
    ).toEqual([]);
  });
});

describe('the table', () => {
  const outcome = (
    file: string,
    wellFormed: boolean,
    valid: boolean,
    adapter: string | undefined,
  ): Outcome => ({
    ...{ file, family: 'edifact', type: adapter ?? 'OTHER', wellFormed, hung: false },
    read: { adapter, documents: valid ? 1 : 0, valid, faults: valid ? [] : ['MAPPING_VALUE'], exact: !valid },
  });
  const figures = figuresOf([
    outcome('a', true, true, 'port/x'),
    outcome('b', true, false, 'port/x'),
    outcome('c', false, false, 'port/x'),
    outcome('d', true, false, undefined),
    { ...outcome('e', true, false, undefined), read: undefined, hung: true },
  ]);

  it('counts what has an adapter, and whatever hangs', () => {
    const totals = totalsOf(figures);
    expect(totals).toEqual({ files: 3, wellFormed: 2, valid: 1, threw: 0, hung: 1, share: 0.5 });
    expect(tableOf(figures, totals)).toMatch(/port\/x +3 +2 +1 +50 % +0 +2 +0 +0\n/);
    expect(tableOf(figures, totals)).toMatch(/well-formed and not valid: b: MAPPING_VALUE/);
  });
});
