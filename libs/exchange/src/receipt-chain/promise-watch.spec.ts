import { createHash } from 'node:crypto';
import { generateNodeKey } from '#evidence';
import { ok, uuidv7, type JsonObject } from '#kernel';
import {
  Administration,
  appendToFeed,
  ensurePartitions,
  interchangeById,
  keepCustody,
  listNotices,
  nodeItself,
  openDatabase,
  openSql,
  readFeed,
  settleNormalisations,
  SetupSnapshot,
  storeInterchanges,
  type BrokenPromise,
  type Setup,
  type Sql,
} from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import { noPromises, type Promises } from './promises.js';
import { PromiseWatch } from './promise-watch.js';
import { knownOf, ReceiptWriter } from './receipt-writer.js';

let database: TestDatabase;
let sql: Sql;
let setup: Setup;
let sender: string;
let inbox: string;
let other: string;
/** Ids never go back in time: each test comes after the one before. */
let start = Date.now();
const nodeCode = 'dalian';

beforeEach(async () => {
  start += 600_000;
  database = await freshDatabase();
  sql = openSql({ url: database.url, connections: 6 });
  await ensurePartitions(sql, start);
  const source = await openDatabase({ url: database.url });
  const made = await new Administration(source, () => start).act({}, async (desk) => {
    const party = (code: string) => ({ code, nameZh: '测试', nameEn: 'test', kind: 'agency' as const });
    const owner = await desk.participants.create(party('dayao-terminal'));
    const consumer = await desk.participants.create(party('dalian-customs'));
    if (!owner.ok) return owner;
    if (!consumer.ok) return consumer;
    const mailbox = { code: 'inbox', kind: 'mailbox' as const, config: {} };
    const own = await desk.destinations.create({ ...mailbox, participantId: owner.value.id });
    const theirs = await desk.destinations.create({ ...mailbox, participantId: consumer.value.id });
    if (!own.ok) return own;
    if (!theirs.ok) return theirs;
    [sender, inbox, other] = [owner.value.id, own.value.id, theirs.value.id];
    const wanted = {
      participantId: sender,
      destinationId: inbox,
      kinds: ['syntax' as const, 'custody' as const],
    };
    return desk.receiptPreferences.set(wanted, undefined);
  });
  if (!made.ok) throw new Error(made.error.code);
  await source.destroy();
  const snapshot = await SetupSnapshot.open({ url: database.url, open: ok });
  setup = snapshot.current();
  await snapshot.close();
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

/** Messages that wait to be read. */
async function waiting(count: number, receivedAt: number): Promise<string[]> {
  const batch = Array.from({ length: count }, (_, n) => {
    const body = Buffer.from(`message ${n} of ${receivedAt}`);
    const sha256 = createHash('sha256').update(body).digest();
    const id = uuidv7(receivedAt);
    return { id, receivedAt, sha256, participantId: sender, channel: 'http', body, idempotencyKey: id };
  });
  await storeInterchanges(sql, batch);
  return batch.map(({ id }) => id);
}

/** Reads a message: one document, owed to the other. */
async function read(interchangeId: string, now: number): Promise<string> {
  const id = uuidv7(now);
  const body = Buffer.from('{"entryNumber":"090020260000000001"}');
  await sql.transaction((tx) =>
    settleNormalisations(tx, {
      originNode: nodeCode,
      senderId: sender,
      now,
      outcomes: [
        {
          interchangeId,
          state: 'normalised',
          adapterId: undefined,
          mappingVersion: undefined,
          identity: undefined,
          duplicateOf: undefined,
          faults: [],
        },
      ],
      documents: [
        {
          ...{
            id,
            interchangeId,
            ordinal: 0,
            type: 'Declaration',
            schemaVersion: '1.0.0',
            occurredAt: undefined,
          },
          ...{ receivedAt: now, keys: ['declaration:090020260000000001'], orderKey: id, body },
          sha256: createHash('sha256').update(body).digest(),
          decisions: Buffer.from('[]'),
        },
      ],
      deliveries: [
        { destinationId: other, documentId: id, routeId: id, agreementId: undefined, orderKey: id },
      ],
    }),
  );
  return id;
}

const writer = (promises: Promises): ReceiptWriter =>
  new ReceiptWriter({ nodeCode, promises, signer: () => ({ nodeCode, key: generateNodeKey() }) });

function watch(now: number, given: Partial<Promises>, rows = 3): PromiseWatch {
  const promises = { ...noPromises, ...given };
  return new PromiseWatch({
    ...{ sql, promises, setup: () => setup, writer: writer(promises), now: () => now, everyMs: 60_000 },
    ...{ limits: { lanes: 10, rows }, broken: () => undefined, due: () => undefined },
    failed: (error) => {
      throw error;
    },
  });
}

const notices = async (): Promise<string[]> =>
  (await listNotices(sql, { participantId: sender, limit: 100 })).map(({ subjectId }) => subjectId).reverse();
const ids = (broken: readonly BrokenPromise[]): string[] => broken.map(({ interchangeId }) => interchangeId);

async function receiptsIn(mailbox: string): Promise<JsonObject[]> {
  await sql.transaction((tx) => appendToFeed(tx, mailbox, 100, '{}'));
  return (await readFeed(sql, mailbox, 0, 100)).entries.map(({ body, document }) => {
    expect(document.senderId).toBe(nodeItself);
    return JSON.parse(body);
  });
}

describe('a look for broken promises', () => {
  it('finds what is overdue some at a time, each once, and tells it with its receipt', async () => {
    const late = await waiting(7, start);
    await waiting(2, start + 50_000);
    const promised = { normalisedMs: 60_000 };
    expect(ids(await watch(start + 59_000, promised).look())).toEqual([]);
    const looks = watch(start + 61_000, promised);
    expect(ids(await looks.look())).toEqual(late.slice(0, 3));
    expect(ids(await looks.look())).toEqual(late.slice(3, 6));
    expect(ids(await looks.look())).toEqual(late.slice(6));
    expect(ids(await looks.look())).toEqual([]);
    expect(await notices()).toEqual(late);
    const receipts = await receiptsIn(inbox);
    expect(receipts.map(({ interchange, outcome, kind }) => [interchange, outcome, kind])).toEqual(
      late.map((one) => [one, 'late', 'syntax']),
    );
    expect(receipts[0]?.promisedBy).toBe(new Date(start + 60_000).toISOString());
  });

  it('is made by one process of several, and promises nothing where nothing is promised', async () => {
    const late = await waiting(5, start);
    const now = start + 61_000;
    expect(ids(await watch(now, {}).look())).toEqual([]);
    const found = await Promise.all(
      Array.from({ length: 6 }, () => watch(now, { normalisedMs: 60_000 }, 100).look()),
    );
    expect(found.flatMap(ids).sort()).toEqual(late);
    expect(await notices()).toEqual(late);
  });

  it('tells once of a message that has not reached two receivers, and again of nothing that is sent again', async () => {
    const [first = '', second = ''] = await waiting(2, start);
    const one = await read(first, start);
    await read(second, start + 30_000);
    const promised = { deliveredMs: 60_000 };
    expect(ids(await watch(start + 61_000, promised).look())).toEqual([first]);
    // Given up later: it was told of already.
    await sql.execute(`UPDATE delivery SET state = 'dead' WHERE document_id = $1`, [one]);
    expect(ids(await watch(start + 62_000, promised).look())).toEqual([]);
    // Given up before its time, and delivered in time.
    await sql.execute(`UPDATE delivery SET state = 'dead' WHERE document_id <> $1`, [one]);
    expect(ids(await watch(start + 62_000, promised).look())).toEqual([]);
    expect(ids(await watch(start + 91_000, promised).look())).toEqual([second]);
    expect(await notices()).toEqual([first, second]);
  });
});

it('tells a sender, signed by that node, that another node has its document', async () => {
  const [interchange = ''] = await waiting(1, start);
  const document = await read(interchange, start);
  const stranger = uuidv7(start);
  const owed = await sql.transaction(async (tx) => {
    await keepCustody(tx, 'yingkou', [{ documentId: document, receipt: 'a.b.c' }], start);
    return writer(noPromises).inCustody(tx, knownOf(setup), 'yingkou', [document, stranger], start);
  });
  expect([...owed]).toEqual([inbox]);
  expect(await receiptsIn(inbox)).toMatchObject([
    {
      interchange,
      kind: 'custody',
      outcome: 'in-custody',
      node: 'yingkou',
      receipt: 'a.b.c',
      documents: [{ id: document, type: 'Declaration' }],
    },
  ]);
  // A receipt is a document beside those of the message.
  expect((await interchangeById(sql, interchange))?.documentIds).toEqual([document]);
});
