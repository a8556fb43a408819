import fc from 'fast-check';
import type { Json } from '#kernel';
import type { MappingDefinition, Rule } from '../definition.js';
import { countChanges } from './change.js';
import { diffMappings, type MappingSource } from './diff-mappings.js';

const rule = (from: string, to: string, more: Partial<Rule> = {}): Rule => ({ from, to, ...more });

const source = (
  rules: readonly Rule[],
  more: Partial<MappingDefinition> = {},
  codes = {},
): MappingSource => ({
  definition: {
    adapter: 'port/test-xml',
    version: '1.0.0',
    syntax: 'xml',
    options: { root: 'Message' },
    documents: [{ type: 'Declaration', each: '.', rules }],
    ...more,
  },
  codes,
});

const three = [rule('A', '/a'), rule('B', '/b'), rule('C', '/c', { as: 'decimal' })];

/** What changed, shortly: kind, part and name. */
const said = (before: MappingSource, after: MappingSource): string[] =>
  diffMappings(before, after).map(({ kind, part, name }) => `${kind} ${part} ${name}`);

describe('the difference of two mappings', () => {
  it.each<[string, MappingSource, string[]]>([
    ['nothing', source(three), []],
    [
      'a rule put in between',
      source([...three.slice(0, 1), rule('X', '/x'), ...three.slice(1)]),
      ['added rule X -> /x'],
    ],
    ['a rule taken away', source(three.slice(1)), ['removed rule A -> /a']],
    [
      'a member',
      source([...three.slice(0, 2), rule('C', '/c', { as: 'integer' })]),
      ['changed rule C -> /c'],
    ],
    ['another source', source([rule('A2', '/a'), ...three.slice(1)]), ['changed rule A2 -> /a']],
    ['another target', source([rule('A', '/a2'), ...three.slice(1)]), ['changed rule A -> /a2']],
    ['the order', source([...three.slice(1), rule('A', '/a')]), ['moved rule A -> /a']],
    [
      'the order of two',
      source([rule('B', '/b'), rule('A', '/a'), ...three.slice(2)]),
      ['moved rule A -> /a'],
    ],
    ['an option', source(three, { options: { root: 'Other' } }), ['changed option root']],
    ['the zone', source(three, { zone: '+08:00' }), ['added frame zone']],
    ['a code', source(three, {}, { mode: { '2': 'sea' } }), ['added code-table mode']],
    [
      'an example',
      source(three, { examples: [{ name: 'small', message: '<A/>', documents: [] }] }),
      ['added example small'],
    ],
    [
      'another document type',
      source(three, { documents: [{ type: 'ReleaseOrder', each: '.', rules: three }] }),
      ['removed document Declaration (.)', 'added document ReleaseOrder (.)'],
    ],
  ])('%s', (_, after, expected) => {
    expect(said(source(three), after)).toEqual(expected);
  });

  it('names codes one by one, with both values', () => {
    const before = source(three, {}, { mode: { '2': 'sea', '5': 'air', '6': 'post' } });
    const after = source(three, {}, { mode: { '2': 'vessel', '5': 'air', '9': 'pipe' } });
    expect(diffMappings(before, after).map(({ text }) => text.en)).toEqual([
      'Code mode 2 changed: sea → vessel',
      'Code mode 6 removed: post',
      'Code mode 9 added: pipe',
    ]);
  });

  it('looks into lists, and says where both stand', () => {
    const list = (rules: Rule[]): Rule => ({ each: 'Lists/List', to: '/items', rules });
    const before = source([rule('A', '/a'), list([rule('N', '/n')])]);
    const after = source([list([rule('N', '/n', { required: true })]), rule('A', '/a')]);
    expect(diffMappings(before, after)).toEqual([
      expect.objectContaining({ kind: 'moved', name: 'A -> /a' }),
      expect.objectContaining({
        kind: 'changed',
        before: '/documents/0/rules/1/rules/0',
        after: '/documents/0/rules/0/rules/0',
        members: [{ member: 'required', after: true }],
        text: {
          zh: '修改规则 N -> /n：required: ∅ → true',
          en: 'Rule N -> /n changed: required: ∅ → true',
        },
      }),
    ]);
  });

  it('says nothing of the order of rules that only read', () => {
    const [a, b] = [rule('A', '/a', { way: 'read' }), rule('B', '/b', { way: 'read' })];
    expect(said(source([a, b]), source([b, a]))).toEqual([]);
  });

  it('does not take the order of members for a difference', () => {
    const [first, ...rest] = three;
    const turned = Object.fromEntries(Object.entries(first ?? {}).reverse());
    expect(diffMappings(source(three), source([turned, ...rest]))).toEqual([]);
  });
});

const path = fc.constantFrom('A', 'B', 'C', 'D/E', '@x');
const pointer = fc.constantFrom('', '/a', '/b', '/c/d');
const leaf: fc.Arbitrary<Rule> = fc.record(
  {
    from: path,
    to: pointer,
    as: fc.constantFrom('decimal', 'integer', 'text'),
    required: fc.boolean(),
    way: fc.constantFrom('read', 'write'),
  },
  { requiredKeys: ['from', 'to'] },
);
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.record({ each: path, to: pointer, rules: fc.array(leaf, { maxLength: 4 }) }),
  fc.record({ const: fc.constantFrom('x', 'y'), to: pointer }),
);
const anySource = fc
  .record({
    rules: fc.array(anyRule, { maxLength: 8 }),
    zone: fc.option(fc.constantFrom('+08:00', '+09:00'), { nil: undefined }),
    codes: fc.dictionary(
      fc.constantFrom('t1', 't2'),
      fc.dictionary(fc.constantFrom('1', '2', 'a~/b'), fc.constantFrom('x', 'y'), { noNullPrototype: true }),
      { noNullPrototype: true },
    ),
  })
  .map(({ rules, zone, codes }) => source(rules, zone === undefined ? {} : { zone }, codes));

/** What stands at a JSON pointer of a mapping or of its code tables. */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      (one, name) => (typeof one === 'object' && one !== null ? (Reflect.get(one, name) as Json) : undefined),
      value,
    );
}

describe('the laws of the difference', () => {
  it('a mapping does not differ from itself', () => {
    fc.assert(
      fc.property(anySource, (one) => {
        expect(diffMappings(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it('backwards it tells the same: what was added was removed', () => {
    fc.assert(
      fc.property(anySource, anySource, (a, b) => {
        const there = countChanges(diffMappings(a, b).filter(({ kind }) => kind !== 'moved'));
        const back = countChanges(diffMappings(b, a).filter(({ kind }) => kind !== 'moved'));
        expect([there.added, there.removed, there.changed]).toEqual([back.removed, back.added, back.changed]);
      }),
    );
  });

  it('mappings that differ have a difference, and every place in it is there', () => {
    fc.assert(
      fc.property(anySource, anySource, (a, b) => {
        const changes = diffMappings(a, b);
        const [plainA, plainB] = [a, b].map((one) => JSON.stringify(one));
        if (changes.length === 0) return plainA === plainB || sameButOrder(a, b);
        for (const { part, before, after } of changes) {
          const [was, is] = part.startsWith('code') ? [a.codes, b.codes] : [a.definition, b.definition];
          if (before !== undefined) expect(at(was, before)).toBeDefined();
          if (after !== undefined) expect(at(is, after)).toBeDefined();
        }
        return true;
      }),
    );
  });
});

/** Rules that are only read may stand in any order. */
function sameButOrder(a: MappingSource, b: MappingSource): boolean {
  const sorted = (one: MappingSource): string => [...JSON.stringify(one)].sort().join('');
  return sorted(a) === sorted(b);
}
