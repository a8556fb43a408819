import { type Sql } from '../sql.js';
import { dueLanes, laneBacklogs } from '../read/lanes.js';
import { interchangeBody, interchangeById, listInterchanges } from '../read/interchanges.js';
import { storeInterchanges, type NewInterchange } from './intake.js';
import { forgetOld } from './retention.js';
import { claimIdentities, claimInterchanges, enterLane } from './normalisation.js';

import { HotStore } from '../testing/hot-store.js';

let hot: HotStore;
let sql: Sql;
let sender: string;
const ALL = { rows: 1000, bytes: 1 << 30 };

beforeAll(async () => {
  hot = await HotStore.open();
  ({ sql } = hot);
});
afterAll(() => hot.close());
beforeEach(async () => {
  await hot.renew();
  ({ sender } = hot);
});

describe('storing interchanges', () => {
  it('keeps any bytes exactly, in one batch, and makes them due in the order of arrival', async () => {
    const bodies = [
      Buffer.from([0, 255, 10, 13, 39, 92]),
      Buffer.from('报文'),
      Buffer.alloc(20_000, 7),
      Buffer.from('x'),
    ];
    const batch = bodies.map((body) => hot.interchange(body));
    expect(await storeInterchanges(sql, batch)).toEqual(bodies.map(() => ({ kind: 'stored' })));
    for (const [at, one] of batch.entries()) {
      expect((await interchangeBody(sql, one.id))?.body).toEqual(bodies[at]);
    }
    const claimed = await sql.transaction((tx) => claimInterchanges(tx, sender, ALL));
    expect(claimed.map((one) => one.id)).toEqual(batch.map((one) => one.id));
    expect(claimed.map((one) => one.body)).toEqual(bodies);
  });

  it('gives the same key and content the first answer, and other content a conflict, also within one batch', async () => {
    const first = hot.interchange('one', 'key:a');
    const again = hot.interchange('one', 'key:a');
    const other = hot.interchange('two', 'key:a');
    const outcomes = await storeInterchanges(sql, [first, again, other]);
    expect(outcomes).toEqual([
      { kind: 'stored' },
      { kind: 'repeated', interchangeId: first.id, receivedAt: first.receivedAt },
      { kind: 'conflict', interchangeId: first.id },
    ]);
    expect(await storeInterchanges(sql, [hot.interchange('one', 'key:a')])).toEqual([outcomes[1]]);
    expect(await listInterchanges(sql, { participantId: sender, limit: 10 })).toHaveLength(1);
  });

  it('lets batches with the same keys in opposite order through without a deadlock', async () => {
    const keys = Array.from({ length: 50 }, (_, at) => `key:${at}`);
    const batches = Array.from({ length: 8 }, (_, at) =>
      (at % 2 === 0 ? keys : [...keys].reverse()).map((key) => hot.interchange('same', key)),
    );
    const outcomes = await Promise.all(batches.map((batch) => storeInterchanges(sql, batch)));
    expect(outcomes.flat().filter((one) => one.kind === 'stored')).toHaveLength(50);
    expect(outcomes.flat().filter((one) => one.kind === 'repeated')).toHaveLength(350);
  });

  it('bounds a claim by bytes past the first', async () => {
    await storeInterchanges(sql, [
      hot.interchange(Buffer.alloc(100, 1)),
      hot.interchange(Buffer.alloc(100, 2)),
      hot.interchange(Buffer.alloc(100, 3)),
    ]);
    const claimed = await sql.transaction((tx) => claimInterchanges(tx, sender, { rows: 10, bytes: 150 }));
    expect(claimed).toHaveLength(2);
    const one = await sql.transaction((tx) => claimInterchanges(tx, sender, { rows: 10, bytes: 1 }));
    expect(one).toHaveLength(1);
  });
});

describe('forgetting', () => {
  it('removes guards that are past their time, and nothing else', async () => {
    const [old, young] = [hot.interchange('old'), hot.interchange('young')];
    await storeInterchanges(sql, [old, young]);
    await sql.query(
      `UPDATE idempotency SET created_at = now() - interval '31 days' WHERE interchange_id = $1`,
      [old.id],
    );
    expect(await forgetOld(sql, Date.now())).toBe(1);
    expect(await forgetOld(sql, Date.now())).toBe(0);
    expect(await storeInterchanges(sql, [hot.interchange('young')])).toMatchObject([{ kind: 'repeated' }]);
    expect(await storeInterchanges(sql, [hot.interchange('old')])).toEqual([{ kind: 'stored' }]);
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
    const one = hot.interchange('left');
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
    const [first, second, third] = [hot.interchange('a'), hot.interchange('b'), hot.interchange('a ')];
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
    const [id = ''] = await hot.owe(['K']);
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
