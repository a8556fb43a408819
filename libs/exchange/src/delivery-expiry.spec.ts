import { randomUUID } from 'node:crypto';
import { generateNodeKey } from '#evidence';
import { ok, uuidv7 } from '#kernel';
import { openSql, SetupSnapshot, type Sql } from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { DeliverLane, deliverLimits } from './deliver-lane.js';
import { Normalisers } from './normalisers.js';
import { noPromises, ReceiptWriter } from './receipt-chain/index.js';
import { Rulebook } from './rulebook.js';

let database: TestDatabase;
let sql: Sql;
const [participant, destination, agreement] = [randomUUID(), randomUUID(), randomUUID()];
const ends = Date.now() + 3_600_000;

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  await sql.query(
    `WITH holder AS (INSERT INTO participant (id, code, name_zh, name_en, kind)
       VALUES ($1, 'dalian-customs', '大连海关', 'Dalian Customs', 'agency') RETURNING id),
     target AS (INSERT INTO destination (id, participant_id, code, kind, config)
       SELECT $2, id, 'hook', 'webhook', '{"url": "https://customs.example/"}' FROM holder)
     INSERT INTO agreement (id, owner_id, consumer_id, document_type, purpose, valid_to)
       SELECT $3, id, id, '*', 'test', to_timestamp($4::float8 / 1000) FROM holder`,
    [participant, destination, agreement, ends],
  );
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** A document owed under the agreement. */
async function owed(): Promise<string> {
  const id = uuidv7(Date.now());
  await sql.query(
    `WITH came AS (INSERT INTO interchange (id, participant_id, received_at, channel, sha256, size, body)
       VALUES ($1, $2, now(), 'http', '\\x00', 1, '\\x00')),
     read AS (INSERT INTO document (id, interchange_id, ordinal, type, schema_version, origin_node, sender_id, received_at, keys,
         order_key, sha256, size, body)
       VALUES ($1, $1, 0, 'Declaration', '1', 'dalian', $2, now(), '{}', 'K', '\\x00', 2, '{}'))
     INSERT INTO delivery (destination_id, document_id, route_id, agreement_id, agreement_version, order_key, created_at)
       VALUES ($3, $1, $1, $4, 1, 'K', now())`,
    [id, participant, destination, agreement],
  );
  return id;
}

it('ends what an agreement that runs out while a claim is worked through has not let go yet', async () => {
  const [first, second] = [await owed(), await owed()];
  const snapshot = await SetupSnapshot.open({ url: database.url, open: ok });
  const sent: string[] = [];
  let now = Date.now();
  const nodeCode = 'dalian';
  const lane = new DeliverLane({
    sql,
    rulebook: new Rulebook(snapshot, new Normalisers([]), () => undefined),
    channel: {
      send: (_, batch) => {
        sent.push(...batch.map(({ id }) => id));
        now = ends;
        return Promise.resolve({ kind: 'delivered' as const, ms: 1 });
      },
      close: () => undefined,
    },
    inHand: () => undefined,
    receipts: new ReceiptWriter({
      nodeCode,
      promises: noPromises,
      signer: () => ({ nodeCode, key: generateNodeKey() }),
    }),
    due: () => undefined,
    owner: randomUUID(),
    now: () => now,
    random: Math.random,
    limits: { ...deliverLimits, leaseMs: 24 * 3_600_000 },
    settled: () => undefined,
  });
  const signal = new AbortController().signal;
  expect(await lane.run(destination, signal)).toMatchObject({ more: true });
  expect(sent).toEqual([first]);
  // The clock of the database says so too by then.
  await sql.query('UPDATE agreement SET valid_to = now() WHERE id = $1', [agreement]);
  await lane.run(destination, signal);
  await snapshot.close();
  const rows = await sql.query<{ document_id: string; state: string }>(
    'SELECT document_id, state FROM delivery ORDER BY seq',
  );
  expect(rows).toEqual([
    { document_id: first, state: 'delivered' },
    { document_id: second, state: 'cancelled' },
  ]);
});
