import type { JsonObject } from '#kernel';
import type { Rule } from '#mapping';
import { compiled, ofXml, read, written } from './testing/open.js';

const body = (reading: ReturnType<typeof read>): JsonObject | undefined => {
  expect(reading.faults).toEqual([]);
  return reading.documents[0]?.body;
};

const xml = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><R>${inner}</R>`;

describe('rules on XML, both ways', () => {
  it.each<[string, readonly Rule[], string, JsonObject]>([
    ['a value', [{ from: 'A/B', to: '/b' }], '<A><B>0900</B></A>', { b: '0900' }],
    ['an attribute', [{ from: 'A/@x', to: '/x' }], '<A x="1"/>', { x: '1' }],
    ['an inner object', [{ from: 'A', to: '/o/p/a' }], '<A>1</A>', { o: { p: { a: '1' } } }],
    ['exact text', [{ from: 'A', to: '/a', as: 'text' }], '<A> 1 </A>', { a: ' 1 ' }],
    [
      'a condition on the place',
      [
        { from: 'P[Role=CN]/Name', to: '/a' },
        { from: 'P[Role=CZ]/Name', to: '/b' },
      ],
      '<P><Role>CN</Role><Name>x</Name></P><P><Role>CZ</Role><Name>y</Name></P>',
      { a: 'x', b: 'y' },
    ],
    ['a quoted condition', [{ from: 'P[@t="a]|b"]/N', to: '/n' }], '<P t="a]|b"><N>1</N></P>', { n: '1' }],
    ['a nested condition', [{ from: 'P[Q/@t=1]/N', to: '/n' }], '<P><Q t="1"/><N>2</N></P>', { n: '2' }],
    ['codes', [{ from: 'A', to: '/a', codes: 'direction' }], '<A>E</A>', { a: 'export' }],
    [
      'parts',
      [
        { from: 'A', to: '/a', as: { part: 1, of: '/' } },
        { from: 'A', to: '/b', as: [{ part: 2, of: '/' }, 'integer'] },
      ],
      '<A>CNDAL/0900</A>',
      { a: 'CNDAL', b: '0900' },
    ],
    [
      'a second part alone',
      [{ from: 'A', to: '/b', as: { part: 2, of: '/' } }],
      '<A>/0900</A>',
      { b: '0900' },
    ],
    [
      'lists in lists',
      [
        {
          each: 'L/I',
          to: '/list',
          rules: [
            { from: 'N', to: '/n' },
            { each: 'B', to: '/b', rules: [{ from: '.', to: '' }] },
          ],
        },
      ],
      '<L><I><N>1</N><B>x</B><B>y</B></I><I><N>2</N></I></L>',
      { list: [{ n: '1', b: ['x', 'y'] }, { n: '2' }] },
    ],
    [
      'a common place',
      [
        {
          from: 'H',
          to: '/h',
          rules: [
            { from: 'A', to: '/a' },
            { from: 'B/C', to: '/c' },
          ],
        },
      ],
      '<H><A>1</A><B><C>2</C></B></H>',
      { h: { a: '1', c: '2' } },
    ],
    [
      'when',
      [
        { from: 'T', to: '/importer', when: { path: 'F', equals: 'I' } },
        { from: 'T', to: '/exporter', when: { path: 'F', in: ['E', 'X'] } },
        { from: 'F', to: '/f' },
      ],
      '<T>Dalian Co</T><F>E</F>',
      { f: 'E', exporter: 'Dalian Co' },
    ],
    [
      'when something exists',
      [
        { from: 'A', to: '/a' },
        { from: 'T', to: '/t', when: { path: 'A', exists: true } },
      ],
      '<A>1</A><T>2</T>',
      { a: '1', t: '2' },
    ],
    [
      'upwards and from the top',
      [
        {
          each: 'L',
          to: '/l',
          rules: [
            { from: 'N', to: '/n' },
            { from: '../H/A', to: '/a' },
            { from: '/H/B', to: '/b' },
          ],
        },
      ],
      '<L><N>1</N></L><H><A>2</A><B>3</B></H>',
      { l: [{ n: '1', a: '2', b: '3' }] },
    ],
  ])('%s', (_, rules, inner, expected) => {
    const mapping = compiled(ofXml(...rules));
    const document = body(read(mapping, xml(inner)));
    expect(document).toEqual(expected);
    expect(written(mapping, 'Thing', expected)).toBe(xml(inner));
  });

  it.each<[string, readonly Rule[], string, JsonObject]>([
    ['white space around a value', [{ from: 'A', to: '/a' }], '<A>\n 1 </A>', { a: '1' }],
    [
      'empty and blank places as absent',
      [
        { from: 'A', to: '/a' },
        { from: 'B', to: '/b' },
        { from: 'C', to: '/c' },
      ],
      '<A/><B> </B><C>1</C>',
      { c: '1' },
    ],
    ['the first place that has a value', [{ from: ['A', 'B'], to: '/a' }], '<A/><B>2</B>', { a: '2' }],
    [
      'the first node from which the path succeeds',
      [{ from: 'A/B', to: '/b' }],
      '<A/><A><B>2</B></A>',
      { b: '2' },
    ],
    ['a default', [{ from: 'A', to: '/a', default: 'none' }], '', { a: 'none' }],
    ['a constant', [{ const: 'sea', to: '/mode' }], '', { mode: 'sea' }],
    [
      'one of several codes',
      [{ from: 'P[Role=NI|N1]/N', to: '/n' }],
      '<P><Role>N1</Role><N>x</N></P>',
      { n: 'x' },
    ],
    [
      'what differs',
      [{ from: 'P[Role!=CN]/N', to: '/n' }],
      '<P><Role>CN</Role><N>x</N></P><P><Role>CZ</Role><N>y</N></P>',
      { n: 'y' },
    ],
    ['what exists', [{ from: 'P[Q]/N', to: '/n' }], '<P><N>x</N></P><P><Q>1</Q><N>y</N></P>', { n: 'y' }],
    [
      'no empty items, and no item that only repeats what stands above',
      [
        {
          each: 'L',
          to: '/l',
          rules: [
            { from: 'N', to: '/n', required: true },
            { from: '../A', to: '/a' },
            { const: 'x', to: '/t' },
          ],
        },
      ],
      '<A>1</A><L/><L><N>2</N></L>',
      { l: [{ n: '2', a: '1', t: 'x' }] },
    ],
    ['no list of nothing', [{ each: 'L', to: '/l', rules: [{ from: 'N', to: '/n' }] }], '<L/>', {}],
    [
      'no object of constants alone',
      [
        {
          to: '/o',
          rules: [
            { const: 'x', to: '/t' },
            { from: 'A', to: '/a' },
          ],
        },
      ],
      '',
      {},
    ],
    [
      'two common places of one object',
      [
        { to: '/o', rules: [{ from: 'A', to: '/a' }] },
        { to: '/o', rules: [{ from: 'B', to: '/b' }] },
      ],
      '<A>1</A><B>2</B>',
      { o: { a: '1', b: '2' } },
    ],
    [
      'when something is absent',
      [{ from: 'T', to: '/t', when: { path: 'A', exists: false } }],
      '<T>2</T>',
      { t: '2' },
    ],
    ['nothing of a rule for writing', [{ from: 'A', to: '/a', way: 'write' }], '<A>1</A>', {}],
  ])('reads %s', (_, rules, inner, expected) => {
    expect(body(read(compiled(ofXml(...rules)), xml(inner)))).toEqual(expected);
  });

  it('keeps the keys in the order of the rules', () => {
    const mapping = compiled(ofXml({ from: 'B', to: '/b' }, { from: 'A', to: '/a' }));
    expect(Object.keys(body(read(mapping, xml('<A>1</A><B>2</B>'))) ?? {})).toEqual(['b', 'a']);
  });

  it.each<[string, readonly Rule[], JsonObject, string]>([
    [
      'in the order of first mention',
      [
        { from: 'A/X', to: '/x' },
        { from: 'B', to: '/b' },
        { from: 'A/Y', to: '/y' },
      ],
      { y: '3', b: '2', x: '1' },
      '<A><X>1</X><Y>3</Y></A><B>2</B>',
    ],
    [
      'fixed values where something stands',
      [
        { from: 'A/X', to: '/x' },
        { const: '1', from: 'A/@v' },
        { const: '1', from: 'B/@v' },
      ],
      { x: '1' },
      '<A v="1"><X>1</X></A>',
    ],
    ['needed fixed values anyway', [{ const: 7, from: 'B/@v', required: true }], {}, '<B v="7"/>'],
    [
      'the default of a parameter',
      [{ param: 'now', from: 'B', default: 'x', required: true }],
      {},
      '<B>x</B>',
    ],
    [
      'nothing of a rule for reading',
      [
        { from: 'A', to: '/a', way: 'read' },
        { from: 'B', to: '/b' },
      ],
      { a: '1', b: '2' },
      '<B>2</B>',
    ],
    [
      'a code that the table lacks as it is',
      [{ from: 'A', to: '/a', codes: 'direction' }],
      { a: 'transit' },
      '<A>transit</A>',
    ],
  ])('writes %s', (_, rules, document, expected) => {
    expect(written(compiled(ofXml(...rules)), 'Thing', document)).toBe(xml(expected));
  });

  it('writes parameters', () => {
    const mapping = compiled(ofXml({ param: 'reference', from: 'Ref', required: true }));
    const result = mapping.write([{ type: 'Thing', body: {} }], { reference: '9' });
    expect(result.ok && new TextDecoder().decode(result.value)).toBe(xml('<Ref>9</Ref>'));
    expect(mapping.write([{ type: 'Thing', body: {} }])).toMatchObject({
      ok: false,
      error: [{ code: 'MAPPING_WRITE_REQUIRED' }],
    });
  });
});
