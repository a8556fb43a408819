import pg from 'pg';
import { newDataSource } from './database.js';
import { migrate } from './migrate.js';
import { openSql, type Sql } from './sql.js';
import { emptyDatabase, freshDatabase, type TestDatabase } from './testing/database.js';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await emptyDatabase();
  sql = openSql({ url: database.url, connections: 2 });
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

const tables = async (): Promise<string[]> =>
  (
    await sql.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE nspname = 'public' AND relkind IN ('r', 'p') AND relname <> 'migration' ORDER BY 1`,
    )
  ).map(({ name }) => name);
const functions = async (): Promise<unknown[]> =>
  sql.query(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`);

describe('migrate', () => {
  it('is done by exactly one of several that start together', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => migrate({ url: database.url })));
    const ran = all.map((one) => (one.ok ? one.value.length : -1));
    expect(ran.filter((count) => count > 0)).toHaveLength(1);
    expect(ran.filter((count) => count === 0)).toHaveLength(3);
    expect(await tables()).toContain('interchange');
  });

  it('goes up, down and up again, and leaves nothing when it is down', async () => {
    await migrate({ url: database.url });
    const first = await tables();
    const source = await newDataSource({ url: database.url, statementTimeout: 0 }).initialize();
    for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration();
    expect(await tables()).toEqual([]);
    expect(await functions()).toEqual([]);
    await source.runMigrations();
    expect(await tables()).toEqual(first);
    await source.destroy();
  });

  it('says so when another process does not get done', async () => {
    const other = new pg.Client(database.url);
    await other.connect();
    await other.query('SELECT pg_advisory_lock(8661037401)');
    expect(await migrate({ url: database.url, wait: 200 })).toMatchObject({
      ok: false,
      error: { code: 'STORE_MIGRATION_BUSY', values: { seconds: 0.2 } },
    });
    await other.end();
    expect(await migrate({ url: database.url })).toMatchObject({ ok: true });
  });

  it('refuses a database of a newer program', async () => {
    await migrate({ url: database.url });
    await sql.query(
      `INSERT INTO migration (timestamp, name) VALUES (2999999999999, 'Tomorrow2999999999999')`,
    );
    expect(await migrate({ url: database.url })).toMatchObject({
      ok: false,
      error: { code: 'STORE_SCHEMA_NEWER', values: { migration: 'Tomorrow2999999999999' } },
    });
  });

  it.each([
    ['nobody listens', 'postgres://tongguan:x@127.0.0.1:9/tongguan'],
    ['the name is unknown', 'postgres://tongguan:x@database.invalid/tongguan'],
  ])('gives up in time where %s', async (_, url) => {
    expect(await migrate({ url, reachWithin: 300 })).toMatchObject({
      ok: false,
      error: { code: 'STORE_UNAVAILABLE' },
    });
  });
});

describe('the entities', () => {
  it('and the tables say the same', async () => {
    const migrated = await freshDatabase();
    const source = await newDataSource({ url: migrated.url }).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await source.destroy();
    await migrated.drop();
  });
});
