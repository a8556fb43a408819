import fc from 'fast-check';
import { checkFields, project } from '#routing';

const body = {
  vessel: { name: 'LIAO HAI', imo: '9074729' },
  containers: [
    { number: 'DLCU1234567', weight: '20.5', seals: [['a', 'b'], ['c']] },
    { number: 'YKPU7654321', weight: '3.0' },
    { weight: '1.0' },
  ],
  'a/b': { '~': '1' },
  remark: null,
};

describe('project', () => {
  it.each<[string, string[] | undefined, unknown]>([
    ['keeps everything without a list of fields', undefined, body],
    ['keeps nothing for an empty list', [], {}],
    ['keeps everything for the empty pointer', [''], body],
    ['keeps a member', ['/vessel/imo'], { vessel: { imo: '9074729' } }],
    ['keeps a whole part', ['/vessel', '/vessel/imo'], { vessel: body.vessel }],
    [
      'keeps a member of each of a list',
      ['/containers/*/number'],
      { containers: [{ number: 'DLCU1234567' }, { number: 'YKPU7654321' }] },
    ],
    [
      'keeps lists in lists as they are',
      ['/containers/*/seals/*'],
      { containers: [{ seals: [['a', 'b'], ['c']] }] },
    ],
    ['does not select by position', ['/containers/0/number'], {}],
    ['unescapes', ['/a~1b/~0'], { 'a/b': { '~': '1' } }],
    ['keeps null', ['/remark'], { remark: null }],
    ['leaves out what has no granted member', ['/vessel/flag', '/nothing'], {}],
    ['selects nothing by what is no pointer', ['vessel', '/a~2', '/vessel/imo/0'], {}],
  ])('%s', (_, fields, expected) => {
    expect(project(body, fields)).toEqual(expected);
  });

  it('takes a member named __proto__ as a member', () => {
    const hostile: Record<string, string> = JSON.parse('{"__proto__": "x", "a": "1"}');
    expect(Object.keys(project(hostile, ['/__proto__']))).toEqual(['__proto__']);
  });

  const fields = fc.array(
    fc.constantFrom(
      '/vessel',
      '/vessel/imo',
      '/containers',
      '/containers/*',
      '/containers/*/number',
      '/containers/*/weight',
      '/remark',
      '/x',
      '',
    ),
  );
  it('does the same twice, in any order, and with more fields keeps no less', () => {
    fc.assert(
      fc.property(fields, fields, (some, more) => {
        const kept = project(body, some);
        expect(project({ ...kept }, some)).toEqual(kept);
        expect(project(body, [...some].reverse())).toEqual(kept);
        expect(project(project(body, [...some, ...more]), some)).toEqual(kept);
      }),
    );
  });
});

describe('checkFields', () => {
  it('finds what is no pointer', () => {
    expect(checkFields(['/a', 'b', '/c~']).map(({ values }) => values?.['pointer'])).toEqual(['b', '/c~']);
    expect(checkFields(Array.from({ length: 501 }, (_, at) => `/${at}`))).toMatchObject([
      { code: 'ROUTING_FIELDS_TOO_MANY' },
    ]);
  });
});
