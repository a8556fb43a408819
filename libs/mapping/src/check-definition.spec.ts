import fc from 'fast-check';
import { checkDefinition, compileMapping } from '#mapping';
import { codes, containerMove, declaration } from './testing/samples.js';

/** A sample with something else at one place. */
function changed(place: readonly (string | number)[], value: unknown, sample: object = declaration): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(sample));
  let at: unknown = copy;
  for (const token of place.slice(0, -1)) at = Reflect.get(Object(at), token);
  Reflect.set(Object(at), place[place.length - 1] ?? '', value);
  return copy;
}

const rule = (value: unknown): unknown => changed(['documents', 0, 'rules', 0], value);
const wrongs = (value: unknown): (string | undefined)[] => {
  const result = checkDefinition(value);
  return result.ok ? [] : result.error.map(({ place, text }) => `${place?.pointer ?? ''} ${text.en}`);
};

describe('checkDefinition', () => {
  it.each([declaration, containerMove])('takes a mapping as it is', (sample) => {
    const copy: unknown = JSON.parse(JSON.stringify(sample));
    expect(checkDefinition(copy)).toEqual({ ok: true, value: copy });
  });

  it.each<[string, unknown, string]>([
    ['what is no object', 7, ' The mapping is wrong here: must be object'],
    ['a missing member', changed(['version'], undefined), '/version The mapping is wrong here: must have'],
    [
      'a rule that is none',
      rule({ required: true }),
      '/documents/0/rules/0 The mapping is wrong here: a rule is one',
    ],
    ['a misspelt member', rule({ from: 'A', to: '/a', requried: true }), '/documents/0/rules/0/requried '],
    [
      'a format that is none',
      rule({ from: 'A', to: '/a', as: { money: 1 } }),
      '/documents/0/rules/0/as The mapping is wrong here: a format',
    ],
    ['a named format that is none', rule({ from: 'A', to: '/a', as: 'money' }), '/documents/0/rules/0/as '],
    [
      'a member of a format',
      rule({ from: 'A', to: '/a', as: [{ slice: [0, 3] }] }),
      '/documents/0/rules/0/as/0/slice/0 The mapping is wrong here: must be >= 1',
    ],
    [
      'a condition of two',
      rule({ from: 'A', to: '/a', when: { path: 'A', exists: true, cel: 'x' } }),
      '/documents/0/rules/0/when The mapping is wrong here: when needs',
    ],
    [
      'a condition of none',
      rule({ from: 'A', to: '/a', when: { path: 'A' } }),
      '/documents/0/rules/0/when The mapping is wrong here: when needs',
    ],
    ['a name of a place', rule({ value: 'A', of: { A: 'A' }, to: '/a' }), '/documents/0/rules/0/of '],
  ])('tells exactly what is wrong: %s', (_, value, expected) => {
    const found = wrongs(value);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((text) => text?.slice(0, expected.length))).toEqual(found.map(() => expected));
  });

  it('takes a note alone as a rule that does nothing', () => {
    const definition = checkDefinition(rule({ note: 'later' }));
    const mapping = definition.ok ? compileMapping(definition.value, codes) : definition;
    expect(mapping.ok && mapping.value.fields('Declaration')[0]?.pointer).toBe('/id');
  });

  it('takes anything without throwing, and compiles without throwing what it takes', () => {
    const places = [declaration, containerMove].flatMap((sample) =>
      placesOf(sample).map((place) => ({ sample, place })),
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        '',
        '/a',
        'A[',
        '.',
        { cel: 'x' },
        { slice: [1, 2] },
        [],
        {},
        null,
        'a/b@c',
        'A#2',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), value, ({ sample, place }, other) => {
        const result = checkDefinition(changed(place, JSON.parse(JSON.stringify(other)), sample));
        if (result.ok) expect(typeof compileMapping(result.value, codes).ok).toBe('boolean');
        else expect(result.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });
});

function placesOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}
