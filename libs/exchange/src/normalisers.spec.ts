import { adapters } from '#adapters';
import { ok, uuidv7, type JsonObject } from '#kernel';
import { Administration, openDatabase, openSql, type SetupMapping, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { readVersions, writeVersions } from './mappings-used.js';
import { Normalisers } from './normalisers.js';

const id = 'customs/declaration-xml';
const adapter = adapters.find((one) => one.id === id);
if (!adapter) throw new Error(`there is no adapter ${id}`);
const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value));
const codes = plain(adapter.codes);

/** The shipped mapping with one more rule, as it is stored. */
function stored(number: number, rule: JsonObject): SetupMapping {
  const definition = plain(adapter?.mapping);
  const [document] = definition.documents as JsonObject[];
  const rules = [...(document?.rules as JsonObject[]), rule];
  return {
    id: uuidv7(Date.now()),
    adapterId: id,
    number,
    definition: { ...definition, documents: [{ ...document, rules }] },
    codes,
  };
}
const under = (...mappings: SetupMapping[]) => ({
  receiptPreferences: new Map(),
  mappings: new Map(mappings.map((one) => [one.adapterId, one])),
});
const versionIn = (inForce: ReturnType<Normalisers['of']>): string | undefined =>
  inForce.adapters.find((one) => one.id === id)?.mapping.version;

describe('the normaliser of a set-up', () => {
  const good = stored(3, { const: 'x', to: '/remarks', way: 'read' });

  it('reads with the published mapping, and is made once for the same ones', () => {
    const normalisers = new Normalisers(adapters);
    const one = normalisers.of(under(good));
    expect(versionIn(one)).toBe('1.0.0+3');
    expect(normalisers.of(under(good))).toBe(one);
    expect(versionIn(normalisers.of(under()))).toBe('1.0.0');
    expect(one.unusable).toEqual([]);
  });

  it.each<[string, SetupMapping, string]>([
    ['does not compile', stored(4, { from: 'A[', to: '/x' }), 'MAPPING_PATH'],
    [
      'is no mapping at all',
      { ...good, id: uuidv7(1), definition: { adapter: id } },
      'ADAPTER_MAPPING_UNREADABLE',
    ],
  ])('keeps the shipped one in force for one that %s, and says so', (_, bad, code) => {
    const inForce = new Normalisers(adapters).of(under(bad));
    expect(versionIn(inForce)).toBe('1.0.0');
    expect(inForce.unusable).toMatchObject([
      { adapter: id, faults: expect.arrayContaining([expect.objectContaining({ code })]) },
    ]);
  });

  it('reports a mapping of an adapter that is gone', () => {
    const stray = { ...good, id: uuidv7(2), adapterId: 'port/gone' };
    expect(new Normalisers(adapters).of(under(stray)).unusable).toMatchObject([
      { adapter: 'port/gone', faults: [{ code: 'EXCHANGE_MAPPING_STRAY' }] },
    ]);
  });
});

describe('the mappings of then', () => {
  let database: TestDatabase;
  let sql: Sql;
  beforeAll(async () => {
    database = await freshDatabase();
    sql = openSql({ url: database.url, connections: 1 });
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  it('are found by their label, in whatever state they are now', async () => {
    const source = await openDatabase({ url: database.url });
    const { definition } = stored(1, { const: 'then', to: '/remarks', way: 'read' });
    const made = await new Administration(source, Date.now).act({}, (desk) =>
      desk.mappings.create({ adapterId: id, definition, codes, basedOn: '1.0.0' }),
    );
    await source.destroy();
    expect(made.ok).toBe(true);
    const normalisers = new Normalisers(adapters);
    const version = await normalisers.version(sql, id, '1.0.0+1');
    expect(version.ok && version.value.mapping.version).toBe('1.0.0+1');
    expect(await normalisers.version(sql, id, '1.0.0')).toEqual(ok(adapter));
    expect(await normalisers.version(sql, id, '1.0.0+9')).toMatchObject({
      error: [{ code: 'EXCHANGE_MAPPING_MISSING' }],
    });
    expect((await normalisers.asOf(sql, [{ adapter: id, version: '1.0.0+1' }])).ok).toBe(true);
  });
});

it.each([
  ['one mapping', { mappingVersion: '1.0.0+3' }, '1.0.0+3'],
  [
    'an envelope',
    { mappingVersion: '1.0.0', inside: [{ adapter: 'a/b', version: '1.0.0+2' }] },
    '1.0.0, a/b 1.0.0+2',
  ],
])('the versions of %s are written and read', (_, used, text) => {
  expect(writeVersions({ ...used, documents: [], faults: [], warnings: [] })).toBe(text);
  expect(readVersions('x/y', text)).toEqual([
    { adapter: 'x/y', version: used.mappingVersion },
    ...('inside' in used ? used.inside : []),
  ]);
});
