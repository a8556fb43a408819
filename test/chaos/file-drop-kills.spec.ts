import { jest } from '@jest/globals';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSql, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { Administration, type Party } from '../support/administration.js';
import { Drop, endDrops, jsonOf, newDropRoot } from '../support/drop.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newKey, startHub, type RunningHub } from '../support/hub.js';
import { declaration } from '../support/messages.js';

jest.setTimeout(300_000);

let root: string;
let database: TestDatabase;
let sql: Sql;
let hub: RunningHub;
let party: Party;
let drop: Drop;
const adminKey = newKey();
const start = (): Promise<RunningHub> =>
  startHub({ database, adminKey, env: { FILE_DROP_DIR: root, FILE_DROP_SECONDS: '1', FILE_DROP_RATE: '0' } });

beforeEach(async () => {
  root = newDropRoot();
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  hub = await start();
  party = await new Administration(hub).party('dayao-terminal');
  mkdirSync(join(root, party.code));
  drop = new Drop(root, party.code);
  await eventually('its folders are there', () => drop.list('error').length === 0);
});
afterEach(async () => {
  await endHubs();
  await sql.end();
  await database.drop();
  endDrops();
});

const stored = async (): Promise<number> =>
  (await sql.query<{ n: number }>('SELECT count(*) AS n FROM interchange WHERE channel = $1', ['file']))[0]
    ?.n ?? 0;

const receipts = (): readonly string[] => drop.list('ack').filter((name) => name.endsWith('.receipt.json'));

it('takes a file once although it is killed between its commit and its removal', async () => {
  // Where no receipt can be written no file is taken away.
  renameSync(drop.path('ack'), join(root, 'aside'));
  writeFileSync(drop.path('ack'), 'no folder');
  drop.put('once.xml', declaration());
  await eventually('it is committed', async () => (await stored()) === 1);
  expect(drop.list('in')).toEqual(['once.xml']);
  expect(await hub.kill()).toBe('SIGKILL');

  rmSync(drop.path('ack'));
  renameSync(join(root, 'aside'), drop.path('ack'));
  hub = await start();
  expect(await drop.outcome('once.xml')).toMatchObject({ state: 'normalised' });
  await eventually('it is taken away', () => drop.list('in').length === 0);
  expect(await stored()).toBe(1);
});

it('loses and doubles nothing when it is killed again and again', async () => {
  const total = 400;
  let put = 0;
  for (let round = 1; round <= 4; round++) {
    for (; put < (total * round) / 4; put++) drop.put(`${String(put).padStart(4, '0')}.xml`, declaration());
    const mark = (await stored()) + 1 + Math.floor(Math.random() * 60);
    await eventually('files are taken', async () => (await stored()) >= Math.min(mark, put));
    await pause(Math.random() * 100);
    expect(await hub.kill()).toBe('SIGKILL');
    hub = await start();
  }
  await eventually(
    'all are taken',
    () => drop.list('in').length === 0 && receipts().length === total,
    120_000,
  );
  const ids = await Promise.all(
    receipts().map(async (name) => (await drop.outcome(name.replace('.receipt.json', '')))['id']),
  );
  expect(new Set(ids).size).toBe(total);
  expect(await stored()).toBe(total);
});

it('takes what replaced a file while that was taken in as a file of its own', async () => {
  const [first, second] = [declaration(), declaration()];
  renameSync(drop.path('ack'), join(root, 'aside'));
  writeFileSync(drop.path('ack'), 'no folder');
  drop.put('same.xml', first);
  await eventually('the first is committed', async () => (await stored()) === 1);
  drop.put('same.xml', second);
  rmSync(drop.path('ack'));
  renameSync(join(root, 'aside'), drop.path('ack'));
  await eventually('the second is too', async () => (await stored()) === 2);
  await eventually('both are gone', () => drop.list('in').length === 0);
});

it('takes ten thousand files, in the order in which they were written', async () => {
  const total = 10_000;
  const began = performance.now();
  for (let n = 0; n < total; n++)
    writeFileSync(drop.path('in', `${String(n).padStart(5, '0')}.xml`), declaration());
  await eventually(
    'all are taken and answered',
    () => receipts().length === total && drop.list('in').length === 0,
    240_000,
  );
  process.stdout.write(`10,000 files in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  expect(await stored()).toBe(total);
  await eventually(
    'all are settled',
    async () => (await sql.query('SELECT FROM dropped_file LIMIT 1')).length === 0,
  );
  const inOrder = await sql.query<{ id: string }>(
    'SELECT interchange_id AS id FROM normalisation ORDER BY seq',
  );
  const byName = receipts().map((name) => jsonOf(drop.read('ack', name)));
  expect(byName.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  expect(new Set(byName.map(({ state }) => state))).toEqual(new Set(['normalised']));
});
