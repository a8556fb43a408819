import { compileMapping, type MappingDefinition } from '#mapping';

const definition: MappingDefinition = {
  adapter: 'port/json-test',
  version: '1.0.0',
  syntax: 'json',
  options: { list: 'events', indent: 0 },
  identity: ['/events/id'],
  documents: [
    {
      type: 'ContainerMove',
      each: 'events',
      rules: [
        { from: 'id', to: '/id' },
        { from: 'box/number', to: '/container/number' },
        { from: 'box/weight', to: '/weight', as: 'number' },
        { from: 'sequence', to: '/sequence', as: 'count' },
        { from: 'isEmpty', to: '/empty', as: { flag: { true: 'true', false: 'false' } } },
        { from: 'references[type=BN]/value', to: '/booking' },
        {
          each: 'references[type!=BN]',
          to: '/references',
          rules: [
            { from: 'type', to: '/kind' },
            { from: 'value', to: '/number' },
          ],
        },
        { each: 'codes', to: '/codes', rules: [{ from: '.', to: '' }] },
        { const: true, from: 'final', required: true },
        { const: 2, from: 'version', required: true },
      ],
    },
  ],
};

const compiled = compileMapping(definition);
if (!compiled.ok)
  throw new Error(compiled.error.map(({ text, place }) => `${text.en} ${place?.pointer}`).join());
const mapping = compiled.value;

function read(text: string) {
  const tree = mapping.parse(Buffer.from(text));
  if (!tree.ok) throw new Error(JSON.stringify(tree.error));
  return mapping.read(tree.value, { lineage: true });
}

const written = (body: Record<string, never> | object): string => {
  const result = mapping.write([{ type: 'ContainerMove', body: { ...body } }]);
  return result.ok ? Buffer.from(result.value).toString() : result.error.map(({ text }) => text.en).join();
};

const body = {
  id: 'E1',
  container: { number: 'LNHU2001013' },
  weight: '24000.50',
  sequence: 2,
  empty: false,
  booking: 'BK1',
  references: [{ kind: 'FF', number: 'X' }],
  codes: ['A'],
};
const message =
  '{"events":[{"id":"E1","box":{"number":"LNHU2001013","weight":24000.50},"sequence":2,"isEmpty":false,' +
  '"references":[{"type":"BN","value":"BK1"},{"type":"FF","value":"X"}],"codes":["A"],"final":true,"version":2}]}';

describe('mappings of JSON', () => {
  it('reads values as written, whatever their type in JSON', () => {
    const { documents, identity, faults } = read(message);
    expect({ faults, identity, body: documents[0]?.body }).toEqual({ faults: [], identity: 'E1', body });
  });

  it('reads a bare list and a bare event alike', () => {
    const event = message.slice('{"events":['.length, -2);
    for (const text of [`[${event}]`, event]) expect(read(text).documents[0]?.body).toEqual(body);
  });

  it('writes numbers, booleans and lists as their rules say', () => {
    expect(written(body)).toBe(message);
  });

  it('names the place of a value by members and items', () => {
    const { documents } = read(message);
    const places = documents[0]?.lineage?.map(({ pointer, path, span }) => [
      pointer,
      path,
      span && message.slice(span.from, span.to),
    ]);
    expect(places).toContainEqual(['/weight', 'events/box/weight', '24000.50']);
    expect(places).toContainEqual(['/references/0/kind', 'events/references[2]/type', 'FF']);
  });

  it.each([
    ['1.5e3', '1500'],
    ['2.50E-2', '0.0250'],
    ['-12e0', '-12'],
    ['1.10', '1.10'],
    ['0', '0'],
  ])('reads the number %s as %s', (number, decimal) => {
    expect(read(`{"id":"E1","box":{"weight":${number}}}`).documents[0]?.body.weight).toBe(decimal);
  });

  it('knows members by any name, in quotes', () => {
    const quoted = compileMapping({
      ...definition,
      options: {},
      identity: ["/'@id'"],
      documents: [
        {
          type: 'ContainerMove',
          each: '.',
          rules: [
            { from: "'@type'", to: '/type' },
            { from: `"a/b"/'c d'`, to: '/value' },
            { from: "'x y'['@k'=1]/v", to: '/one' },
          ],
        },
      ],
    });
    if (!quoted.ok) throw new Error(JSON.stringify(quoted.error));
    const text = '{"@type":"T","a/b":{"c d":"V"},"x y":[{"@k":"1","v":"W"}]}';
    const tree = quoted.value.parse(Buffer.from(text));
    const body = tree.ok ? quoted.value.read(tree.value).documents[0]?.body : undefined;
    expect(body).toEqual({ type: 'T', value: 'V', one: 'W' });
    const back = quoted.value.write([{ type: 'ContainerMove', body: { ...body } }]);
    expect(back.ok && Buffer.from(back.value).toString()).toBe(text);
  });

  it('refuses a number too large to mean anything', () => {
    expect(read('{"id":"E1","box":{"weight":1e400}}').faults).toMatchObject([
      { code: 'MAPPING_VALUE', place: { path: 'events/box/weight' } },
    ]);
  });
});
