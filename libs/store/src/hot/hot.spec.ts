import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from '#kernel';
import { openSql, type Sql } from '../sql.js';
import { freshDatabase, type TestDatabase } from '../testing/database.js';
import { ensurePartitions, dueLanes, laneBacklogs } from '../read/lanes.js';
import { redeliver } from '../read/deliveries.js';
import { interchangeBody, interchangeById, listInterchanges } from '../read/interchanges.js';
import { claimDeliveries, releaseLane, settleAttempt, type NewAttempt } from './delivery.js';
import { paceDestination, readHealth, writeHealth } from './health.js';
import { appendToFeed, feedEnd, readFeed } from './feed.js';
import { storeInterchanges, type NewInterchange } from './intake.js';
import { forgetOld } from './retention.js';
import {
  claimIdentities,
  claimInterchanges,
  enterLane,
  settleNormalisations,
  type NewDocument,
} from './normalisation.js';

let database: TestDatabase;
let sql: Sql;
let sender: string;
let destination: string;
const ALL = { rows: 1000, bytes: 1 << 30 };

beforeAll(async () => {
  database = await freshDatabase();
  sql = openSql({ url: database.url });
  await ensurePartitions(sql, Date.now());
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});
beforeEach(async () => {
  sender = randomUUID();
  destination = randomUUID();
  const code = `p-${sender.slice(0, 8)}`;
  await sql.query(
    `INSERT INTO participant (id, code, name_zh, name_en, kind) VALUES ($1, $2, '测试', 'test', 'agency')`,
    [sender, code],
  );
  await sql.query(
    `INSERT INTO destination (id, participant_id, code, kind) VALUES ($1, $2, 'inbox', 'mailbox')`,
    [destination, sender],
  );
});

const hash = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function interchange(body: string | Buffer, key?: string): NewInterchange {
  const bytes = Buffer.from(body);
  return {
    id: uuidv7(Date.now()),
    participantId: sender,
    receivedAt: Date.now(),
    channel: 'http',
    contentType: 'application/xml',
    idempotencyKey: key ?? `sha256:${hash(bytes).toString('hex')}`,
    sha256: hash(bytes),
    body: bytes,
  };
}

/** Stores interchanges and settles each with one document for the destination, ordered by the given keys. */
async function owe(orderKeys: readonly string[], type = 'Declaration'): Promise<string[]> {
  const stored = orderKeys.map((key, at) => interchange(`${key} ${at} ${randomUUID()}`));
  await storeInterchanges(sql, stored);
  const documents = stored.map((one, at): NewDocument => {
    const body = Buffer.from(JSON.stringify({ at, text: '报关单 "\\"\u0001' }));
    return {
      id: uuidv7(Date.now()),
      interchangeId: one.id,
      ordinal: 0,
      type,
      schemaVersion: '1',
      occurredAt: undefined,
      receivedAt: one.receivedAt,
      keys: [`declaration:${at}`, 'container:A"B,{}'],
      orderKey: orderKeys[at] ?? '',
      sha256: hash(body),
      body,
      decisions: Buffer.from('[]'),
    };
  });
  const route = randomUUID();
  await sql.transaction((tx) =>
    settleNormalisations(tx, {
      originNode: 'dalian',
      senderId: sender,
      now: Date.now(),
      outcomes: stored.map((one) => ({
        interchangeId: one.id,
        state: 'normalised',
        adapterId: 'test',
        mappingVersion: '1',
        identity: undefined,
        duplicateOf: undefined,
        faults: [],
      })),
      documents,
      deliveries: documents.map((one) => ({
        destinationId: destination,
        documentId: one.id,
        routeId: route,
        agreementId: undefined,
        orderKey: one.orderKey,
      })),
    }),
  );
  return documents.map((one) => one.id);
}

const attempt = (seqs: readonly number[], more: Partial<NewAttempt> = {}): NewAttempt => ({
  id: uuidv7(Date.now()),
  startedAt: Date.now(),
  ms: 5,
  outcome: 'delivered',
  status: 200,
  error: undefined,
  responseHead: undefined,
  request: undefined,
  seqs,
  fault: undefined,
  dueAt: undefined,
  ...more,
});

describe('storing interchanges', () => {
  it('keeps any bytes exactly, in one batch, and makes them due in the order of arrival', async () => {
    const bodies = [
      Buffer.from([0, 255, 10, 13, 39, 92]),
      Buffer.from('报文'),
      Buffer.alloc(20_000, 7),
      Buffer.from('x'),
    ];
    const batch = bodies.map((body) => interchange(body));
    expect(await storeInterchanges(sql, batch)).toEqual(bodies.map(() => ({ kind: 'stored' })));
    for (const [at, one] of batch.entries()) {
      expect((await interchangeBody(sql, one.id))?.body).toEqual(bodies[at]);
    }
    const claimed = await sql.transaction((tx) => claimInterchanges(tx, sender, ALL));
    expect(claimed.map((one) => one.id)).toEqual(batch.map((one) => one.id));
    expect(claimed.map((one) => one.body)).toEqual(bodies);
  });

  it('gives the same key and content the first answer, and other content a conflict, also within one batch', async () => {
    const first = interchange('one', 'key:a');
    const again = interchange('one', 'key:a');
    const other = interchange('two', 'key:a');
    const outcomes = await storeInterchanges(sql, [first, again, other]);
    expect(outcomes).toEqual([
      { kind: 'stored' },
      { kind: 'repeated', interchangeId: first.id, receivedAt: first.receivedAt },
      { kind: 'conflict', interchangeId: first.id },
    ]);
    expect(await storeInterchanges(sql, [interchange('one', 'key:a')])).toEqual([outcomes[1]]);
    expect(await listInterchanges(sql, { participantId: sender, limit: 10 })).toHaveLength(1);
  });

  it('lets batches with the same keys in opposite order through without a deadlock', async () => {
    const keys = Array.from({ length: 50 }, (_, at) => `key:${at}`);
    const batches = Array.from({ length: 8 }, (_, at) =>
      (at % 2 === 0 ? keys : [...keys].reverse()).map((key) => interchange('same', key)),
    );
    const outcomes = await Promise.all(batches.map((batch) => storeInterchanges(sql, batch)));
    expect(outcomes.flat().filter((one) => one.kind === 'stored')).toHaveLength(50);
    expect(outcomes.flat().filter((one) => one.kind === 'repeated')).toHaveLength(350);
  });

  it('bounds a claim by bytes past the first', async () => {
    await storeInterchanges(sql, [
      interchange(Buffer.alloc(100, 1)),
      interchange(Buffer.alloc(100, 2)),
      interchange(Buffer.alloc(100, 3)),
    ]);
    const claimed = await sql.transaction((tx) => claimInterchanges(tx, sender, { rows: 10, bytes: 150 }));
    expect(claimed).toHaveLength(2);
    const one = await sql.transaction((tx) => claimInterchanges(tx, sender, { rows: 10, bytes: 1 }));
    expect(one).toHaveLength(1);
  });
});

describe('forgetting', () => {
  it('removes guards that are past their time, and nothing else', async () => {
    const [old, young] = [interchange('old'), interchange('young')];
    await storeInterchanges(sql, [old, young]);
    await sql.query(
      `UPDATE idempotency SET created_at = now() - interval '31 days' WHERE interchange_id = $1`,
      [old.id],
    );
    expect(await forgetOld(sql, Date.now())).toBe(1);
    expect(await forgetOld(sql, Date.now())).toBe(0);
    expect(await storeInterchanges(sql, [interchange('young')])).toMatchObject([{ kind: 'repeated' }]);
    expect(await storeInterchanges(sql, [interchange('old')])).toEqual([{ kind: 'stored' }]);
    expect(await interchangeBody(sql, old.id)).toBeDefined();
  });
});

describe('a normalise lane', () => {
  it('is entered by one worker at a time', async () => {
    await sql.transaction(async (tx) => {
      expect(await enterLane(tx, `normalise:${sender}`)).toMatchObject({ entered: true });
      await sql.transaction(async (other) => {
        expect(await enterLane(other, `normalise:${sender}`)).toMatchObject({ entered: false });
      });
    });
  });

  it('leaves everything due when its transaction does not commit', async () => {
    const one = interchange('left');
    await storeInterchanges(sql, [one]);
    const work = sql.transaction(async (tx) => {
      await claimInterchanges(tx, sender, ALL);
      throw new Error('killed');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await dueLanes(sql, 1000)).toContain(`normalise:${sender}`);
    expect((await laneBacklogs(sql)).find((lane) => lane.id === sender)).toMatchObject({
      kind: 'normalise',
      waiting: 1,
    });
  });

  it('tells who had a reference before, also when that is in the same batch', async () => {
    const [first, second, third] = [interchange('a'), interchange('b'), interchange('a ')];
    const claim = (one: NewInterchange, identity: string) => ({
      identity,
      interchangeId: one.id,
      sha256: one.sha256,
    });
    const taken = await sql.transaction((tx) =>
      claimIdentities(tx, sender, [claim(first, 'R1'), claim(second, 'R1'), claim(third, 'R2')]),
    );
    expect([...taken]).toEqual([[second.id, { interchangeId: first.id, sha256: first.sha256 }]]);
    const again = await sql.transaction((tx) => claimIdentities(tx, sender, [claim(first, 'R1')]));
    expect(again.size).toBe(0);
  });

  it('settles documents, decisions, deliveries and state together', async () => {
    const [id = ''] = await owe(['K']);
    const [row] = await sql.query<{ keys: string[]; text: string }>(
      `SELECT keys, body->>'text' AS text FROM document WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ keys: ['declaration:0', 'container:A"B,{}'], text: '报关单 "\\"\u0001' });
    const [view] = await listInterchanges(sql, { participantId: sender, limit: 1 });
    expect(view).toMatchObject({ state: 'normalised', documentIds: [id], faults: [] });
    expect((await interchangeById(sql, view?.id ?? ''))?.documentIds).toEqual([id]);
  });
});

describe('a deliver lane', () => {
  const lease = { owner: randomUUID(), ms: 60_000 };

  it('gives what is urgent first and the newest of it, but never past an older one of its key', async () => {
    const [a = '', b = ''] = await owe(['A', 'B']);
    const [c = '', d = '', e = '', again = ''] = await owe(['C', 'A', 'D', 'D'], 'ReleaseOrder');
    const [f = ''] = await owe(['E']);
    const claim = async (rows: number): Promise<string[]> => {
      const due = await claimDeliveries(sql, destination, lease, { ...ALL, rows }, undefined, [
        'ReleaseOrder',
      ]);
      return (due ?? []).map(({ document }) => document.id);
    };
    expect(await claim(100)).toEqual([e, c, a, b, d, again, f]);
    expect(await claim(3)).toEqual([e, c, a]);
    expect(await claim(1)).toEqual([e]);
  });

  it('belongs to one worker until it is released or its lease is over', async () => {
    await owe(['K']);
    const other = { owner: randomUUID(), ms: 60_000 };
    expect(await claimDeliveries(sql, destination, lease, ALL)).toHaveLength(1);
    expect(await claimDeliveries(sql, destination, other, ALL)).toBeUndefined();
    await releaseLane(sql, destination, lease.owner);
    expect(await claimDeliveries(sql, destination, { ...other, ms: -1 }, ALL)).toHaveLength(1);
    expect(await claimDeliveries(sql, destination, lease, ALL)).toHaveLength(1);
    expect(await claimDeliveries(sql, randomUUID(), lease, ALL)).toEqual([]);
  });

  it('holds back what stands behind a waiting delivery of the same key, and nothing else', async () => {
    await owe(['A', 'B', 'A']);
    const due = (await claimDeliveries(sql, destination, lease, ALL)) ?? [];
    const [a1, b1, a2] = due.map((one) => one.seq);
    await settleAttempt(
      sql,
      destination,
      attempt([a1 ?? 0], { outcome: 'retry', dueAt: Date.now() + 60_000 }),
    );
    const next = (await claimDeliveries(sql, destination, lease, ALL)) ?? [];
    expect(next.map((one) => one.seq)).toEqual([b1]);
    await settleAttempt(sql, destination, attempt([b1 ?? 0]));
    await sql.query(
      `UPDATE delivery SET due_at = now() - interval '1 second' WHERE destination_id = $1 AND seq = $2`,
      [destination, a1],
    );
    const then = (await claimDeliveries(sql, destination, lease, ALL)) ?? [];
    expect(then.map((one) => one.seq)).toEqual([a1, a2]);
    expect(then[0]).toMatchObject({ attempts: 1, orderKey: 'A', withdrawn: false });
  });

  it('owes what died again, marked as replayed', async () => {
    const [id = ''] = await owe(['A']);
    const [due] = (await claimDeliveries(sql, destination, lease, ALL)) ?? [];
    await settleAttempt(sql, destination, attempt([due?.seq ?? 0], { outcome: 'dead-letter', status: 400 }));
    expect(await claimDeliveries(sql, destination, lease, ALL)).toEqual([]);
    expect(await redeliver(sql, destination, undefined, 100)).toBe(1);
    const [again] = (await claimDeliveries(sql, destination, lease, ALL)) ?? [];
    expect(again).toMatchObject({ replayed: true, attempts: 0, document: { id } });
  });

  it('keeps the health of a destination', async () => {
    expect(await readHealth(sql, destination)).toEqual({ state: 'closed', failures: 0 });
    const openUntil = Date.now() + 5000;
    const failingSince = await writeHealth(
      sql,
      destination,
      { state: 'open', failures: 5, openUntil },
      false,
    );
    expect(Date.now() - Number(failingSince)).toBeLessThan(60_000);
    expect(await readHealth(sql, destination)).toEqual({
      state: 'open',
      failures: 5,
      openUntil,
      failingSince,
    });
    const again = await writeHealth(sql, destination, { state: 'open', failures: 6, openUntil }, false);
    expect(again).toBe(failingSince);
    expect(await writeHealth(sql, destination, { state: 'closed', failures: 0 }, true)).toBeUndefined();
    await paceDestination(sql, destination, 10, 2);
    await paceDestination(sql, destination, 10, 2);
    const { pacedUntil = 0 } = await readHealth(sql, destination);
    expect(pacedUntil - Date.now()).toBeGreaterThan(8_000);
    expect(pacedUntil - Date.now()).toBeLessThanOrEqual(10_500);
  });
});

describe('a feed', () => {
  it('gives positions without gaps, in order, and never one below what was seen', async () => {
    const ids = await owe(['A', 'B', 'C']);
    const first = await sql.transaction((tx) => appendToFeed(tx, destination, 2, 'null'));
    expect(first).toMatchObject({ left: 2, appended: 2 });
    expect((await readFeed(sql, destination, 0, 10)).map((one) => one.document.id)).toEqual(ids.slice(0, 2));
    await Promise.all(
      Array.from({ length: 4 }, () => sql.transaction((tx) => appendToFeed(tx, destination, 10, 'null'))),
    );
    const more = await owe(['D', 'E']);
    await Promise.all(
      Array.from({ length: 4 }, () => sql.transaction((tx) => appendToFeed(tx, destination, 1, 'null'))),
    );
    const all = await readFeed(sql, destination, 0, 10);
    expect(all.map((one) => one.document.id)).toEqual([...ids, ...more]);
    expect(all.map((one) => one.position)).toEqual([1, 2, 3, 4, 5]);
    expect(await feedEnd(sql, destination)).toBe(5);
    expect(JSON.parse(all[0]?.body ?? '')).toMatchObject({ at: 0 });
  });
});
