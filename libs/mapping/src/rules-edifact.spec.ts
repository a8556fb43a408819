import type { JsonObject } from '#kernel';
import type { Rule } from '#mapping';
import { compiled, ofEdifact, read, written } from './testing/open.js';

const body = (reading: ReturnType<typeof read>): JsonObject | undefined => {
  expect(reading.faults).toEqual([]);
  return reading.documents[0]?.body;
};

describe('rules on EDIFACT', () => {
  const structure = 'BGM SG1=TDT*{LOC* DTM*} SG3=EQD*{RFF* LOC* SEL* SG4=DGS*{FTX*}} CNT*';
  const edi = (inner: string, count: number): string =>
    `UNB+UNOA:2+S+R+250101:0000+9'UNH+1+COARRI:D'${inner}UNT+${count}+1'UNZ+1+9'`;

  it.each<[string, readonly Rule[], string, JsonObject]>([
    [
      'elements and components',
      [
        { from: 'BGM.1', to: '/a' },
        { from: 'BGM.1.3', to: '/b' },
      ],
      "BGM+44::x'",
      { a: '44', b: 'x' },
    ],
    [
      'the envelope',
      [
        { from: '/UNB.2.1', to: '/s' },
        { from: '/UNB.5', to: '/r' },
        { from: '/UNH.1', to: '/m' },
      ],
      '',
      { s: 'S', r: '9', m: '1' },
    ],
    ['qualified segments', [{ from: 'SG1/LOC[1=9|5].2.1', to: '/l' }], "TDT'LOC+5+CNDAL'", { l: 'CNDAL' }],
    ['qualified groups', [{ from: 'SG3[EQD.1=CN]/EQD.2', to: '/c' }], "EQD+TE+1'EQD+CN+2'", { c: '2' }],
    [
      'dates by their code',
      [{ from: 'SG1/DTM[1.1=133].1.2', to: '/d', as: { dtm: '203' } }],
      "TDT'DTM+133:20250312:102'",
      { d: '2025-03-12' },
    ],
    [
      'lists of segments',
      [{ each: 'SG3/SEL', to: '/s', rules: [{ from: '.1', to: '' }] }],
      "EQD+CN'SEL+1'SEL+2'",
      { s: ['1', '2'] },
    ],
    ['decimal commas', [{ from: 'BGM.1', to: '/n', as: 'decimal' }], "BGM+12,50'", { n: '12.50' }],
  ])('reads %s', (_, rules, inner, expected) => {
    const mapping = compiled(ofEdifact('.', structure, ...rules));
    expect(body(read(mapping, edi(inner, inner.split("'").length + 1)))).toEqual(expected);
  });

  it('writes in the order of the structure, with the segment that starts a group', () => {
    const mapping = compiled(
      ofEdifact(
        '.',
        structure,
        { from: 'CNT.1', to: '/n' },
        {
          each: 'SG3',
          to: '/list',
          rules: [
            { from: 'SEL.1', to: '/s' },
            { from: 'LOC[1=9].2', to: '/l' },
            { from: 'EQD.2', to: '/c' },
          ],
        },
        { from: 'SG1/LOC[1=5].2', to: '/p' },
      ),
    );
    expect(
      written(mapping, 'Thing', {
        n: '1',
        list: [{ s: 'x', l: 'CNDAL', c: 'A' }, { l: 'CNYIK' }],
        p: 'CNDAG',
      }),
    ).toBe(
      "UNB+UNOC:3++++1'UNH+1+COARRI'TDT'LOC+5+CNDAG'EQD++A'LOC+9+CNDAL'SEL+x'EQD'LOC+9+CNYIK'CNT+1'UNT+10+1'UNZ+1+1'",
    );
  });

  it('writes several whole documents as several messages', () => {
    const mapping = compiled(ofEdifact('.', structure, { from: 'BGM.2', to: '/r' }));
    const text = written(mapping, 'Thing', { r: 'A' }, { r: 'B' });
    expect(text).toBe("UNB+UNOC:3++++1'UNH+1+COARRI'BGM++A'UNT+3+1'UNH+2+COARRI'BGM++B'UNT+3+2'UNZ+2+1'");
    expect(read(mapping, text).documents.map((document) => document.body)).toEqual([{ r: 'A' }, { r: 'B' }]);
  });

  it('reads the messages of its type and tells of the others', () => {
    const mapping = compiled(ofEdifact('.', structure, { from: 'BGM.1', to: '/a' }));
    const mixed = `UNB+UNOA:2+S+R+250101:0000+9'UNH+1+CODECO:D'BGM+1'UNT+3+1'UNH+2+COARRI:D'BGM+2'UNT+3+2'UNZ+2+9'`;
    const reading = read(mapping, mixed);
    expect(reading.documents.map((document) => document.body)).toEqual([{ a: '2' }]);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['MAPPING_OTHER_MESSAGE']);
    expect(read(mapping, mixed.replace('COARRI', 'COPRAR')).faults.map(({ code }) => code)).toEqual([
      'MAPPING_NO_MESSAGE',
    ]);
  });
});
