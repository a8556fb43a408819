import { setTimeout as pause } from 'node:timers/promises';
import { storeFault } from './database-error.js';
import { openSql, type Sql } from './sql.js';
import { freshDatabase, type TestDatabase } from './testing/database.js';

let database: TestDatabase;
let sql: Sql;
const broken: Error[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({
    url: database.url,
    connections: 3,
    statementTimeout: 1500,
    connectTimeout: 500,
    onBroken: (error) => broken.push(error),
  });
  await sql.query('CREATE TABLE item (n bigint PRIMARY KEY, at timestamptz)');
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const numbers = async (): Promise<number[]> =>
  (await sql.query<{ n: number }>('SELECT n FROM item ORDER BY n')).map(({ n }) => n);
const clear = () => sql.execute('DELETE FROM item');
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('Sql', () => {
  it('gives 64-bit integers as numbers, alone and in arrays', async () => {
    expect(
      await sql.query(
        `SELECT 9007199254740991::bigint AS n, ARRAY[1, 2]::bigint[] AS all, '{}'::bigint[] AS none`,
      ),
    ).toEqual([{ n: 9007199254740991, all: [1, 2], none: [] }]);
  });

  it('runs named statements with other values each time', async () => {
    const square = { name: 'square', text: 'SELECT $1::int * $1::int AS n' };
    const all = await Promise.all([1, 2, 3, 4, 5].map((n) => sql.query<{ n: number }>(square, [n])));
    expect(all.flat().map(({ n }) => n)).toEqual([1, 4, 9, 16, 25]);
  });

  it('commits what succeeds and undoes what throws', async () => {
    await sql.transaction((tx) => tx.execute('INSERT INTO item VALUES (1), (2)'));
    const thrown = await failureOf(
      sql.transaction(async (tx) => {
        await tx.execute('INSERT INTO item VALUES (3)');
        throw new Error('changed my mind');
      }),
    );
    expect(thrown).toEqual(new Error('changed my mind'));
    expect(await numbers()).toEqual([1, 2]);
    await clear();
  });

  it('has its connections back after transactions that failed', async () => {
    for (let round = 0; round < 10; round++) await failureOf(sql.transaction((tx) => tx.query('SELECT 1/0')));
    expect(await sql.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('makes what waits too long fail as something to try again', async () => {
    const slow = await failureOf(sql.query('SELECT pg_sleep(10)'));
    expect(storeFault(slow)).toMatchObject({ code: 'STORE_UNAVAILABLE', disposition: 'retry' });
    const holding = Array.from({ length: 3 }, () => sql.transaction((tx) => tx.query('SELECT pg_sleep(1)')));
    const waiting = await failureOf(sql.query('SELECT 1'));
    expect(storeFault(waiting)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await Promise.all(holding);
    expect(storeFault(await failureOf(sql.query('SELECT nothing')))).toBeUndefined();
  });

  it('survives the loss of every connection, in use and idle', async () => {
    await sql.query('SELECT 1');
    const inUse = failureOf(
      sql.transaction(async (tx) => {
        await tx.execute('INSERT INTO item VALUES (9)');
        await tx.query('SELECT pg_sleep(1)');
      }),
    );
    const betweenStatements = failureOf(
      sql.transaction(async (tx) => {
        await tx.query('SELECT 1');
        await pause(600);
        await tx.query('SELECT 1');
      }),
    );
    await pause(200);
    await database.cutConnections();
    expect(storeFault(await inUse)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(storeFault(await betweenStatements)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await numbers()).toEqual([]);
    expect(broken.length).toBeGreaterThan(0);
  });
});

describe('listen', () => {
  it('hears notices until it is told to stop, and hears again after the connection was lost', async () => {
    const heard: string[] = [];
    const stop = await sql.listen('news', (payload) => heard.push(payload));
    await sql.query(`SELECT pg_notify('news', 'one'), pg_notify('other', 'not this')`);
    await pause(200);
    expect(heard).toEqual(['one']);
    await database.cutConnections();
    await pause(800);
    expect(heard).toEqual(['one', '']);
    await sql.query(`SELECT pg_notify('news', 'two')`);
    await pause(200);
    expect(heard).toEqual(['one', '', 'two']);
    await stop();
    await sql.query(`SELECT pg_notify('news', 'three')`);
    await pause(200);
    expect(heard).toHaveLength(3);
  });

  it('serves several listeners of several channels', async () => {
    const heard: string[] = [];
    const stops = await Promise.all([
      sql.listen('a', (payload) => heard.push(`a1 ${payload}`)),
      sql.listen('a', (payload) => heard.push(`a2 ${payload}`)),
      sql.listen('b', (payload) => heard.push(`b1 ${payload}`)),
    ]);
    await stops[0]?.();
    await sql.query(`SELECT pg_notify('a', 'x'), pg_notify('b', 'y')`);
    await pause(200);
    expect(heard.sort()).toEqual(['a2 x', 'b1 y']);
    await Promise.all(stops.slice(1).map((stop) => stop()));
  });

  it('says when it cannot, and then does not keep trying', async () => {
    const nowhere = openSql({ url: 'postgres://x:y@127.0.0.1:9/z' });
    expect(storeFault(await failureOf(nowhere.listen('news', () => undefined)))).toBeDefined();
    await nowhere.end();
  });
});
