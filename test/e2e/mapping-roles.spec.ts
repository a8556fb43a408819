import { openSql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub, type RunningHub } from '../support/hub.js';
import { MappingOffice, marked } from '../support/mapping-office.js';
import { declaration } from '../support/messages.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

const adapter = 'customs/declaration-xml';

describe('one gateway and two workers', () => {
  let database: TestDatabase;
  let gateway: RunningHub;
  let workers: RunningHub[];
  let pairs: Pair[];
  let office: MappingOffice;

  beforeAll(async () => {
    database = await freshDatabase();
    const common = { database, adminKey: newKey() };
    gateway = await startHub({ ...common, role: 'gateway' });
    workers = await Promise.all([1, 2].map(() => startHub({ ...common, role: 'worker' })));
    const admin = new Administration(gateway);
    pairs = [await Pair.make(admin), await Pair.make(admin), await Pair.make(admin)];
    office = await MappingOffice.open(gateway, adapter);
  });
  afterAll(async () => {
    await endHubs();
    await endSubscribers();
    await database.drop();
  });

  /** The versions that messages of all senders, sent from now on, are read with. */
  async function versions(): Promise<unknown[]> {
    const settled = await Promise.all(
      pairs.flatMap(({ owner }) => Array.from({ length: 5 }, () => owner.client.settle(declaration()))),
    );
    return [...new Set(settled.map((one) => one.expect(200).at('/mappingVersion')))];
  }

  it('read every message that is accepted after a publication with what was published', async () => {
    expect(await versions()).toEqual(['1.0.0']);
    for (const round of [1, 2, 3]) {
      const label = await office.change(marked(`round ${round}`), 'shipped');
      expect(label).toBe(`1.0.0+${round}`);
      expect(await versions()).toEqual([label]);
      const tried = await pairs[0]?.owner.client.request('/v1/convert', {
        method: 'POST',
        body: declaration(),
      });
      expect(tried?.at('/mappingVersion')).toBe(label);
    }
    (await office.post('/rollback', { to: 'shipped', reason: '恢复' })).expect(200);
    expect(await versions()).toEqual(['1.0.0']);
  });

  it('keep the shipped mapping in force where a stored one is of no use to this program, and say so', async () => {
    const sql = openSql({ url: database.url, connections: 1 });
    await sql.query(
      `INSERT INTO mapping_version (id, adapter_id, number, state, definition, codes, based_on, editor_key_ids)
       VALUES (gen_random_uuid(), $1, 99, 'published', $2, '{}', '1.0.0', '{}')`,
      [adapter, JSON.stringify({ adapter, version: '9.0.0', syntax: 'xml', options: {}, documents: [{}] })],
    );
    await sql.end();
    for (const part of [gateway, ...workers]) {
      const ready = await eventually('it is told', async () => {
        const answer = await part.client().get('/readyz');
        return answer.strings('/unusableMappings').length > 0 ? answer : undefined;
      });
      expect(ready.status).toBe(200);
      expect(ready.at('/unusableMappings')).toEqual([`${adapter} 9.0.0+99`]);
    }
    expect(await versions()).toEqual(['1.0.0']);
    const listed = (await gateway.admin.get(`/v1/admin/mappings/${encodeURIComponent(adapter)}`)).expect(200);
    expect(listed.at('/inForce')).toBe('1.0.0');
    expect(listed.at('/unusable/label')).toBe('9.0.0+99');
  });
});
