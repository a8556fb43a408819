import { createHash, randomUUID } from 'node:crypto';
import { ok, uuidv7 } from '#kernel';
import { openDatabase } from '../database.js';
import { storeInterchanges } from '../hot/intake.js';
import { claimInterchanges } from '../hot/normalisation.js';
import { Administration } from '../setup/administration.js';
import { openSql, type Sql } from '../sql.js';
import { freshDatabase, type TestDatabase } from '../testing/database.js';
import { ensurePartitions } from './lanes.js';
import { renormalise, toRenormalise, type RenormaliseFilter } from './renormalise.js';

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url, connections: 2 });
  await ensurePartitions(sql, Date.now());
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

let clock = Date.now() - 100_000;
const sender = randomUUID();
const other = randomUUID();

/** An interchange in a state of its own; gives its id. */
async function interchange(
  state: string,
  more: { adapter?: string; code?: string; of?: string } = {},
): Promise<string> {
  const receivedAt = (clock += 10);
  const id = uuidv7(receivedAt);
  const body = Buffer.from(id);
  const sha256 = createHash('sha256').update(body).digest();
  const participantId = more.of ?? sender;
  await storeInterchanges(sql, [
    { id, receivedAt, sha256, participantId, channel: 'http', body, idempotencyKey: `key:${id}` },
  ]);
  await sql.query(
    'UPDATE normalisation SET state = $2, adapter_id = $3, faults = $4::json WHERE interchange_id = $1',
    [id, state, more.adapter ?? 'a/b', JSON.stringify([{ code: more.code ?? 'MAPPING_REQUIRED' }])],
  );
  return id;
}
const stateOf = async (id: string): Promise<unknown> =>
  (await sql.query('SELECT state FROM normalisation WHERE interchange_id = $1', [id]))[0]?.['state'];

it('chooses what all conditions are true of, the oldest first, and touches nothing that gave documents', async () => {
  const held = await interchange('held');
  const rejected = await interchange('rejected', { code: 'CANONICAL_REQUIRED' });
  const elsewhere = await interchange('held', { adapter: 'c/d', of: other });
  const done = await interchange('normalised');
  const all = [held, rejected, elsewhere, done];
  const chosen = async (filter: Partial<RenormaliseFilter>): Promise<string[]> =>
    (await toRenormalise(sql, { ids: all, limit: 100, ...filter })).map(({ id }) => id);
  expect(await chosen({})).toEqual([held, rejected, elsewhere]);
  expect(await chosen({ limit: 2 })).toEqual([held, rejected]);
  expect(await chosen({ state: 'rejected' })).toEqual([rejected]);
  expect(await chosen({ adapterId: 'a/b' })).toEqual([held, rejected]);
  expect(await chosen({ fault: 'CANONICAL_REQUIRED' })).toEqual([rejected]);
  expect(await chosen({ participantId: other })).toEqual([elsewhere]);
  expect(await chosen({ from: clock - 15 })).toEqual([elsewhere]);
  expect(await chosen({ to: clock - 15, adapterId: 'a/b' })).toEqual([held, rejected]);
  expect(await stateOf(held)).toBe('held');
  expect((await renormalise(sql, { ids: [rejected, done], limit: 10 })).map(({ id }) => id)).toEqual([
    rejected,
  ]);
  expect([await stateOf(rejected), await stateOf(done), await stateOf(held)]).toEqual([
    'pending',
    'normalised',
    'held',
  ]);
});

it('does each once, also when asked twice at once, and puts them before what came after', async () => {
  const one = randomUUID();
  const first = await interchange('held', { of: one });
  const second = await interchange('rejected', { of: one });
  const later = await interchange('pending', { of: one });
  const both = await Promise.all([1, 2].map(() => renormalise(sql, { participantId: one, limit: 10 })));
  expect(
    both
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort());
  const claimed = await sql.transaction((tx) => claimInterchanges(tx, one, { rows: 10, bytes: 1e9 }));
  expect(claimed.map(({ id }) => id)).toEqual([first, second, later]);
});

it('is recorded with its reason, once for all of them', async () => {
  const source = await openDatabase({ url: database.url });
  const administration = new Administration(source, Date.now);
  const one = randomUUID();
  const ids = [await interchange('held', { of: one }), await interchange('held', { of: one })];
  const act = (filter: RenormaliseFilter) =>
    administration.act({ reason: '映射已修正' }, (desk) => desk.interchanges.renormalise(filter));
  expect(await act({ participantId: one, limit: 10 })).toMatchObject({
    ok: true,
    value: ids.map((id) => ({ id })),
  });
  expect(await act({ participantId: one, limit: 10 })).toEqual(ok([]));
  const { items } = await administration.view.auditEvents.list({
    action: 'interchange.renormalised',
    limit: 10,
  });
  expect(items).toMatchObject([
    { reason: '映射已修正', after: { count: 2, by: { participantId: one }, interchanges: ids } },
  ]);
  await source.destroy();
});
