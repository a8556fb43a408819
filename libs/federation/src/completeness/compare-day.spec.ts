import { uuidv7 } from '#kernel';
import { alsoHeld, comparisonsWith, openSql, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { answerQuestions } from './answers.js';
import { compareDay, type PeerAsked } from './compare-day.js';
import { rangeOfDay } from './day.js';

const day = '2026-04-06';
const range = rangeOfDay(day) ?? { from: 0, to: 0 };
const destinationId = uuidv7(range.from);
const ids = Array.from({ length: 30 }, (_, at) => uuidv7(range.from + at * 1_000));

const databases: TestDatabase[] = [];
const opened: Sql[] = [];
async function node(): Promise<Sql> {
  const database = await freshDatabase();
  databases.push(database);
  const sql = openSql({ url: database.url, connections: 1 });
  opened.push(sql);
  return sql;
}
afterAll(async () => {
  for (const sql of opened) await sql.end();
  for (const database of databases) await database.drop();
});

const proven = (sql: Sql, id: string, from: string | null, signed = `h.${id}.s`): Promise<unknown> =>
  sql.query(
    `INSERT INTO document_proof (document_id, origin_node, from_node, hops, expires_at, proof, created_at)
     VALUES ($1, 'dalian', $2, '{}', now(), $3, now())`,
    [id, from, `${signed}~shown~`],
  );

async function sent(sql: Sql, id: string): Promise<void> {
  await proven(sql, id, null);
  await sql.query(
    `INSERT INTO custody_receipt (document_id, node_code, receipt, received_at) VALUES ($1, 'yingkou', '', now())`,
    [id],
  );
  await sql.query(
    `INSERT INTO delivery (destination_id, document_id, state, route_id, order_key, attempts, created_at, finished_at)
     VALUES ($1, $2, 'delivered', $1, '', 1, now(), now())`,
    [destinationId, id],
  );
}

it('owes again what the peer has lost, and nothing that it has by another way', async () => {
  const [dalian, yingkou] = [await node(), await node()];
  await dalian.query(
    `WITH node AS (INSERT INTO participant (id, code, name_zh, name_en, kind, node_code)
       VALUES ($1, 'yingkou', '营口', 'Yingkou', 'node', 'yingkou') RETURNING id)
     INSERT INTO destination (id, participant_id, code, kind) SELECT $1, id, 'peer', 'peer' FROM node`,
    [destinationId],
  );
  const [lost = '', relayed = '', altered = '', unreceipted = ''] = ids;
  for (const id of ids.filter((one) => one !== unreceipted)) await sent(dalian, id);
  for (const id of ids) {
    if (id === lost) continue;
    await proven(
      yingkou,
      id,
      id === relayed ? 'liaoning' : 'dalian',
      id === altered ? 'h.other.s' : undefined,
    );
  }
  const peer: PeerAsked = {
    look: (questions) =>
      answerQuestions(yingkou, { direction: 'received', node: 'dalian', ...range }, questions),
    holds: async (asked) => (await alsoHeld(yingkou, asked)).map(({ id }) => id),
  };
  const compare = () =>
    compareDay(dalian, peer, { node: 'yingkou', day, ...range, destinationId }, Date.now());
  const first = await compare();
  expect(first).toMatchObject({
    onlyHere: [lost],
    onlyThere: [unreceipted],
    unlike: [altered],
    offered: 1,
    truncated: false,
  });
  expect([first.own.count, first.peer.count]).toEqual([29, 28]);
  const owed = await dalian.query<{ document_id: string }>(
    `SELECT document_id FROM delivery WHERE state = 'pending'`,
  );
  expect(owed).toEqual([{ document_id: lost }]);
  expect((await compare()).onlyHere).toEqual([]);
  expect(await comparisonsWith(dalian, 'yingkou', { limit: 5 })).toMatchObject([{ onlyHere: [] }, first]);
});
