import fc from 'fast-check';
import type { JsonObject } from '#kernel';
import { compileMapping, type Rule } from '#mapping';
import { compiled, ofEdifact, ofXml, read, written } from './testing/open.js';

const structure = 'BGM FTX* SG1=EQD*{LOC* SEL*}';
const edi = (inner: string): string =>
  `UNB+UNOC:3++++1'UNH+1+COARRI'${inner}UNT+${inner.split("'").length + 1}+1'UNZ+1+1'`;
const xml = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><R>${inner}</R>`;

describe('the nth of several nodes', () => {
  it.each<[string, readonly Rule[], string, JsonObject]>([
    [
      'of a segment',
      [
        { from: 'FTX#1.4.1', to: '/a' },
        { from: 'FTX#2.4.1', to: '/b' },
      ],
      "FTX++++x'FTX++++y'",
      { a: 'x', b: 'y' },
    ],
    [
      'of those that a condition chooses',
      [{ from: 'SG1/LOC[1=9]#2.2.1', to: '/second' }],
      "EQD'LOC+9'LOC+9+CNDAL'",
      { second: 'CNDAL' },
    ],
    [
      'of a group',
      [
        { from: 'SG1#1/EQD.2', to: '/a' },
        { from: 'SG1#2/EQD.2', to: '/b' },
      ],
      "EQD++A'EQD++B'",
      { a: 'A', b: 'B' },
    ],
    ['with those before it left empty', [{ from: 'FTX#2.4.1', to: '/b' }], "FTX'FTX++++y'", { b: 'y' }],
  ])('%s, both ways', (_, rules, inner, body) => {
    const mapping = compiled(ofEdifact('.', structure, ...rules));
    expect(read(mapping, edi(inner)).documents[0]?.body).toEqual(body);
    expect(written(mapping, 'Thing', body)).toBe(edi(inner));
  });

  it('of an element, counted below each parent', () => {
    const mapping = compiled(
      ofXml({
        each: 'L',
        to: '/l',
        rules: [
          { from: 'B#2/C', to: '/c' },
          { from: 'B#1/@x', to: '/x' },
        ],
      }),
    );
    const message = xml('<L><B x="1"/><B><C>2</C></B></L><L><B/><B><C>3</C></B></L>');
    const body = { l: [{ c: '2', x: '1' }, { c: '3' }] };
    expect(read(mapping, message).documents[0]?.body).toEqual(body);
    expect(written(mapping, 'Thing', body)).toBe(message);
  });

  it('tells apart what `when` looks at', () => {
    const mapping = compiled(
      ofXml({ from: 'A', to: '/a', when: { path: 'F#2', equals: 'Y' } }, { from: 'F#2', to: '/f' }),
    );
    expect(read(mapping, xml('<A>1</A><F>Y</F><F>N</F>')).documents[0]?.body).toEqual({ f: 'N' });
    expect(read(mapping, xml('<A>1</A><F>N</F><F>Y</F>')).documents[0]?.body).toEqual({ a: '1', f: 'Y' });
    expect(written(mapping, 'Thing', { a: '1', f: 'Y' })).toBe(xml('<A>1</A><F/><F>Y</F>'));
  });

  it('has lineage that names the node', () => {
    const reading = read(compiled(ofXml({ from: 'A#2', to: '/a' })), xml('<A>1</A><A>2</A>'));
    expect(reading.documents[0]?.lineage).toMatchObject([{ pointer: '/a', path: 'A[2]' }]);
  });

  it.each(['A#', 'A#0', 'A#x', '#1', 'A#1#2', 'A#1[B=2]'])('refuses %s', (from) => {
    const result = compileMapping(ofXml({ from, to: '/a' }));
    expect(result).toMatchObject({
      ok: false,
      error: [{ code: 'MAPPING_PATH', place: { pointer: '/documents/0/rules/0/from' } }],
    });
  });

  it('is not for what repeats', () => {
    const result = compileMapping(ofXml({ each: 'A/B#2', to: '/a', rules: [{ from: '.', to: '' }] }));
    expect(result).toMatchObject({
      ok: false,
      error: [{ code: 'MAPPING_SHAPE', place: { pointer: '/documents/0/rules/0/each' } }],
    });
  });

  it('reads what it writes, whichever of them there are', () => {
    const places = [1, 2, 3, 4];
    const rules = places.map((nth): Rule => ({ from: `SG1/LOC[1=9]#${nth}.2.1`, to: `/p${nth}` }));
    const mapping = compiled(ofEdifact('.', structure, ...rules));
    const values = fc.record(
      Object.fromEntries(places.map((nth) => [`p${nth}`, fc.stringMatching(/^[A-Z+:']{1,5}$/)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (body) => {
        const document: JsonObject = { ...body };
        expect(read(mapping, written(mapping, 'Thing', document)).documents[0]?.body ?? {}).toEqual(document);
      }),
      { numRuns: 100 },
    );
  });
});
