import { Clock } from './clock.js';
import { openSql, type Sql } from './sql.js';
import { freshDatabase, type TestDatabase } from './testing/database.js';

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

describe('Clock', () => {
  it('tells the time of the database, also when the clock of the machine was set', async () => {
    const clock = await Clock.open(sql);
    const real = Date.now;
    Date.now = () => real() + 3_600_000;
    try {
      const [row] = await sql.query<{ apart: number }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000 - $1::float8)::float8 AS apart',
        [clock.now()],
      );
      expect(Math.abs(row?.apart ?? Infinity)).toBeLessThan(60_000);
    } finally {
      Date.now = real;
      await clock.close();
    }
  });

  it('never goes back between two questions', async () => {
    const clock = await Clock.open(sql);
    const times = Array.from({ length: 1_000 }, () => clock.now());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    await clock.close();
  });
});
