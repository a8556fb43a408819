import {
  answerings,
  answersOf,
  answeredBy,
  documentSchemas,
  keysThatTell,
  placesOf,
  saidBy,
} from '#canonical';

/** Kinds of keys that documents of a type can have. */
function kindsOf(type: keyof typeof documentSchemas): Set<string> {
  const schema = documentSchemas[type];
  const joined = Array.isArray(schema['x-joined-keys']) ? schema['x-joined-keys'] : [];
  const marked = placesOf(schema).map(({ schema: place }) => place['x-key']);
  return new Set([...marked, ...joined.map((one) => Reflect.get(Object(one), 'kind'))].map(String));
}

describe('which documents answer which', () => {
  it.each(answerings().map((one) => [`${one.from} to ${one.to}`, one] as const))(
    '%s: by keys that both have, in words that it has',
    (_name, { from, to, by, says }) => {
      expect(by).not.toEqual([]);
      for (const kind of by) {
        expect({ kind, from: kindsOf(from).has(kind), to: kindsOf(to).has(kind) }).toEqual({
          kind,
          from: true,
          to: true,
        });
      }
      const leaves = placesOf(documentSchemas[from]).filter(({ schema }) => schema.type === 'string');
      const pointers = leaves.map(({ steps }) => `/${steps.join('/')}`);
      expect(pointers).toEqual(expect.arrayContaining([...says]));
      const open = leaves.filter(({ schema }) => schema['x-privacy'] !== 'personal');
      expect(open.map(({ steps }) => `/${steps.join('/')}`)).toEqual(expect.arrayContaining([...says]));
    },
  );

  it('is known from both sides', () => {
    expect(answersOf('DeclarationStatus').map(({ to }) => to)).toEqual(['Declaration', 'TransitDeclaration']);
    expect(answeredBy('PassengerList').map(({ from }) => from)).toEqual(['BoardingResponse']);
    expect(answersOf('ContainerMove')).toEqual([]);
    expect(answersOf('Poem')).toEqual([]);
  });

  it('tells by which keys, and what is said', () => {
    const [status] = answersOf('DeclarationStatus');
    if (!status) throw new Error('no answer');
    const keys = ['bill:B1', 'declaration:090020261', 'declaration-client:LN1', 'declarations:no'];
    expect(keysThatTell(status, keys)).toEqual(['declaration:090020261', 'declaration-client:LN1']);
    expect(saidBy(status, { status: 'P', responseCode: '0' })).toBe('P');
    expect(saidBy(status, { responseCode: '0' })).toBe('0');
    expect(saidBy(status, {})).toBeUndefined();
  });
});
