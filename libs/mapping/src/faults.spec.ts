import type { JsonObject } from '#kernel';
import { compileMapping, type MappingDefinition, type Rule } from '#mapping';
import { compiled, ofEdifact, ofXml, read } from './testing/open.js';
import { codes, containerMove, declaration } from './testing/samples.js';

const xml = (inner: string): string => `<R>${inner}</R>`;

describe('compileMapping', () => {
  it.each<[string, Rule, string, string]>([
    ['a rule of nothing', {}, 'MAPPING_SHAPE', '/documents/0/rules/0'],
    ['a rule without a target', { from: 'A' }, 'MAPPING_SHAPE', '/documents/0/rules/0'],
    [
      'a constant at two places',
      { from: 'A', to: '/a', const: '1' },
      'MAPPING_SHAPE',
      '/documents/0/rules/0',
    ],
    ['a broken path', { from: 'A//B', to: '/a' }, 'MAPPING_PATH', '/documents/0/rules/0/from'],
    [
      'a misspelt member',
      JSON.parse('{"from":"A","to":"/a","requried":true}'),
      'MAPPING_SHAPE',
      '/documents/0/rules/0/requried',
    ],
    [
      'a way that is none',
      JSON.parse('{"from":"A","to":"/a","way":"both"}'),
      'MAPPING_SHAPE',
      '/documents/0/rules/0/way',
    ],
    ['an open condition', { from: 'A[B=1', to: '/a' }, 'MAPPING_PATH', '/documents/0/rules/0/from'],
    ['an empty path', { from: '', to: '/a' }, 'MAPPING_PATH', '/documents/0/rules/0/from'],
    ['a wildcard', { from: 'A/*', to: '/a' }, 'MAPPING_PATH', '/documents/0/rules/0/from'],
    ['a broken pointer', { from: 'A', to: 'a' }, 'MAPPING_POINTER', '/documents/0/rules/0/to'],
    [
      'a pointer into the prototype',
      { from: 'A', to: '/__proto__/x' },
      'MAPPING_POINTER',
      '/documents/0/rules/0/to',
    ],
    ['an empty pointer outside of a list', { from: 'A', to: '' }, 'MAPPING_SHAPE', '/documents/0/rules/0/to'],
    [
      'an unknown format',
      { from: 'A', to: '/a', as: { date: 'dd' } },
      'MAPPING_FORMAT_UNKNOWN',
      '/documents/0/rules/0/as',
    ],
    [
      'an unknown table',
      { from: 'A', to: '/a', codes: 'nothing' },
      'MAPPING_CODES_UNKNOWN',
      '/documents/0/rules/0/codes',
    ],
    [
      'a condition without test',
      { from: 'A', to: '/a', when: { path: 'A' } },
      'MAPPING_SHAPE',
      '/documents/0/rules/0/when',
    ],
    ['a list of values', { each: 'A/@b', to: '/a', rules: [] }, 'MAPPING_SHAPE', '/documents/0/rules/0/each'],
    [
      'an inner fault',
      {
        each: 'A',
        to: '/a',
        rules: [
          { from: 'B', to: '/b' },
          { from: '[', to: '/c' },
        ],
      },
      'MAPPING_PATH',
      '/documents/0/rules/0/rules/1/from',
    ],
    ['a way out of the message', { from: '../A', to: '/a' }, 'MAPPING_STRUCTURE', '/documents/0/rules/0'],
  ])('refuses %s', (_, rule, code, pointer) => {
    expect(compileMapping(ofXml(rule))).toMatchObject({ ok: false, error: [{ code, place: { pointer } }] });
  });

  it.each<[string, Rule, string]>([
    ['a segment that the structure lacks', { from: 'XYZ.1', to: '/a' }, 'MAPPING_STRUCTURE'],
    ['a segment of another group', { from: 'EQD.1', to: '/a' }, 'MAPPING_STRUCTURE'],
    ['a segment without element', { from: 'BGM', to: '/a' }, 'MAPPING_SHAPE'],
    ['a repetition to write', { from: 'BGM.1*2.1', to: '/a' }, 'MAPPING_SHAPE'],
    ['element zero', { from: 'BGM.0', to: '/a' }, 'MAPPING_PATH'],
    ['the envelope without a slash', { from: 'UNB.2', to: '/a' }, 'MAPPING_SHAPE'],
  ])('refuses %s in EDIFACT', (_, rule, code) => {
    expect(compileMapping(ofEdifact('.', 'BGM SG3=EQD*{LOC*}', rule))).toMatchObject({
      ok: false,
      error: [{ code }],
    });
  });

  it('gives all faults, not the first', () => {
    const result = compileMapping(ofXml({ from: '[', to: '/a' }, { from: 'A', to: 'x' }, {}));
    expect(!result.ok && result.error).toHaveLength(3);
    for (const fault of result.ok ? [] : result.error)
      expect(fault.text.zh + fault.text.en).not.toContain('{');
  });

  it.each<[string, object]>([
    ['syntax', { syntax: 'pdf' }],
    ['zone', { zone: 'Beijing' }],
    ['structure', { ...containerMove, options: { message: 'X', structure: '{' } }],
    ['identity', { identity: ['Head/A'] }],
    ['documents', { documents: [] }],
    ['documents of another kind', { documents: 7 }],
    ['rules that are none', { documents: [{ type: 'A', each: '.', rules: [7, null, 'x', { rules: 1 }] }] }],
    ['a path that is a number', { documents: [{ type: 'A', each: 1, rules: [{ from: 1, to: 2 }] }] }],
  ])('refuses a wrong %s without throwing', (_, change) => {
    const definition: MappingDefinition = { ...declaration, ...change };
    expect(compileMapping(definition, codes).ok).toBe(false);
  });
});

describe('faults of reading', () => {
  const mapping = compiled(
    ofXml(
      { from: 'N', to: '/n', as: 'decimal' },
      { from: 'C', to: '/c', codes: 'direction' },
      { from: 'H/Q', to: '/q', required: true },
      {
        each: 'L',
        to: '/l',
        rules: [
          { from: 'D', to: '/d', as: { date: 'yyyyMMdd' } },
          { from: 'K', to: '/k', required: true },
        ],
      },
    ),
  );

  it('gives every fault with its byte span, path and pointer, and no document', () => {
    const message = xml('<N>港x</N><L><D>20251399</D><K>1</K></L><L><D>20250101</D></L>');
    const { documents, faults } = read(mapping, message);
    expect(documents).toEqual([]);
    const bytes = new TextEncoder().encode(message);
    const at = faults.map(({ code, place }) => [
      code,
      place?.path,
      place?.pointer,
      new TextDecoder().decode(bytes.subarray(place?.span?.from, place?.span?.to)).slice(0, 12),
    ]);
    expect(at).toEqual([
      ['MAPPING_VALUE', 'N', '/n', '港x'],
      ['MAPPING_REQUIRED', '.', '/q', '<R><N>港x</N>'.slice(0, 12)],
      ['MAPPING_VALUE', 'L[1]/D', '/l/0/d', '20251399'],
      ['MAPPING_REQUIRED', 'L[2]', '/l/1/k', '<L><D>202501'],
    ]);
    for (const { text, advice } of faults) expect(text.zh + text.en + advice.zh).not.toContain('{');
  });

  it('keeps an unknown code, with a warning', () => {
    const { documents, warnings } = read(mapping, xml('<C>Z</C><H><Q>1</Q></H>'));
    expect(documents[0]?.body).toEqual({ c: 'Z', q: '1' });
    expect(warnings).toMatchObject([
      {
        code: 'MAPPING_CODE',
        severity: 'warning',
        place: { path: 'C', pointer: '/c' },
        values: { value: 'Z' },
      },
    ]);
  });

  it('refuses another root element', () => {
    expect(read(mapping, '<S/>').faults).toMatchObject([
      { code: 'MAPPING_ROOT', disposition: 'hold', values: { found: 'S', expected: 'R' } },
    ]);
  });

  it('refuses the tree of another syntax', () => {
    const tree = compiled(containerMove).parse(new TextEncoder().encode("UNH+1+COARRI:D'UNT+2+1'"));
    expect(tree.ok && mapping.read(tree.value).faults).toMatchObject([{ code: 'MAPPING_SYNTAX' }]);
  });

  it('bounds the faults of one message', () => {
    const { faults } = read(mapping, xml('<L><D>x</D><K>1</K></L>'.repeat(2000)));
    expect(faults.length).toBeLessThanOrEqual(501);
    expect(faults.at(-1)).toMatchObject({ code: 'MAPPING_MORE' });
  });

  it('tells of a time that does not fit its code', () => {
    const edi = "UNH+1+COARRI:D'TDT'DTM+133:20250312:203'UNT+4+1'";
    const dtm = compiled(
      ofEdifact('.', 'SG1=TDT*{DTM*}', { from: 'SG1/DTM[1=133].1.2', to: '/d', as: { dtm: '203' } }),
    );
    const { documents, warnings } = read(dtm, edi);
    expect(documents[0]?.body).toEqual({ d: '2025-03-12' });
    expect(warnings.map(({ code }) => code)).toContain('MAPPING_DTM');
  });

  it('leaves out a period that is no time, with a warning', () => {
    const edi = "UNH+1+COARRI:D'TDT'DTM+133:3:804'UNT+4+1'";
    const dtm = compiled(
      ofEdifact('.', 'SG1=TDT*{DTM*}', { from: 'SG1/DTM[1=133].1.2', to: '/d', as: { dtm: '203' } }),
    );
    const { documents, faults, warnings } = read(dtm, edi);
    expect([documents[0]?.body, faults]).toEqual([{}, []]);
    expect(warnings.map(({ code }) => code)).toContain('MAPPING_DTM_CODE');
  });

  it('takes a day of birth for one before the message', () => {
    const edi = "UNB+UNOA:4+A+B+260520:1012+1'UNH+1+COARRI:D'TDT'DTM+329:560620'UNT+4+1'UNZ+1+1'";
    const dtm = compiled(
      ofEdifact('.', 'SG1=TDT*{DTM*}', { from: 'SG1/DTM[1=329].1.2', to: '/d', as: { dtm: '102' } }),
    );
    expect(read(dtm, edi).documents[0]?.body).toEqual({ d: '1956-06-20' });
  });

  it('warns when a message gives no document', () => {
    const move = compiled(containerMove);
    const { documents, faults, warnings } = read(move, "UNH+1+COARRI:D:95B:UN'BGM+44'UNT+3+1'");
    expect([documents, faults]).toEqual([[], []]);
    expect(warnings.map(({ code }) => code)).toContain('MAPPING_NO_DOCUMENT');
  });
});

describe('faults of writing', () => {
  const mapping = compiled(
    ofXml(
      { from: 'N', to: '/n', as: 'count' },
      { from: 'A', to: '/a' },
      { from: 'A', to: '/b' },
      {
        each: 'L',
        to: '/l',
        rules: [
          { from: 'D', to: '/d', as: { date: 'yyyyMMdd' } },
          { from: 'K', to: '/k', required: true },
        ],
      },
    ),
  );

  it.each<[JsonObject, string, string]>([
    [{ n: '1' }, 'MAPPING_WRITE_VALUE', '/n'],
    [{ a: '1', b: '2' }, 'MAPPING_WRITE_CONFLICT', '/b'],
    [{ l: [{ k: '1' }, { k: '1', d: 'x' }] }, 'MAPPING_WRITE_VALUE', '/l/1/d'],
    [{ l: [{ k: '1' }, {}] }, 'MAPPING_WRITE_REQUIRED', '/l/1/k'],
    [{ a: { b: '1' } }, 'MAPPING_WRITE_VALUE', '/a'],
  ])('of %j are %s at %s', (body, code, pointer) => {
    expect(mapping.write([{ type: 'Thing', body }])).toMatchObject({
      ok: false,
      error: [{ code, place: { pointer } }],
    });
  });

  it('of documents that it cannot write', () => {
    expect(mapping.write([])).toMatchObject({ ok: false, error: [{ code: 'MAPPING_WRITE_NOTHING' }] });
    expect(mapping.write([{ type: 'Other', body: {} }])).toMatchObject({
      ok: false,
      error: [{ code: 'MAPPING_WRITE_TYPE' }],
    });
    const thing = { type: 'Thing', body: { a: '1' } };
    expect(mapping.write([thing, thing])).toMatchObject({
      ok: false,
      error: [{ code: 'MAPPING_WRITE_ONE' }],
    });
  });

  it.each([
    ['disagree', { voyage: '1' }, { voyage: '2' }],
    ['do not both have it', { voyage: '1' }, {}],
    ['do not both have it, the first not', {}, { voyage: '2' }],
  ])('of documents of one message that %s', (_, first, second) => {
    const move = compiled(containerMove);
    const one = { type: 'ContainerMove', body: { move: 'load', container: 'A', ...first } };
    const two = { type: 'ContainerMove', body: { move: 'load', container: 'B', ...second } };
    expect(move.write([one, two])).toMatchObject({
      ok: false,
      error: [{ code: 'MAPPING_WRITE_CONFLICT', place: { pointer: '/voyage' }, values: { document: 1 } }],
    });
  });
});
