import { randomUUID } from 'node:crypto';
import type { Sql } from '../sql.js';
import { HotStore } from '../testing/hot-store.js';
import { claimDeliveries } from './delivery.js';
import { appendToFeed, readFeed, type Appended } from './feed.js';
import { holdDeliveries } from './right.js';

let hot: HotStore;
let sql: Sql;
let destination: string;
let agreement: string;

beforeAll(async () => {
  hot = await HotStore.open();
  ({ sql } = hot);
});
afterAll(() => hot.close());
beforeEach(async () => {
  await hot.renew();
  ({ destination } = hot);
  agreement = randomUUID();
  await sql.query(
    `INSERT INTO agreement (id, owner_id, consumer_id, document_type, purpose) VALUES ($1, $2, $2, '*', 'test')`,
    [agreement, hot.sender],
  );
});

/** Owed under the agreement, or as a participant's own, each about its key. */
async function owe(keys: readonly string[], under = true): Promise<string[]> {
  const ids = await hot.owe(keys);
  if (under)
    await sql.query(
      `UPDATE delivery SET agreement_id = $1, agreement_version = 1 WHERE destination_id = $2 AND document_id = ANY ($3)`,
      [agreement, destination, ids],
    );
  return ids;
}

const become = (change: string): Promise<number> =>
  sql.execute(`UPDATE agreement SET ${change}, version = version + 1 WHERE id = $1`, [agreement]);

/** As an act that changes an agreement does. */
const lookAgain = (): Promise<number> =>
  sql.execute(
    `UPDATE delivery SET due_at = now() WHERE destination_id = $1 AND state = 'pending' AND due_at > now()`,
    [destination],
  );

/** Appends as the lane does. */
const append = (limit = 100): Promise<Appended> =>
  sql.transaction(async (tx) => {
    const done = await appendToFeed(tx, destination, limit, '{"code":"GONE"}');
    if (done.held.length > 0) await holdDeliveries(tx, destination, done.held, '{"code":"HELD"}');
    return done;
  });

async function read(after = 0, limit = 100): Promise<{ ids: string[]; position: number; full: boolean }> {
  const { entries, ...page } = await readFeed(sql, destination, after, limit);
  return { ids: entries.map(({ document }) => document.id), ...page };
}

describe('what is owed under an agreement that is suspended', () => {
  it('waits, and holds back its own key and nothing else', async () => {
    const [first = ''] = await owe(['K']);
    const [behind = '', other = ''] = await owe(['K', 'L'], false);
    await become(`state = 'suspended'`);
    expect(await append()).toMatchObject({ appended: 1, left: 1, looked: 3 });
    expect(await append()).toMatchObject({ appended: 0, looked: 0 });
    await become(`state = 'granted'`);
    await lookAgain();
    await append();
    expect((await read()).ids).toEqual([other, first, behind]);
  });

  it('waits for the day on which it is valid again, and no longer than a while for a look at it', async () => {
    await owe(['K']);
    const due = await claimDeliveries(
      sql,
      destination,
      { owner: randomUUID(), ms: 1000 },
      { rows: 9, bytes: 99 },
    );
    const seqs = (due ?? []).map(({ seq }) => seq);
    const waits = async (change: string): Promise<number> => {
      await become(change);
      return holdDeliveries(sql, destination, seqs, 'null');
    };
    const soon = await waits(`valid_from = now() + interval '20 seconds'`);
    expect(soon).toBeGreaterThan(10_000);
    expect(soon).toBeLessThanOrEqual(20_000);
    expect(await waits(`valid_from = now() + interval '2 days'`)).toBeCloseTo(900_000, -4);
    // Granted at the same moment: nothing is left waiting.
    expect(await waits(`valid_from = now()`)).toBe(0);
  });
});

describe('a feed whose agreement is suspended', () => {
  it('gives what a reader passed at a new position after the grant, in the order of its key', async () => {
    const [first = '', other = ''] = await owe(['K', 'M']);
    const [behind = '', free = ''] = await owe(['K', 'L'], false);
    await append();
    await become(`state = 'suspended'`);
    const passed = await read();
    expect(passed).toEqual({ ids: [free], position: 4, full: false });
    const [later = ''] = await owe(['K'], false);
    await append();
    expect(await read(passed.position)).toMatchObject({ ids: [], position: 4 });
    await become(`state = 'granted'`);
    await lookAgain();
    await append();
    expect((await read(passed.position)).ids).toEqual([first, other, behind, later]);
    expect((await read()).ids).toEqual([free, first, other, behind, later]);
  });

  it('does not let a reader overtake, on a later page, what it passed on an earlier one', async () => {
    await owe(['K']);
    const [behind] = await owe(['K'], false);
    await append();
    await become(`state = 'suspended'`);
    expect(await read(0, 1)).toEqual({ ids: [], position: 1, full: true });
    expect(await read(1, 1)).toEqual({ ids: [], position: 2, full: true });
    await become(`state = 'revoked'`);
    await lookAgain();
    await append();
    expect((await read(2)).ids).toEqual([behind]);
  });
});

describe('a feed with much that is hidden for good', () => {
  it('is passed a page at a time, and what was passed is not looked at again', async () => {
    await owe(['A', 'B', 'C', 'D', 'E']);
    const [seen] = await owe(['F'], false);
    await append();
    await become(`state = 'revoked'`);
    expect(await read(0, 4)).toEqual({ ids: [], position: 4, full: true });
    expect(await read(4, 4)).toEqual({ ids: [seen], position: 6, full: false });
  });
});

describe('what is owed under an agreement that was changed', () => {
  it('is not appended before its new condition was asked', async () => {
    await owe(['K']);
    await become(`condition = 'false'`);
    const [seq] = (await append()).changed;
    expect(seq).toBeDefined();
    expect((await read()).ids).toEqual([]);
    const [due] =
      (await claimDeliveries(sql, destination, { owner: randomUUID(), ms: 1000 }, { rows: 9, bytes: 99 })) ??
      [];
    expect(due?.right).toMatchObject({ standing: undefined, condition: 'false' });
  });
});
