import fc from 'fast-check';
import type { JsonObject } from '#kernel';
import { compileMapping, type Rule } from '#mapping';
import { compiled, ofEdifact, ofXml, read, written } from './testing/open.js';

const xml = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><R>${inner}</R>`;

const fullName: Rule = {
  value: 'given == "" ? family : family + ", " + given',
  of: { family: 'P/Family', given: 'P/Given' },
  to: '/name',
  back: {
    family: 'value.split(", ")[0]',
    given: 'value.contains(", ") ? value.substring(value.indexOf(", ") + 2) : ""',
  },
};
const moment: Rule = {
  from: ['Date', 'Time'],
  to: '/at',
  as: { together: [{ date: ['yyyyMMdd', 'yyyy-MM-dd'] }, { time: ['HHmm', 'HH:mm:ss'] }], zone: '+08:00' },
};

describe('a value of several places', () => {
  it.each<[string, readonly Rule[], string, JsonObject]>([
    ['by an expression', [fullName], '<P><Family>LI</Family><Given>MING</Given></P>', { name: 'LI, MING' }],
    ['of which one is absent', [fullName], '<P><Family>LI</Family></P>', { name: 'LI' }],
    [
      'in an item',
      [{ each: 'L', to: '/l', rules: [{ ...fullName, of: { family: '@f', given: '@g' } }] }],
      '<L f="LI" g="MING"/><L f="WU"/>',
      { l: [{ name: 'LI, MING' }, { name: 'WU' }] },
    ],
    [
      'that is a truth, and a whole number',
      [
        { value: 'n == "Y"', of: { n: 'A' }, to: '/yes', back: { n: 'value ? "Y" : "N"' } },
        { value: 'int(n)', of: { n: 'B' }, to: '/count', back: { n: 'value' } },
      ],
      '<A>N</A><B>12</B>',
      { yes: false, count: 12 },
    ],
    [
      'then a format and codes',
      [
        {
          value: 'y + m',
          of: { y: 'Y', m: 'M' },
          to: '/month',
          as: { date: 'yyyyMM' },
          back: { y: 'value.substring(0, 4)', m: 'value.substring(4)' },
        },
        { value: 'd', of: { d: 'D' }, to: '/direction', codes: 'direction', back: { d: 'value' } },
      ],
      '<Y>2025</Y><M>03</M><D>E</D>',
      { month: '2025-03', direction: 'export' },
    ],
    [
      'a date and a time',
      [moment],
      '<Date>20250312</Date><Time>2001</Time>',
      { at: '2025-03-12T20:01:00+08:00' },
    ],
    ['a date whose time is absent', [moment], '<Date>20250312</Date>', { at: '2025-03-12' }],
    [
      'when an expression says so',
      [
        { from: 'F', to: '/f' },
        { from: 'G', to: '/g' },
        {
          from: 'T',
          to: '/t',
          when: { cel: 'f.startsWith("I") || g in ["1", "2"]', of: { f: 'F', g: 'G' } },
        },
      ],
      '<F>X</F><G>2</G><T>here</T>',
      { f: 'X', g: '2', t: 'here' },
    ],
  ])('%s, both ways', (_, rules, inner, body) => {
    const mapping = compiled(ofXml(...rules));
    const reading = read(mapping, xml(inner));
    expect(reading.faults).toEqual([]);
    expect(reading.documents[0]?.body).toEqual(body);
    expect(written(mapping, 'Thing', body)).toBe(xml(inner));
  });

  it.each<[string, Rule, string, JsonObject]>([
    ['no value where the message has none', { value: '"x"', of: { a: 'A' }, to: '/a' }, '<B/>', {}],
    ['a default instead', { value: 'a', of: { a: 'A' }, to: '/a', default: 'none' }, '', { a: 'none' }],
    ['no value of an empty text', { value: 'a.substring(1)', of: { a: 'A' }, to: '/a' }, '<A>1</A>', {}],
    [
      'no value of null',
      { value: 'a == "1" ? dyn(null) : dyn(a)', of: { a: 'A' }, to: '/a' },
      '<A>1</A>',
      {},
    ],
    [
      'a decimal in another unit',
      { value: 'decimal(double(t) * 1000.0, 3)', of: { t: 'A' }, to: '/kg' },
      '<A>1.5</A>',
      { kg: '1500.000' },
    ],
    ['no time of its own', moment, '<Time>2001</Time>', {}],
    [
      'what a filter leaves, joined',
      { value: '[a, b, c].filter(x, x != "").join(" ")', of: { a: 'A', b: 'B', c: 'C' }, to: '/t' },
      '<A>1</A><C>3</C>',
      { t: '1 3' },
    ],
    [
      'nothing where an expression says no',
      { from: 'A', to: '/a', when: { cel: 'b == ""', of: { b: 'B' } } },
      '<A>1</A><B>2</B>',
      {},
    ],
  ])('reads %s', (_, rule, inner, body) => {
    const reading = read(compiled(ofXml(rule)), xml(inner));
    expect(reading.faults).toEqual([]);
    expect(reading.documents[0]?.body).toEqual(body);
  });

  it('has one origin for each place that has a value', () => {
    const message = xml('<P><Family>LI</Family><Given>MING</Given></P>');
    const [entry, ...others] = read(compiled(ofXml(fullName)), message).documents[0]?.lineage ?? [];
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      pointer: '/name',
      rule: '/documents/0/rules/0',
      path: 'P/Family',
      also: [{ path: 'P/Given' }],
    });
    const given = entry?.also?.[0]?.span;
    expect(message.slice(given?.from, given?.to)).toBe('MING');
  });

  it('is read once where documents share it, and written once', () => {
    const mapping = compiled(
      ofEdifact(
        'SG1',
        'BGM DTM* SG1=EQD*{LOC*}',
        { ...moment, from: ['/DTM[1.1=133]#1.1.2', '/DTM[1.1=133]#2.1.2'] },
        { from: 'EQD.2', to: '/number' },
      ),
    );
    const bodies = ['A', 'B'].map((number) => ({ at: '2025-03-12T20:01:00+08:00', number }));
    const text = written(mapping, 'Thing', ...bodies);
    expect(text).toContain("DTM+133:20250312'DTM+133:2001'EQD++A'EQD++B'UNT");
    expect(read(mapping, text).documents.map(({ body }) => body)).toEqual(bodies);
    const other = [...bodies, { at: '2025-03-13', number: 'C' }];
    const result = mapping.write(other.map((body) => ({ type: 'Thing', body })));
    expect(result).toMatchObject({ ok: false, error: [{ code: 'MAPPING_WRITE_CONFLICT' }, {}] });
  });
});

describe('laws of values of several places', () => {
  const bits = fc.constantFrom('A', '大', '<', '&', "'", ' ', '+', '?', '1');
  const word = fc
    .string({ unit: bits, minLength: 1, maxLength: 6 })
    .map((text) => text.trim())
    .filter((text) => text !== '');

  it('reads what it writes', () => {
    const mapping = compiled(ofXml(fullName, { ...moment, to: '/time/at' }));
    const at = fc
      .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .chain((date) => {
        const iso = date.toISOString();
        return fc.constantFrom(iso.slice(0, 10), `${iso.slice(0, 16)}:00+08:00`);
      });
    fc.assert(
      fc.property(fc.option(word, { nil: undefined }), word, at, (given, family, moment_) => {
        const name = given === undefined ? family : `${family}, ${given}`;
        const body = { name, time: { at: moment_ } };
        const text = written(mapping, 'Thing', body);
        expect(read(mapping, text).documents[0]?.body).toEqual(body);
        expect(written(mapping, 'Thing', body)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('takes any expression and any values without throwing, and says the same twice', () => {
    const pieces = fc.constantFrom(
      'a',
      'b',
      '+',
      '"x"',
      '(',
      ')',
      '.split(",")',
      '[0]',
      '==',
      '?',
      ':',
      '1',
      'int(',
      '.size()',
      '.map(x, ',
      '.join()',
      '!',
      '&&',
    );
    const expression = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(expression, word, word, (value, a, b) => {
        const definition = ofXml({ value, of: { a: 'A', b: 'B' }, to: '/v', back: { a: value, b: 'value' } });
        const result = compileMapping(definition);
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0);
          return;
        }
        const tree = result.value.parse(
          Buffer.from(xml(`<A>${a.replace(/[<&]/g, '')}</A><B>${b.replace(/[<&]/g, '')}</B>`)),
        );
        if (!tree.ok) throw new Error('no tree');
        const once = JSON.stringify(result.value.read(tree.value));
        expect(JSON.stringify(result.value.read(tree.value))).toBe(once);
        expect(typeof result.value.write([{ type: 'Thing', body: { v: a } }]).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
