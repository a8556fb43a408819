import { uuidv7 } from '#kernel';
import { agrees, alsoHeld, comparisonsWith, openSql, type Comparison, type Sql } from '#store';
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

interface Pair {
  readonly dalian: Sql;
  readonly yingkou: Sql;
  readonly compare: () => Promise<Comparison>;
}

/** Dalian, which sends to Yingkou. */
async function pair(): Promise<Pair> {
  const [dalian, yingkou] = [await node(), await node()];
  await dalian.query(
    `WITH node AS (INSERT INTO participant (id, code, name_zh, name_en, kind, node_code)
       VALUES ($1, 'yingkou', '营口', 'Yingkou', 'node', 'yingkou') RETURNING id)
     INSERT INTO destination (id, participant_id, code, kind) SELECT $1, id, 'peer', 'peer' FROM node`,
    [destinationId],
  );
  await dalian.query(
    `INSERT INTO participant (id, code, name_zh, name_en, kind)
     VALUES (uuidv7(), 'administration', '管理', 'Administration', 'enterprise') ON CONFLICT DO NOTHING`,
  );
  const peer: PeerAsked = {
    look: (questions) =>
      answerQuestions(yingkou, { direction: 'received', node: 'dalian', ...range }, questions),
    holds: async (asked) => (await alsoHeld(yingkou, asked)).map(({ id }) => id),
  };
  const compare = () =>
    compareDay(dalian, peer, { node: 'yingkou', day, ...range, destinationId }, Date.now());
  return { dalian, yingkou, compare };
}

const noticesAt = async (sql: Sql): Promise<unknown> =>
  sql.query(`SELECT kind, subject_id AS day, fault->>'code' AS code FROM notice ORDER BY id`);

it('owes again what the peer has lost, and nothing that it has by another way', async () => {
  const { dalian, yingkou, compare } = await pair();
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
  const first = await compare();
  expect(first).toMatchObject({
    onlyHere: [lost],
    onlyThere: [unreceipted],
    unlike: [altered],
    offered: 1,
    keptBack: [],
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

it('goes on telling of what the peer lacks when it could not be offered again', async () => {
  const { dalian, yingkou, compare } = await pair();
  const [refused = '', withdrawn = '', forgotten = '', here = ''] = ids;
  for (const id of [refused, withdrawn, forgotten, here]) await sent(dalian, id);
  await proven(yingkou, here, 'dalian');
  const notice = { kind: 'documents-differ', day: `yingkou/${day}` };
  expect(await compare()).toMatchObject({ offered: 3, keptBack: [] });
  expect(await noticesAt(dalian)).toEqual([{ ...notice, code: 'FEDERATION_DOCUMENTS_LOST' }]);
  expect(agrees(await compare())).toBe(true);
  await dalian.query(
    `UPDATE delivery SET finished_at = now(), state = CASE document_id WHEN $1 THEN 'dead' ELSE 'cancelled' END,
       fault = CASE document_id WHEN $1 THEN '{"code":"TRANSFER_EXPIRED"}'::json END WHERE document_id IN ($1, $2)`,
    [refused, withdrawn],
  );
  await dalian.query('DELETE FROM delivery WHERE document_id = $1', [forgotten]);
  const keptBack = [
    { id: refused, why: 'dead TRANSFER_EXPIRED' },
    { id: withdrawn, why: 'cancelled' },
    { id: forgotten, why: 'absent' },
  ];
  for (let n = 0; n < 2; n++) {
    const compared = await compare();
    expect({
      ...compared,
      keptBack: [...compared.keptBack].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }).toMatchObject({ offered: 0, keptBack });
    expect(agrees(compared)).toBe(false);
  }
  expect(await noticesAt(dalian)).toEqual([
    { ...notice, code: 'FEDERATION_DOCUMENTS_LOST' },
    { ...notice, code: 'FEDERATION_DOCUMENTS_DIFFER' },
  ]);
});

it('tells of what this node has lost, and not of what is on its way', async () => {
  const { dalian, yingkou, compare } = await pair();
  const [lost = '', offered = ''] = ids;
  for (const id of [lost, offered]) {
    await sent(dalian, id);
    await proven(yingkou, id, 'dalian');
  }
  await dalian.query(`UPDATE delivery SET state = 'pending', finished_at = NULL WHERE document_id = $1`, [
    offered,
  ]);
  expect(agrees(await compare())).toBe(true);
  await dalian.query('DELETE FROM custody_receipt WHERE document_id = $1', [lost]);
  const compared = await compare();
  expect([compared.onlyThere, agrees(compared)]).toEqual([[lost], false]);
  expect(await noticesAt(dalian)).toMatchObject([{ code: 'FEDERATION_DOCUMENTS_DIFFER' }]);
});
