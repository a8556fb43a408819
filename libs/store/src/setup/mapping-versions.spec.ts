import { ok, uuidv7, type Fault, type Result } from '#kernel';
import type { MappingVersion } from '../entities/mapping-version.entity.js';
import { holdsWithin } from '../embedded/processes.js';
import { openDatabase } from '../database.js';
import { mappingVersion } from '../read/mapping-versions.js';
import { openSql, type Sql } from '../sql.js';
import { freshDatabase, type TestDatabase } from '../testing/database.js';
import { Administration, type SetupDesk } from './administration.js';
import { mappingLabel, numberOfLabel } from './mapping-label.js';
import { labelOf } from './mapping-versions.js';
import { SetupSnapshot } from './setup-snapshot.js';

let database: TestDatabase;
let sql: Sql;
let administration: Administration;
let snapshot: SetupSnapshot;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url, connections: 2 });
  const source = await openDatabase({ url: database.url });
  administration = new Administration(source, Date.now);
  snapshot = await SetupSnapshot.open({ url: database.url, open: ok, checkEvery: 60_000 });
  closing.push(
    () => snapshot.close(),
    () => source.destroy(),
    () => sql.end(),
    () => database.drop(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

const [author, reviewer] = [uuidv7(1), uuidv7(2)];
let adapters = 0;
const newAdapter = (): string => `port/test-${++adapters}`;
const definition = (note: string) => ({ adapter: 'port/test', version: '1.0.0', note });

const by = <T>(keyId: string, work: (desk: SetupDesk) => Promise<Result<T, Fault>>) =>
  administration.act({ keyId, reason: 'test' }, work);
async function done<T>(result: Promise<Result<T, Fault>>): Promise<T> {
  const outcome = await result;
  if (!outcome.ok) throw new Error(outcome.error.text.en);
  return outcome.value;
}
const draft = (adapterId: string, note: string, basedOn = '1.0.0'): Promise<MappingVersion> =>
  done(
    by(author, ({ mappings }) =>
      mappings.create({ adapterId, definition: definition(note), codes: { t: { '1': 'x' } }, basedOn }),
    ),
  );
const publish = (row: MappingVersion, keyId = reviewer, alone = false) =>
  by(keyId, ({ mappings }) => mappings.publish(row.id, row.version, alone));

describe('versions of a mapping', () => {
  it('are numbered without gaps, whoever makes them at once', async () => {
    const adapter = newAdapter();
    const made = await Promise.all(Array.from({ length: 6 }, (_, n) => draft(adapter, `n${n}`)));
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(made.map(labelOf).sort()[2]).toBe('1.0.0+3');
  });

  it('take effect in the set-up of every process when published, and no draft does', async () => {
    const adapter = newAdapter();
    const before = snapshot.current().version;
    const [first, second] = [await draft(adapter, 'first'), await draft(adapter, 'second')];
    const noted = await done(by(author, ({ mappings }) => mappings.change(first.id, 1, { note: 'why' })));
    expect((await snapshot.refresh()).version).toBe(before);
    await done(publish(noted));
    const inForce = (): number | undefined => snapshot.current().mappings.get(adapter)?.number;
    expect(await holdsWithin(5000, () => inForce() === 1)).toBe(true);
    const held = snapshot.current().mappings.get(adapter);
    expect(held).toMatchObject({ definition: definition('first'), codes: { t: { '1': 'x' } } });
    await done(publish(second));
    expect(await holdsWithin(5000, () => inForce() === 2)).toBe(true);
    const all = await administration.view.mappings.list({ adapterId: adapter }, { limit: 10 });
    expect(all.items.map(({ state }) => state)).toEqual(['retired', 'published']);
    await done(by(reviewer, ({ mappings }) => mappings.retire(adapter)));
    expect(await holdsWithin(5000, () => inForce() === undefined)).toBe(true);
  });

  it('are the same object in one set-up and the next', async () => {
    const adapter = newAdapter();
    await done(publish(await draft(adapter, 'kept')));
    const one = (await snapshot.refresh()).mappings.get(adapter);
    await sql.query('UPDATE setup_version SET version = version + 1');
    expect((await snapshot.refresh()).mappings.get(adapter)).toBe(one);
    expect(one).toBeDefined();
  });

  it('are published by another person than those who wrote them', async () => {
    const adapter = newAdapter();
    const row = await draft(adapter, 'x');
    const other = uuidv7(3);
    const changed = { definition: definition('changed') };
    const edited = await done(by(other, ({ mappings }) => mappings.change(row.id, 1, changed)));
    for (const key of [author, other])
      expect(await publish(edited, key)).toMatchObject({
        ok: false,
        error: { code: 'STORE_MAPPING_SAME_PERSON', status: 403 },
      });
    expect(await publish(edited, author, true)).toMatchObject({ ok: true });
    const fresh = await draft(adapter, 'y');
    const noted = await done(by(reviewer, ({ mappings }) => mappings.change(fresh.id, 1, { note: 'read' })));
    expect(await publish(fresh)).toMatchObject({ error: { code: 'STORE_VERSION_STALE' } });
    expect(await publish(noted)).toMatchObject({ ok: true });
  });

  it('are in force one at a time, also when several are published at once', async () => {
    const adapter = newAdapter();
    const drafts = await Promise.all(Array.from({ length: 5 }, (_, n) => draft(adapter, `n${n}`)));
    const outcomes = await Promise.all(drafts.map((row) => publish(row)));
    expect(outcomes.filter(({ ok: published }) => published)).toHaveLength(5);
    const rows = await administration.view.mappings.list({ adapterId: adapter }, { limit: 10 });
    expect(rows.items.filter(({ state }) => state === 'published')).toHaveLength(1);
    expect(rows.items.filter(({ state }) => state === 'retired')).toHaveLength(4);
  });

  it('come back as a new version with the old content', async () => {
    const adapter = newAdapter();
    const [first, second] = [await draft(adapter, 'good'), await draft(adapter, 'bad')];
    await done(publish(first));
    await done(publish(second));
    const old = await administration.view.mappings.of(adapter, '1.0.0+1');
    if (!old.ok) throw new Error('gone');
    const back = await done(by(author, ({ mappings }) => mappings.restore(old.value)));
    expect(back).toMatchObject({ number: 3, state: 'published', basedOn: '1.0.0+1', publishReason: 'test' });
    expect(back.definition).toEqual(definition('good'));
    const never = await draft(adapter, 'never');
    expect(await by(author, ({ mappings }) => mappings.restore(never))).toMatchObject({
      error: { code: 'STORE_STATE_FORBIDS' },
    });
    expect((await administration.view.mappings.of(adapter, 'published')).ok).toBe(true);
  });

  it('are kept: what was published changes no more, and nothing is removed', async () => {
    const adapter = newAdapter();
    const row = await draft(adapter, 'x');
    await done(publish(row));
    expect(
      await by(author, ({ mappings }) => mappings.change(row.id, undefined, { codes: {} })),
    ).toMatchObject({
      error: { code: 'STORE_STATE_FORBIDS' },
    });
    for (const statement of [
      `UPDATE mapping_version SET definition = '{}' WHERE id = $1`,
      `DELETE FROM mapping_version WHERE id = $1`,
    ])
      await expect(sql.query(statement, [row.id])).rejects.toThrow('is not a draft');
    const thrown = await draft(adapter, 'y');
    await done(by(author, ({ mappings }) => mappings.discard(thrown.id, 1)));
    expect(await mappingVersion(sql, adapter, thrown.number)).toMatchObject({ definition: definition('y') });
    expect(await publish(thrown)).toMatchObject({ error: { code: 'STORE_STATE_FORBIDS' } });
    expect((await administration.view.mappings.of(adapter, 'published')).ok).toBe(true);
  });

  it('are recorded, act by act', async () => {
    const adapter = newAdapter();
    const row = await draft(adapter, 'x');
    const codes = { t: { '1': 'y' } };
    await done(publish(await done(by(author, ({ mappings }) => mappings.change(row.id, 1, { codes })))));
    const events = await administration.view.auditEvents.list({ subjectId: row.id, limit: 10 });
    expect(events.items.map(({ action, actorKeyId }) => [action, actorKeyId]).reverse()).toEqual([
      ['mapping.drafted', author],
      ['mapping.changed', author],
      ['mapping.published', reviewer],
    ]);
    const [published, changed] = events.items;
    expect(changed?.before?.sha256).not.toBe(changed?.after?.sha256);
    expect(published?.after).toMatchObject({ state: 'published', label: '1.0.0+1' });
  });

  it('keep the order of codes: the first one is written', async () => {
    const adapter = newAdapter();
    const row = await draft(adapter, 'x');
    const codes = { t: { b: 'x', a: 'x' } };
    const first = await done(by(author, ({ mappings }) => mappings.change(row.id, 1, { codes })));
    const turned = { t: { a: 'x', b: 'x' } };
    const second = await done(by(author, ({ mappings }) => mappings.change(row.id, 2, { codes: turned })));
    expect([first.version, second.version]).toEqual([2, 3]);
    const stored = await mappingVersion(sql, adapter, row.number);
    expect(JSON.stringify(stored?.codes)).toBe(JSON.stringify(turned));
  });
});

describe('the label of a version', () => {
  it.each([
    ['1.0.0', 3, '1.0.0+3'],
    ['2.1+7', 12, '2.1+12'],
    ['', 1, '+1'],
  ])('%s and %d is %s', (version, number, label) => {
    expect(mappingLabel(version, number)).toBe(label);
    expect(numberOfLabel(label)).toBe(number);
  });

  it('of a shipped one has no number', () => {
    expect(numberOfLabel('1.0.0')).toBeUndefined();
  });
});
