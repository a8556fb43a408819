import fc from 'fast-check';
import type { JsonObject } from '#kernel';
import { compileMapping, type Rule } from '#mapping';
import { compiled, ofXml, read, written } from './testing/open.js';

const xml = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><R>${inner}</R>`;

/** A record as ports print them: number 1 to 11, size 13 to 16, mass 17 to 24 in tonnes, goods from 25. */
const record: readonly Rule[] = [
  { from: 'L', to: '/number', as: [{ slice: [1, 11] }, { without: ' -' }, 'upper'] },
  { from: 'L', to: '/size', as: { slice: [13, 16] } },
  { from: 'L', to: '/mass', as: [{ slice: [17, 24] }, { pad: 8, with: '0', side: 'left' }, { scale: 3 }] },
  { from: 'L', to: '/goods', as: { slice: [25, 34], wide: true } },
];

describe('columns of a record', () => {
  it.each<[string, readonly Rule[], string, JsonObject]>([
    [
      'several of one record',
      record,
      'DLCU1234567 22G10021.640大豆      ',
      { number: 'DLCU1234567', size: '22G1', mass: '21640', goods: '大豆' },
    ],
    [
      'one alone, after blanks',
      [{ from: 'L', to: '/size', as: { slice: [13, 16] } }],
      `${' '.repeat(12)}22G1`,
      { size: '22G1' },
    ],
    ['filled on the right', [{ from: 'L', to: '/a', as: { pad: 6 } }], 'AB    ', { a: 'AB' }],
    [
      'filled on the left',
      [{ from: 'L', to: '/a', as: { pad: 6, with: '0', side: 'left' } }],
      '000012',
      { a: '12' },
    ],
    [
      'nothing but filling',
      [{ from: 'L', to: '/a', as: { pad: 3, with: '0', side: 'left' } }],
      '000',
      { a: '0' },
    ],
  ])('%s, both ways', (_, rules, text, body) => {
    const mapping = compiled(ofXml(...rules));
    const reading = read(mapping, xml(`<L>${text}</L>`));
    expect(reading.faults).toEqual([]);
    expect(reading.documents[0]?.body).toEqual(body);
    expect(written(mapping, 'Thing', body)).toBe(xml(`<L>${text}</L>`));
  });

  it.each<[string, Rule['as'], string, string]>([
    ['blanks and dashes', { without: ' -' }, 'TCLU 123456-7', 'TCLU1234567'],
    ['small letters', 'upper', 'abc', 'ABC'],
    ['great letters', 'lower', 'ABC', 'abc'],
    ['tonnes', { scale: 3 }, '0.0005', '0.5'],
    ['grams', { scale: -3 }, '1500', '1.500'],
    ['a record that ends early', { slice: [2, 40] }, 'ABC', 'BC'],
  ])('reads %s', (_, as, text, value) => {
    const mapping = compiled(ofXml({ from: 'L', to: '/a', ...(as === undefined ? {} : { as }) }));
    expect(read(mapping, xml(`<L>${text}</L>`)).documents[0]?.body).toEqual({ a: value });
  });

  it.each<[string, Rule['as'], JsonObject, string]>([
    ['a value too wide for its columns', { slice: [1, 3] }, { a: 'ABCD' }, 'MAPPING_WRITE_VALUE'],
    ['characters of two columns', { slice: [1, 3], wide: true }, { a: '大连' }, 'MAPPING_WRITE_VALUE'],
    ['a value longer than its filling', { pad: 3 }, { a: 'ABCD' }, 'MAPPING_WRITE_VALUE'],
    ['what is no decimal', { scale: 3 }, { a: 'x' }, 'MAPPING_WRITE_VALUE'],
  ])('does not write %s', (_, as, body, code) => {
    const mapping = compiled(ofXml({ from: 'L', to: '/a', ...(as === undefined ? {} : { as }) }));
    expect(mapping.write([{ type: 'Thing', body }])).toMatchObject({ ok: false, error: [{ code }] });
  });

  it('does not write over columns that say something else', () => {
    const mapping = compiled(
      ofXml({ from: 'L', to: '/a', as: { slice: [1, 3] } }, { from: 'L', to: '/b', as: { slice: [2, 4] } }),
    );
    const result = mapping.write([{ type: 'Thing', body: { a: 'ABC', b: 'XY' } }]);
    expect(result).toMatchObject({ ok: false, error: [{ code: 'MAPPING_WRITE_CONFLICT' }] });
  });

  it.each<[string, unknown]>([
    ['columns backwards', { slice: [3, 1] }],
    ['columns from 0', { slice: [0, 1] }],
    ['one column', { slice: [3] }],
    ['filling of two characters', { pad: 3, with: 'ab' }],
    ['no width', { pad: 0 }],
    ['nothing to leave out', { without: '' }],
    ['half a digit', { scale: 0.5 }],
    ['a slice that is not first', ['upper', { slice: [1, 2] }]],
  ])('refuses %s', (_, as) => {
    const definition = JSON.parse(JSON.stringify(ofXml({ from: 'L', to: '/a' })));
    definition.documents[0].rules[0].as = as;
    expect(compileMapping(definition)).toMatchObject({ ok: false });
  });

  it('reads what it writes', () => {
    const mapping = compiled(ofXml(...record));
    const values = fc.record(
      {
        number: fc.stringMatching(/^[A-Z]{4}[0-9]{1,7}$/),
        size: fc.stringMatching(/^[A-Z0-9]{1,4}$/),
        mass: fc.stringMatching(/^(0|[1-9][0-9]{0,5})$/).filter((mass) => mass.length <= 7),
        goods: fc
          .string({ unit: fc.constantFrom('大', '豆', 'A', ' '), minLength: 1, maxLength: 5 })
          .map((text) => text.trim())
          .filter((text) => text !== ''),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (body) => {
        const document: JsonObject = { ...body };
        const text = written(mapping, 'Thing', document);
        expect(read(mapping, text).documents[0]?.body ?? {}).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });
});
