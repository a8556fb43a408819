import { cosign, readCheckpoint } from '#evidence';
import { keepCosignature, watched, watchEvidence } from '#store';
import { auditChain, type AuditReport } from './audit-chain.js';
import { prove } from './prove.js';
import type { Sealer } from './sealer.js';
import {
  bent,
  destination,
  keys,
  loosen,
  now,
  openWatched,
  peer,
  writeOne,
  writeSetUp,
  type Watched,
} from './testing/written.js';

let node: Watched;
let sql: Watched['sql'];
let hand: Watched['hand'];
let sealer: Sealer;

beforeEach(async () => {
  node = await openWatched();
  ({ sql, hand } = node);
  sealer = node.sealer();
});
afterEach(() => node.end());

const audit = (limits?: Parameters<typeof auditChain>[3]): Promise<AuditReport> =>
  auditChain(sql, keys, now, limits);
const found = (report: AuditReport): string[] =>
  report.findings.map(({ table, id, fault }) => `${fault.code.replace('EVIDENCE_', '')} ${table} ${id}`);

const rowsOf = async (table: string): Promise<number> =>
  (await hand.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ?? 0;

describe('the chain beside the tables', () => {
  it('agrees with what the hub wrote, sealed or still waiting', async () => {
    await writeSetUp(sql);
    await writeOne(sql);
    expect(await audit()).toMatchObject({ sound: true, blocks: 0, waiting: 25, head: undefined });
    expect(await sealer.sealAll()).toBe(1);
    await writeOne(sql);
    await sql.execute(`UPDATE route SET priority = 7`);
    await sql.execute('DELETE FROM subscription');
    const report = await audit();
    expect(found(report)).toEqual([]);
    expect(report).toMatchObject({ sound: true, blocks: 1, entries: 25, waiting: 12, head: { height: 1 } });
    expect(report.tables.every(({ table, rows }) => rows > 0 || table === 'subscription')).toBe(true);
    expect(await sealer.sealAll()).toBe(1);
    expect(await audit({ blocks: 1, rows: 1, findings: 10 })).toMatchObject({
      sound: true,
      blocks: 2,
      waiting: 0,
    });
  });

  it('names every row of which any column was changed by hand', async () => {
    await writeSetUp(sql);
    await writeOne(sql);
    await writeOne(sql);
    await sealer.sealAll();
    await loosen(hand);
    let changes = 0;
    for (const table of watched) {
      const rows = await rowsOf(table.table);
      expect([table.table, rows > 0]).toEqual([table.table, true]);
      const covered =
        table.columns === 'all'
          ? await columnsOf(table.table)
          : [...Object.keys(table.columns), table.content?.column ?? []].flat();
      const types = await typesOf(table.table);
      await hand.execute(`CREATE TABLE kept AS SELECT * FROM ${table.table}`);
      for (const column of covered.filter((one) => !table.key.some(({ name }) => name === one))) {
        await hand.execute(
          `UPDATE ${table.table} SET ${column} = ${bent(column, types.get(column) ?? '')}
           WHERE ctid = (SELECT ctid FROM ${table.table} LIMIT 1) AND tableoid = (SELECT tableoid FROM ${table.table} LIMIT 1)`,
        );
        const report = await audit();
        expect([table.table, column, report.findings.map((one) => one.table)]).toEqual([
          table.table,
          column,
          [table.table],
        ]);
        await hand.execute(`DELETE FROM ${table.table}`);
        await hand.execute(`INSERT INTO ${table.table} SELECT * FROM kept`);
        changes++;
      }
      await hand.execute('DROP TABLE kept');
    }
    expect(changes).toBeGreaterThan(100);
    expect(await audit()).toMatchObject({ sound: true });
  }, 120_000);

  it('names rows that were removed and rows that were put in', async () => {
    await writeSetUp(sql);
    const { interchange, document } = await writeOne(sql);
    await sealer.sealAll();
    await hand.execute('DELETE FROM document');
    await hand.execute('DELETE FROM delivery');
    const strange = await writeOne(hand);
    const report = await audit();
    expect(found(report)).toEqual(
      expect.arrayContaining([
        `ROW_EXTRA interchange ${strange.interchange}`,
        `ROW_EXTRA document ${strange.document}`,
        `ROW_MISSING document ${document}`,
        `ROW_MISSING delivery ${destination}/${document}`,
        `ROW_EXTRA delivery ${destination}/${strange.document}`,
        `ROW_EXTRA attempt ${strange.attempt}`,
        `ROW_EXTRA normalisation ${strange.interchange}`,
      ]),
    );
    expect(found(report).some((one) => one.includes(interchange))).toBe(false);
  });

  it('shows that the newest block was cut off: by its rows, and by what a peer has signed', async () => {
    const first = await writeOne(sql);
    await sealer.sealAll();
    const second = await writeOne(sql);
    await sealer.sealAll();
    const [newest] = await sql.query<{ checkpoint: string }>(
      'SELECT checkpoint FROM evidence_block WHERE height = 2',
    );
    const head = readCheckpoint(newest?.checkpoint ?? '');
    if (!head) throw new Error('no head');
    const signature = cosign(peer, 'yingkou', head, now);
    await keepCosignature(sql, {
      height: 2,
      nodeCode: 'yingkou',
      hash: head.hash,
      signature,
      receivedAt: now,
    });
    expect(await audit()).toMatchObject({ sound: true });

    await hand.execute('DELETE FROM evidence_block WHERE height = 2');
    const cut = found(await audit());
    expect(cut).toContain('CHAIN_CUT evidence_block 2');
    expect(cut).toContain(`ROW_EXTRA interchange ${second.interchange}`);
    expect(cut.some((one) => one.includes(first.interchange))).toBe(false);

    // Sealing it anew, with other content, does not bring back what was signed.
    await writeOne(sql);
    await sealer.sealAll();
    expect(found(await audit())).toContain('CHAIN_FORKED evidence_block 2');
  });

  it('shows a block that is missing and one whose entries were changed', async () => {
    for (let n = 0; n < 3; n++) {
      await writeOne(sql);
      await sealer.sealAll();
    }
    await hand.execute(
      `UPDATE evidence_block SET entries = set_byte(entries, 40, get_byte(entries, 40) # 1) WHERE height = 3`,
    );
    expect(found(await audit())).toContain('BLOCK_CHANGED evidence_block 3');
    await hand.execute('DELETE FROM evidence_block WHERE height = 2');
    expect(found(await audit())).toContain('BLOCKS_MISSING evidence_block 3');
  });

  it('knows what it cannot know: rows of a time in which nobody watched', async () => {
    await writeSetUp(sql);
    const before = await writeOne(sql);
    await sql.execute(`UPDATE delivery SET state = 'pending', finished_at = NULL`);
    await sealer.sealAll();
    await watchEvidence(sql, false);
    await sealer.sealAll();
    expect(await watchEvidence(sql, false)).toBe(false);
    const during = await writeOne(sql, Date.now());
    await sql.execute(`UPDATE delivery SET state = 'delivered' WHERE document_id = $1`, [before.document]);
    await sql.execute(`UPDATE route SET priority = 9`);
    await sql.execute('DELETE FROM subscription');
    await watchEvidence(sql, true);
    await writeOne(sql);
    await sealer.sealAll();
    const report = await audit();
    expect(found(report)).toEqual([]);
    const uncovered = Object.fromEntries(report.tables.map((one) => [one.table, one.uncovered]));
    expect(uncovered).toMatchObject({ interchange: 1, delivery: 0, normalisation: 0, subscription: 1 });
    expect(await prove(sql, 'document', during.document, false)).toMatchObject({
      ok: false,
      error: { code: 'EVIDENCE_NOT_SEALED' },
    });
  });

  it('finds what is changed by hand after a time in which nobody watched, whenever it was written', async () => {
    await writeSetUp(sql);
    const before = await writeOne(sql);
    await sealer.sealAll();
    await watchEvidence(sql, false);
    const during = await writeOne(sql, Date.now());
    await watchEvidence(sql, true);
    const after = await writeOne(sql);
    await sealer.sealAll();
    expect(found(await audit())).toEqual([]);
    for (const { document, interchange } of [before, during, after]) {
      await hand.execute(`UPDATE delivery SET attempts = 9 WHERE document_id = $1`, [document]);
      await hand.execute(`UPDATE normalisation SET attempts = 9 WHERE interchange_id = $1`, [interchange]);
      const named = found(await audit());
      expect(named).toContain(`ROW_CHANGED normalisation ${interchange}`);
      expect(named).toContain(`ROW_CHANGED delivery ${destination}/${document}`);
    }
    expect(found(await audit())).toHaveLength(6);
  });

  it('has what a node believes of the others, and is not grown by every look at the province', async () => {
    await writeSetUp(sql);
    await sealer.sealAll();
    await sql.execute('UPDATE membership SET checked_at = now(), looking_until = now()');
    expect(await audit()).toMatchObject({ sound: true, waiting: 0 });
    await sql.execute(`UPDATE membership SET province_keys = '[]'`);
    expect(await audit()).toMatchObject({ sound: true, waiting: 1 });
    await hand.execute(`UPDATE membership SET province_keys = '[{"kid":"thief"}]'`);
    await hand.execute(`UPDATE directory SET signed = 'a.b2.c'`);
    await hand.execute('DELETE FROM node_invitation');
    expect(found(await audit())).toEqual([
      'ROW_CHANGED membership dalian',
      'ROW_CHANGED directory 1',
      expect.stringMatching(/^ROW_MISSING node_invitation /),
    ]);
  });

  it('survives that months are detached and that attempts are forgotten in their time', async () => {
    const old = now - 100 * 86_400_000;
    await sql.query(`SELECT ensure_month('interchange', $1::date), ensure_month('document', $1::date)`, [
      new Date(old),
    ]);
    const month = new Date(old).toISOString().slice(0, 7).replace('-', '');
    await sql.query(`SELECT ensure_month('interchange', now()::date), ensure_month('document', now()::date)`);
    await writeOne(sql, old);
    await writeOne(sql);
    await sealer.sealAll();
    await hand.query(`ALTER TABLE interchange DETACH PARTITION interchange_${month}`);
    await hand.query(`ALTER TABLE document DETACH PARTITION document_${month}`);
    await sql.execute("DELETE FROM attempt WHERE id < uuid_at(now() - interval '90 days')");
    const report = await audit();
    expect(found(report)).toEqual([]);
    const gone = (name: string): number | undefined =>
      report.tables.find(({ table }) => table === name)?.gone;
    expect([gone('interchange'), gone('document'), gone('attempt')]).toEqual([1, 1, 1]);
  });

  it('is appended to by one process at a time, without gaps', async () => {
    const others = Array.from({ length: 4 }, () => node.sealer({ rows: 3 }));
    for (let n = 0; n < 4; n++) {
      await writeOne(sql);
      await Promise.all(others.map((one) => one.sealAll()));
    }
    await sealer.sealAll();
    expect(await audit()).toMatchObject({ sound: true, waiting: 0 });
    const [row] = await sql.query<{ blocks: number; height: number }>(
      'SELECT count(*)::int AS blocks, max(height)::int AS height FROM evidence_block',
    );
    expect(row?.blocks).toBe(row?.height);
    expect(row?.blocks).toBeGreaterThan(4);
  });
});

const columnsOf = async (table: string): Promise<string[]> => [...(await typesOf(table)).keys()];

async function typesOf(table: string): Promise<Map<string, string>> {
  const rows = await hand.query<{ column_name: string; data_type: string }>(
    `SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'`,
    [table],
  );
  return new Map(rows.map((row) => [row.column_name, row.data_type]));
}
