import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { adapters, withMapping, type Adapter } from '#adapters';
import { ok, uuidv7, type JsonObject, type Result } from '#kernel';
import {
  addDryRun,
  Administration,
  cancelDryRun,
  dryRunById,
  dryRunsOf,
  ensurePartitions,
  openDatabase,
  openSql,
  reportDryRun,
  SetupSnapshot,
  storeInterchanges,
  type Sql,
} from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import type { Rule } from '#mapping';
import { Normalisers } from '../normalisers.js';
import { Rulebook, type Rules } from '../rulebook.js';
import { differences } from './differences.js';
import { dryRun } from './dry-run.js';

const id = 'customs/declaration-xml';
const shipped = adapters.find((one) => one.id === id);
if (!shipped) throw new Error(`there is no adapter ${id}`);
const adapter = shipped;
const folder = `libs/adapters/src/${id}/cases`;
const sample = readFileSync(`${folder}/canonical-import-2018/in.xml`, 'utf8');

/** The adapter with other rules. */
function candidate(change: (rules: readonly Rule[]) => readonly Rule[]): Adapter {
  const documents = adapter.mapping.documents.map((one) => ({ ...one, rules: change(one.rules) }));
  const other = withMapping(adapter, { ...adapter.mapping, documents }, adapter.codes, '1.0.0+1');
  if (!other.ok) throw new Error(JSON.stringify(other.error));
  return other.value;
}

let database: TestDatabase;
let sql: Sql;
let rules: Rules;
let sender: string;
// Ids never go back in time: these come after those of the set-up.
let now = Date.now() + 60_000;

async function value<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url, connections: 3 });
  await ensurePartitions(sql, Date.now());
  const source = await openDatabase({ url: database.url });
  const administration = new Administration(source, Date.now);
  sender = await value(
    administration.act({}, async (desk) => {
      const named = (code: string) => ({ code, nameZh: '测试', nameEn: 'test', kind: 'agency' as const });
      const owner = await desk.participants.create(named('yingkou-customs'));
      const consumer = await desk.participants.create(named('shenyang-customs'));
      if (!owner.ok) return owner;
      if (!consumer.ok) return consumer;
      const box = await desk.destinations.create({
        participantId: consumer.value.id,
        code: 'box',
        kind: 'mailbox',
        config: {},
      });
      if (!box.ok) return box;
      const [ownerId, consumerId] = [owner.value.id, consumer.value.id];
      await desk.agreements.create({ ownerId, consumerId, documentType: 'Declaration', purpose: '协同' });
      const condition = 'has(document.remarks)';
      const route = { code: 'remarked', documentType: 'Declaration', destinationId: box.value.id, condition };
      const made = await desk.routes.create(route);
      return made.ok ? ok(ownerId) : made;
    }),
  );
  await source.destroy();
  const snapshot = await SetupSnapshot.open({ url: database.url, open: ok });
  rules = await new Rulebook(snapshot, new Normalisers(adapters), () => undefined).current();
  await snapshot.close();
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** Stores messages as though they had been read with an adapter; gives their ids, oldest first. */
async function stored(bodies: readonly string[], version = '1.0.0', of = id): Promise<string[]> {
  const batch = bodies.map((text) => {
    const body = Buffer.from(text);
    const interchange = uuidv7((now += 10));
    const sha256 = createHash('sha256').update(body).digest();
    const key = `key:${interchange}`;
    return {
      id: interchange,
      receivedAt: now,
      sha256,
      participantId: sender,
      channel: 'http',
      body,
      idempotencyKey: key,
    };
  });
  await storeInterchanges(sql, batch);
  const ids = batch.map((one) => one.id);
  await sql.query(
    `UPDATE normalisation SET state = 'normalised', adapter_id = $2, mapping_version = $3 WHERE interchange_id = ANY ($1)`,
    [ids, of, version],
  );
  return ids;
}
const without = (element: string): string => sample.replace(new RegExp(`<${element}>[^<]*</${element}>`), '');

async function run(tried: Adapter, more: { last?: number; from?: number } = {}): Promise<JsonObject> {
  const wanted = { last: 1000, ...more };
  const report = (): Promise<boolean> => Promise.resolve(true);
  const result = await dryRun({ sql, rules, candidate: tried, wanted, now: Date.now, report });
  if (!result) throw new Error('cancelled');
  return result;
}

describe('a dry run', () => {
  const plain = sample;
  const unbilled = without('BillNo');
  let from: number;
  let ids: string[];
  beforeAll(async () => {
    from = now + 5;
    ids = await stored([plain, unbilled, plain, '<DecMessage/>', plain]);
  });

  it('finds nothing where nothing changed', async () => {
    const result = await run(
      candidate((rules) => rules),
      { from },
    );
    expect(result).toMatchObject({ total: 5, places: [], reach: { documents: 0 } });
    expect(result.counts).toMatchObject({ changed: 0, newlyFailing: 0, newlyPassing: 0 });
  });

  it('counts what changes by place, shows the first differences, and says who gets it', async () => {
    const noted = candidate((rules) => [
      ...rules.filter(({ to }) => to !== '/remarks'),
      { const: 'checked', to: '/remarks', way: 'read' },
    ]);
    const result = await run(noted, { from });
    const passing = Number((result.counts as JsonObject).changed);
    expect(passing).toBeGreaterThan(0);
    expect(result).toMatchObject({
      places: [{ pointer: expect.stringMatching(/^\/\*\/body\/remarks$/), count: passing, after: 'checked' }],
      reach: {
        documents: passing,
        deliveries: passing,
        subscribers: 1,
        routes: [{ route: 'remarked', consumer: 'shenyang-customs', documents: passing }],
      },
    });
    const [sampled] = (result.samples as { changed: JsonObject[] }).changed;
    expect(sampled).toMatchObject({
      interchange: ids[4],
      differences: [{ pointer: '/0/body/remarks', after: 'checked' }],
    });
  });

  it('tells what would newly fail, with the reason, apart from what fails already', async () => {
    const strict = candidate((rules) =>
      rules.map((rule): Rule => (JSON.stringify(rule).includes('BillNo') ? required(rule) : rule)),
    );
    const before = await run(
      candidate((rules) => rules),
      { from },
    );
    const result = await run(strict, { from });
    expect(result.counts).toMatchObject({
      newlyFailing: 1,
      stillFailing: (before.counts as JsonObject).stillFailing,
    });
    expect(result).toMatchObject({ faults: [{ count: 1, interchange: ids[1] }] });
  });

  it('reads the last ones only, and those of the time that is asked for', async () => {
    expect(
      await run(
        candidate((rules) => rules),
        { last: 2 },
      ),
    ).toMatchObject({ total: 2 });
    expect(
      await run(
        candidate((rules) => rules),
        { from: now - 15 },
      ),
    ).toMatchObject({ total: 2 });
  });

  it('finds messages that came in an envelope too, and takes no other version in it for a difference', async () => {
    const envelope = readFileSync(
      'libs/adapters/src/customs/dxp-envelope/cases/canonical-declaration/in.xml',
      'utf8',
    );
    const start = now + 5;
    await stored([envelope], `1.0.0, ${id} 1.0.0`, 'customs/dxp-envelope');
    expect(
      await run(
        candidate((rules) => rules),
        { from: start },
      ),
    ).toMatchObject({ total: 1, counts: { same: 1 } });
  });

  it('reports after every page, and stops when nobody wants to know more', async () => {
    await stored(Array.from({ length: 450 }, () => plain));
    const totals: number[] = [];
    const outcome = await dryRun({
      sql,
      rules,
      candidate: adapter,
      wanted: { last: 10_000 },
      now: Date.now,
      report: (result) => Promise.resolve(totals.push(Number(result.total)) < 2),
    });
    expect(outcome).toBeUndefined();
    expect(totals).toEqual([200, 400]);
  });
});

/** The rule, or the rules in it, of which BillNo is the source, asked for. */
function required(rule: Rule): Rule {
  if (rule.rules) return { ...rule, rules: rule.rules.map(required) };
  return rule.from === 'BillNo' || rule.from === 'DecHead/BillNo' ? { ...rule, required: true } : rule;
}

describe('the record of dry runs', () => {
  const wanted = { last: 10 };

  it('is kept of the last ones, and says what came of each', async () => {
    const made: string[] = [];
    for (let n = 0; n < 4; n++)
      made.push(await addDryRun(sql, { adapterId: 'a/b', candidate: `1+${n}`, wanted }, 3));
    expect((await dryRunsOf(sql, 'a/b', 10)).map((one) => one.id)).toEqual(made.slice(1).reverse());
    const [, , third = '', last = ''] = made;
    expect(await reportDryRun(sql, third, 'running', { total: 1 })).toBe(true);
    expect(await dryRunById(sql, third)).toMatchObject({ state: 'running', result: { total: 1 }, wanted });
    await cancelDryRun(sql, last);
    expect(await reportDryRun(sql, last, 'done', { total: 9 })).toBe(false);
    expect(await dryRunById(sql, last)).toMatchObject({ state: 'cancelled' });
    await sql.query(`UPDATE dry_run SET touched_at = now() - interval '2 minutes' WHERE id = $1`, [third]);
    expect(await dryRunById(sql, third)).toMatchObject({ state: 'failed' });
  });
});

it.each([
  [{ a: 1 }, { a: 1 }, []],
  [{ a: 1, b: [1, 2] }, { a: 1, b: [1, 3, 4] }, ['/b/1', '/b/2']],
  [{ 'x/y': { z: 'a' } }, { 'x/y': {} }, ['/x~1y/z']],
  [{ a: { b: 1 } }, { a: [1] }, ['/a']],
  [{ a: null }, {}, ['/a']],
])('%j and %j differ at %j', (before, after, pointers) => {
  expect(differences(before, after, 10).map(({ pointer }) => pointer)).toEqual(pointers);
});
