import { setTimeout as pause } from 'node:timers/promises';
import { openSql, noteLook, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { LiveDirectory } from './live-directory.js';

let database: TestDatabase;
let sql: Sql;
let directory: LiveDirectory;
let asked = 0;

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  await sql.execute(
    `INSERT INTO membership (province, province_endpoint, province_keys, endpoint, joined_at)
     VALUES ('liaoning', 'https://liaoning.example', '[]', 'https://yingkou.example', now())`,
  );
  // Whoever looks at the province says when it has looked.
  await sql.listen('directory_wanted', () => {
    asked++;
    void noteLook(sql, Date.now(), true, undefined);
  });
  directory = await LiveDirectory.open({
    sql,
    self: 'yingkou',
    now: Date.now,
    refreshEvery: 500,
    onFault: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await directory.close();
  await sql.end();
  await database.drop();
});

it('asks the province once however often it is called, and once more for who called a moment too late', async () => {
  await Promise.all([directory.refresh(), directory.refresh()]);
  expect(asked).toBe(1);
  await directory.refresh();
  await directory.refresh();
  expect(asked).toBe(1);
  await pause(1_000);
  expect(asked).toBe(2);
  await pause(1_000);
  expect(asked).toBe(2);
});
