import { randomUUID } from 'node:crypto';
import { uuidv7 } from '#kernel';
import { type Sql } from '../sql.js';
import { oweAgain } from '../replay/step.js';
import { claimDeliveries, releaseLane, settleAttempt, type NewAttempt } from './delivery.js';
import { paceDestination, readHealth, writeHealth } from './health.js';
import { appendToFeed, feedEnd, readFeed } from './feed.js';

import { HotStore } from '../testing/hot-store.js';

let hot: HotStore;
let sql: Sql;
let destination: string;
const ALL = { rows: 1000, bytes: 1 << 30 };

beforeAll(async () => {
  hot = await HotStore.open();
  ({ sql } = hot);
});
afterAll(() => hot.close());
beforeEach(async () => {
  await hot.renew();
  ({ destination } = hot);
});

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

describe('a deliver lane', () => {
  const lease = { owner: randomUUID(), ms: 60_000 };

  it('gives what is urgent first and the newest of it, but never past an older one of its key', async () => {
    const [a = '', b = ''] = await hot.owe(['A', 'B']);
    const [c = '', d = '', e = '', again = ''] = await hot.owe(['C', 'A', 'D', 'D'], 'ReleaseOrder');
    const [f = ''] = await hot.owe(['E']);
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
    await hot.owe(['K']);
    const other = { owner: randomUUID(), ms: 60_000 };
    expect(await claimDeliveries(sql, destination, lease, ALL)).toHaveLength(1);
    expect(await claimDeliveries(sql, destination, other, ALL)).toBeUndefined();
    await releaseLane(sql, destination, lease.owner);
    expect(await claimDeliveries(sql, destination, { ...other, ms: -1 }, ALL)).toHaveLength(1);
    expect(await claimDeliveries(sql, destination, lease, ALL)).toHaveLength(1);
    expect(await claimDeliveries(sql, randomUUID(), lease, ALL)).toEqual([]);
  });

  it('holds back what stands behind a waiting delivery of the same key, and nothing else', async () => {
    await hot.owe(['A', 'B', 'A']);
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
    expect(then[0]).toMatchObject({ attempts: 1, orderKey: 'A', right: { standing: undefined } });
  });

  it('owes what died again, marked as replayed', async () => {
    const [id = ''] = await hot.owe(['A']);
    const [due] = (await claimDeliveries(sql, destination, lease, ALL)) ?? [];
    await settleAttempt(sql, destination, attempt([due?.seq ?? 0], { outcome: 'dead-letter', status: 400 }));
    expect(await claimDeliveries(sql, destination, lease, ALL)).toEqual([]);
    expect(await oweAgain(sql, destination, [due?.seq ?? 0])).toBe(1);
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
    const ids = await hot.owe(['A', 'B', 'C']);
    const first = await sql.transaction((tx) => appendToFeed(tx, destination, 2, 'null'));
    expect(first).toMatchObject({ left: 2, appended: 2 });
    expect((await readFeed(sql, destination, 0, 10)).entries.map((one) => one.document.id)).toEqual(
      ids.slice(0, 2),
    );
    await Promise.all(
      Array.from({ length: 4 }, () => sql.transaction((tx) => appendToFeed(tx, destination, 10, 'null'))),
    );
    const more = await hot.owe(['D', 'E']);
    await Promise.all(
      Array.from({ length: 4 }, () => sql.transaction((tx) => appendToFeed(tx, destination, 1, 'null'))),
    );
    const { entries: all } = await readFeed(sql, destination, 0, 10);
    expect(all.map((one) => one.document.id)).toEqual([...ids, ...more]);
    expect(all.map((one) => one.position)).toEqual([1, 2, 3, 4, 5]);
    expect(await feedEnd(sql, destination)).toBe(5);
    expect(JSON.parse(all[0]?.body ?? '')).toMatchObject({ at: 0 });
  });
});
