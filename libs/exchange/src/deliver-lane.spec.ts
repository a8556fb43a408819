import { randomUUID } from 'node:crypto';
import { generateNodeKey } from '#evidence';
import { ok } from '#kernel';
import { Administration, openDatabase, openSql, SetupSnapshot, writeHealth, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { DeliverLane, deliverLimits } from './deliver-lane.js';
import { Normalisers } from './normalisers.js';
import { noPromises, ReceiptWriter } from './receipt-chain/index.js';
import { Rulebook } from './rulebook.js';

let database: TestDatabase;
let sql: Sql;
let snapshot: SetupSnapshot;
const destination = randomUUID();
const nodeCode = 'dalian';
const signal = new AbortController().signal;

beforeEach(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  await sql.query(
    `WITH holder AS (INSERT INTO participant (id, code, name_zh, name_en, kind)
      VALUES (gen_random_uuid(), 'dalian-customs', '大连海关', 'Dalian Customs', 'agency') RETURNING id)
    INSERT INTO destination (id, participant_id, code, kind, config)
      SELECT $1, id, 'hook', 'webhook', '{"url": "https://customs.example/"}' FROM holder`,
    [destination],
  );
  snapshot = await SetupSnapshot.open({ url: database.url, open: ok });
});
afterEach(async () => {
  await snapshot.close();
  await sql.end();
  await database.drop();
});

/** The lane over connections that are counted, to a receiver that must never be called. */
function counted(): { readonly lane: DeliverLane; readonly statements: () => number } {
  let statements = 0;
  const counting: Sql = {
    query: (statement, values) => {
      statements++;
      return sql.query(statement, values);
    },
    execute: (statement, values) => {
      statements++;
      return sql.execute(statement, values);
    },
    transaction: (work) => {
      statements++;
      return sql.transaction(work);
    },
    listen: (channel, onNotice) => sql.listen(channel, onNotice),
    end: () => sql.end(),
  };
  const lane = new DeliverLane({
    sql: counting,
    rulebook: new Rulebook(snapshot, new Normalisers([]), () => undefined),
    channel: { send: () => Promise.reject(new Error('nothing is owed')), close: () => undefined },
    inHand: () => undefined,
    receipts: new ReceiptWriter({
      nodeCode,
      promises: noPromises,
      signer: () => ({ nodeCode, key: generateNodeKey() }),
    }),
    due: () => undefined,
    owner: randomUUID(),
    now: Date.now,
    random: Math.random,
    limits: deliverLimits,
    settled: () => undefined,
  });
  return { lane, statements: () => statements };
}

it('looks once at a destination that nothing goes to for now, however often it is rung for', async () => {
  const openUntil = Date.now() + 60_000;
  await writeHealth(sql, destination, { state: 'open', failures: 5, openUntil }, false);
  const { lane, statements } = counted();
  const first = await lane.run(destination, signal);
  expect(first.more).toBe(false);
  expect(first.dueInMs).toBeGreaterThan(50_000);
  const looked = statements();
  expect(looked).toBeGreaterThan(0);
  for (let rung = 0; rung < 50; rung++) expect(await lane.run(destination, signal)).toEqual({ more: false });
  expect(statements()).toBe(looked);
});

it('looks again as soon as it is active anew', async () => {
  const openUntil = Date.now() + 60_000;
  await writeHealth(sql, destination, { state: 'open', failures: 5, openUntil }, false);
  const { lane, statements } = counted();
  await lane.run(destination, signal);
  const looked = statements();
  const source = await openDatabase({ url: database.url });
  const desk = new Administration(source, Date.now);
  for (const act of ['pause', 'activate'] as const) {
    expect(await desk.act({}, ({ destinations }) => destinations[act](destination))).toMatchObject({
      ok: true,
    });
  }
  await snapshot.refresh();
  await source.destroy();
  expect(await lane.run(destination, signal)).toEqual({ more: false });
  expect(statements()).toBeGreaterThan(looked);
});
