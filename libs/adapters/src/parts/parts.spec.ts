import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { adapters } from '../adapters.js';
import type { Normalised } from '../contract.js';
import { createNormaliser } from '../normaliser.js';
import { partPlan } from './part-plan.js';

const root = join(import.meta.dirname, '..');
const edifact = adapters.filter(({ syntax }) => syntax === 'edifact');
const planOf = ({ mapping, parts }: (typeof edifact)[number]) => parts && partPlan(mapping, parts.group);
const planned = edifact.filter(({ parts }) => parts !== undefined);
const whole = createNormaliser(adapters, Infinity);
const inParts = createNormaliser(adapters, 0);

/** Own cases of the adapters that can be read in parts. */
const cases = planned.flatMap(({ id }) => {
  const folder = join(root, id, 'cases');
  return readdirSync(folder)
    .map((name) => join(folder, name, 'in.edi'))
    .filter((file) => existsSync(file))
    .map((file) => [`${id} ${file.split('/').at(-2)}`, file] as const);
});

/** The order of findings is that of parts; nothing else may differ. */
const comparable = ({ faults, warnings, documents, ...rest }: Normalised) => {
  const told = (list: Normalised['faults']): string[] =>
    list
      .map(({ code, place, text }) => JSON.stringify([code, place?.span, place?.pointer, place?.path, text]))
      .sort();
  return {
    ...rest,
    documents: documents.map(({ lineage, ...document }) => ({
      ...document,
      lineage: lineage?.map((entry) => JSON.stringify(entry)).sort(),
    })),
    faults: told(faults),
    warnings: told(warnings),
  };
};

describe('a message in parts', () => {
  it('is known for the messages that may be large', () => {
    expect(planned.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['port/baplie-edifact', 'port/coarri-edifact', 'port/coprar-edifact']),
    );
    const plans = planned.map((adapter) => [adapter.id, planOf(adapter)?.group, planOf(adapter)?.list]);
    expect(plans.filter(([, group]) => group === undefined)).toEqual([]);
    expect(plans).toContainEqual(['port/baplie-edifact', 'SLOT', 'slots']);
  });

  it.each(cases)('gives of %s what it gives as a whole', (_, file) => {
    const bytes = readFileSync(file);
    const options = { lineage: true };
    const expected = whole.normalise(bytes, {}, options);
    const found = inParts.normalise(bytes, {}, options);
    expect(comparable(found)).toEqual(comparable(expected));
  });

  it('numbers slots, places and lineage as in the whole, over many parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 501, max: 1700 }), fc.nat(500), (slots, odd) => {
        const bytes = Buffer.from(plan(slots, odd));
        const expected = whole.normalise(bytes, {}, { lineage: true });
        const found = inParts.normalise(bytes, {}, { lineage: true });
        expect(expected.documents[0]?.body['slots']).toHaveLength(slots);
        expect(comparable(found)).toEqual(comparable(expected));
      }),
      { numRuns: 4 },
    );
  });
});

/** A stowage plan in which one slot has a wrong check digit, an unknown port and a segment that no rule reads. */
function plan(slots: number, odd: number): string {
  const segments = Array.from({ length: slots }, (_, i) => [
    `LOC+147+${String(i).padStart(7, '0')}::5`,
    `MEA+VGM++KGM:${10_000 + i}`,
    'LOC+9+CNDAL:139:6',
    i === odd ? 'LOC+11+YYPUS:139:6' : 'LOC+11+KRPUS:139:6',
    'RFF+BM:1',
    i === odd ? 'EQD+CN+LNHU2001012+45G1+++5' : 'EQD+CN+LNHU2001013+45G1+++5',
    'NAD+CA+LNH:172:20',
    ...(i === odd ? ['ZZZ+unread'] : []),
  ]).flat();
  const body = [
    'BGM++BAY1+9',
    'DTM+137:202603121200:203',
    'TDT+20+021E+++LNH:172:20+++9702376:146:11:LIAO HAI XING',
    'LOC+5+CNDAL:139:6',
    'LOC+61+KRPUS:139:6',
    ...segments,
  ];
  const all = [
    'UNB+UNOA:2+DLDCT+LNHL+260312:2001+R1',
    'UNH+M1+BAPLIE:D:95B:UN:SMDG22',
    ...body,
    `UNT+${body.length + 2}+M1`,
    'UNZ+1+R1',
  ];
  return `${all.join("'\n")}'\n`;
}
