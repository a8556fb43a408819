import type { JsonObject } from '#kernel';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newDataDir, newKey, startHub, type RunningHub } from '../support/hub.js';
import { asking, MappingOffice, marked } from '../support/mapping-office.js';
import { declaration } from '../support/messages.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

const adapter = 'customs/declaration-xml';
const options = { dataDir: newDataDir(), adminKey: newKey() };
let hub: RunningHub;
let pair: Pair;
let office: MappingOffice;

beforeAll(async () => {
  hub = await startHub(options);
  pair = await Pair.make(new Administration(hub));
  await pair.agree();
  office = await MappingOffice.open(hub, adapter);
});
afterAll(async () => {
  await endHubs();
  await endSubscribers();
});

const renormalise = async (body: JsonObject): Promise<number> =>
  Number(
    (await hub.admin.post('/v1/admin/interchanges/renormalise', { reason: '映射已修正', ...body }))
      .expect(200)
      .at('/count'),
  );
const stateOf = async (interchange: string): Promise<unknown> =>
  (await pair.owner.client.get(`/v1/interchanges/${interchange}`)).at('/state');
const remarksOf = async (document: string): Promise<unknown> =>
  (await pair.owner.client.get(`/v1/documents/${document}`)).at('/body/remarks');
const lineage = (document: string) => pair.owner.client.get(`/v1/documents/${document}/lineage`);

describe('the life of a mapping, in one process', () => {
  it('a published mapping reads the next message, at the door and in the lanes, without a restart', async () => {
    const before = await pair.declare();
    const label = await office.change(marked('first'));
    const after = await pair.declare();
    expect(await remarksOf(after)).toBe('first');
    const tried = await pair.owner.client.request('/v1/convert', { method: 'POST', body: declaration() });
    expect(tried.expect(200).at('/mappingVersion')).toBe(label);
    expect(tried.at('/documents/0/body/remarks')).toBe('first');
    expect((await lineage(before)).expect(200).at('/mappingVersion')).toBe('1.0.0');
    expect((await lineage(after)).expect(200).at('/mappingVersion')).toBe(label);
    const traced = (await lineage(after)).list('/fields').find(({ pointer }) => pointer === '/remarks');
    expect(traced).toMatchObject({ const: true });
  });

  it('what a faulty mapping refused is read again after the fix, in its order, once, and delivered', async () => {
    await office.change(asking);
    const reference = `${Date.now()}`;
    const messages = ['1', '2', '3'].map((remarks) =>
      declaration({ reference: `${reference}${remarks}`, remarks }),
    );
    const refused: string[] = [];
    for (const message of messages) {
      const settled = await pair.owner.client.settle(message);
      expect(settled.status).toBe(422);
      refused.push(settled.string('/interchange/id'));
    }
    const arrived = pair.hook.ledger.counts.distinct;
    expect(await renormalise({ adapter, fault: 'MAPPING_REQUIRED', dryRun: true })).toBe(3);
    await office.change((rules) => rules.filter(({ to }) => to !== '/ediRemark2'));
    const [, second = Buffer.of()] = messages;
    // Its sender did not wait: the same message under another key, read at once.
    const impatient = await pair.owner.client.settle(second, { 'idempotency-key': `again-${reference}` });
    expect(impatient.expect(200).at('/state')).toBe('normalised');
    expect(await renormalise({ adapter, fault: 'MAPPING_REQUIRED' })).toBe(3);
    const settled = await eventually('all are settled', async () => {
      const states = await Promise.all(refused.map(stateOf));
      return states.includes('pending') ? undefined : states;
    });
    expect(settled).toEqual(['normalised', 'duplicate', 'normalised']);
    await eventually('all are delivered', () => pair.hook.ledger.counts.distinct === arrived + 3);
    expect(await renormalise({ ids: refused })).toBe(0);
    expect(pair.hook.ledger.counts.duplicates).toBe(0);
    const outcome = await pair.owner.client.get(`/v1/interchanges/${refused[0]}`);
    expect(outcome.list('/documents')).toHaveLength(1);
    expect(outcome.list('/faults').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a dry run in its own thread says what a draft would change, and nothing comes of it', async () => {
    const arrived = pair.hook.ledger.counts.distinct;
    const number = await office.draft(marked('second'));
    const place = (await office.post('/dry-runs', { version: String(number), last: 100 }))
      .expect(202)
      .headers.get('location');
    const done = await eventually('the run is done', async () => {
      const run = await hub.admin.get(String(place));
      return run.at('/state') === 'done' ? run : undefined;
    });
    const total = Number(done.at('/result/total'));
    expect(total).toBeGreaterThanOrEqual(5);
    expect(done.at('/result/counts')).toEqual({
      same: 0,
      changed: total,
      newlyFailing: 0,
      newlyPassing: 0,
      stillFailing: 0,
    });
    expect(done.list('/result/places')).toMatchObject([{ pointer: '/*/body/remarks', after: 'second' }]);
    expect(done.at('/result/reach')).toMatchObject({ documents: total, deliveries: total, subscribers: 1 });
    expect(pair.hook.ledger.counts.distinct).toBe(arrived);
  });

  it('goes back, keeps what was read then readable, and is as it was after a restart', async () => {
    const read = await pair.declare();
    const inForce = (await office.get('')).string('/inForce');
    (await office.post('/rollback', { to: 'shipped', reason: '恢复' })).expect(200);
    expect((await lineage(read)).expect(200).at('/mappingVersion')).toBe(inForce);
    const back = (await office.post('/rollback', { to: '1.0.0+1', reason: '恢复' }))
      .expect(200)
      .string('/label');
    expect(await remarksOf(await pair.declare())).toBe('first');
    await hub.stop();
    hub = await startHub(options);
    const again = hub.client(pair.owner.key);
    const settled = (await again.settle(declaration())).expect(200);
    expect(settled.at('/mappingVersion')).toBe(back);
    expect((await again.get(`/v1/documents/${read}/lineage`)).expect(200).at('/mappingVersion')).toBe(
      inForce,
    );
  });
});
