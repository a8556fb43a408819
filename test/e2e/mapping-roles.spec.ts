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

  it('read each message whole with one mapping while mappings come and go, and lose none', async () => {
    const client = pairs[0]?.owner.client;
    if (!client) throw new Error('nobody to send');
    const marks = new Map([['1.0.0', undefined as string | undefined]]);
    const sent: string[] = [];
    let publishing = true;
    const load = (async () => {
      while (publishing || sent.length < 100)
        await Promise.all(
          Array.from({ length: 10 }, async () => {
            sent.push((await client.send(declaration())).expect(202).string('/id'));
          }),
        );
    })();
    for (const mark of ['a', 'b', 'c']) marks.set(await office.change(marked(mark), 'shipped'), mark);
    (await office.post('/rollback', { to: 'shipped', reason: '恢复' })).expect(200);
    publishing = false;
    await load;
    const pending = '/v1/interchanges?state=pending&limit=1';
    await eventually('all are read', async () => (await client.get(pending)).list().length === 0);
    const seen = new Set<string>();
    for (const id of sent) {
      const read = (await client.get(`/v1/interchanges/${id}`)).expect(200);
      expect(read.at('/state')).toBe('normalised');
      const version = read.string('/mappingVersion');
      const document = await client.get(`/v1/documents/${read.string('/documents/0/id')}`);
      expect(marks.has(version)).toBe(true);
      const mark = marks.get(version);
      if (mark !== undefined) expect(document.at('/body/remarks')).toBe(mark);
      else expect(['a', 'b', 'c']).not.toContain(document.at('/body/remarks'));
      seen.add(version);
    }
    expect(seen.size).toBeGreaterThan(1);
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
