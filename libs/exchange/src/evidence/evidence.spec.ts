import { cosign, entryKinds, entryOf, readCheckpoint, sha256, verifyProof } from '#evidence';
import { uuidv7 } from '#kernel';
import { keepCosignature, keepPeerCheckpoint, type PeerHead, openDatabase, openSql, watched } from '#store';
import { exportEvidence } from './export-evidence.js';
import { prove } from './prove.js';
import type { Sealer } from './sealer.js';
import {
  keys,
  now,
  openWatched,
  participant,
  peer,
  writeOne,
  writeSetUp,
  type Watched,
} from './testing/written.js';

let node: Watched;
let sql: Watched['sql'];
let sealer: Sealer;

beforeEach(async () => {
  node = await openWatched();
  ({ sql } = node);
  sealer = node.sealer();
});
afterEach(() => node.end());

describe('the entries', () => {
  it('is over the tables that proofs know, each row naming itself', async () => {
    await writeSetUp(sql);
    await writeOne(sql);
    await sealer.sealAll();
    expect(watched.map(({ table, kind }) => [table, kind])).toEqual(
      Object.entries(entryKinds).map(([table, { kind }]) => [table, kind]),
    );
    const [block] = await sql.query<{ entries: Buffer }>('SELECT entries FROM evidence_block');
    for (const table of ['interchange', 'document'] as const) {
      const [row] = await sql.query<{ id: string }>(`SELECT id FROM ${table}`);
      const proof = await prove(sql, table, row?.id ?? '', true);
      if (!proof.ok) throw new Error(proof.error.code);
      expect(block?.entries.includes(entryOf(table, proof.value.record) ?? 'none')).toBe(true);
      expect(verifyProof(proof.value, keys)).toMatchObject({
        ok: true,
        value: { kind: table, content: true },
      });
    }
  });
});

it('is left by every connection of the hub, whatever the address of the database says', async () => {
  const named = openSql({ url: `${node.url}?application_name=pgbench`, connections: 1 });
  const database = await openDatabase({ url: `${node.url}?application_name=pgbench`, connections: 1 });
  const name = `SELECT current_setting('application_name') AS name`;
  expect(await named.query(name)).toEqual([{ name: 'tongguan' }]);
  expect(await database.query(name)).toEqual([{ name: 'tongguan-setup' }]);
  await named.end();
  await database.destroy();
});

describe('a proof', () => {
  it('carries the nearest co-signature of a later block', async () => {
    const { document } = await writeOne(sql);
    await sealer.sealAll();
    for (let n = 0; n < 2; n++) {
      await writeOne(sql);
      await sealer.sealAll();
    }
    const [newest] = await sql.query<{ checkpoint: string }>(
      'SELECT checkpoint FROM evidence_block WHERE height = 3',
    );
    const head = readCheckpoint(newest?.checkpoint ?? '');
    if (!head) throw new Error('no head');
    const signature = cosign(peer, 'yingkou', head, now);
    await keepCosignature(sql, {
      height: 3,
      nodeCode: 'yingkou',
      hash: head.hash,
      signature,
      receivedAt: now,
    });
    const proof = await prove(sql, 'document', document, true);
    expect(verifyProof(proof.ok && proof.value, keys, { peers: keys })).toMatchObject({
      value: { head: { height: 1 }, cosigned: [{ by: 'yingkou', height: 3 }] },
    });
  });

  it('is refused for a row that is no longer as it was written', async () => {
    const { interchange } = await writeOne(sql);
    await sealer.sealAll();
    await node.hand.execute(`UPDATE interchange SET channel = 'mail'`);
    expect(await prove(sql, 'interchange', interchange, false)).toMatchObject({
      error: { code: 'EVIDENCE_ROW_CHANGED' },
    });
  });
});

describe('checkpoints of a peer', () => {
  const head = (height: number, content: string) => ({ height, hash: sha256(content) });
  const seen = async (height: number, content: string, before: string, seenAt = now, followed?: PeerHead) => {
    const shown = { ...head(height, content), previous: sha256(before), checkpoint: content };
    const finding = await keepPeerCheckpoint(sql, { nodeCode: 'yingkou', ...shown, seenAt }, followed);
    return 'last' in finding ? `${finding.kind} ${finding.last.height}` : finding.kind;
  };

  it('are known again, and show a history that was rewritten or has become shorter', async () => {
    expect(await seen(5, 'five', 'four')).toBe('new');
    expect(await seen(5, 'five', 'four')).toBe('known');
    expect(await seen(5, 'another five', 'four')).toBe('forked');
    expect(await seen(4, 'four', 'three')).toBe('behind 5');
    expect(await seen(6, 'another six', 'another five')).toBe('forked');
    expect(await seen(9, 'nine', 'eight', now + 1000)).toBe('gap 5');
    expect(await seen(9, 'nine', 'eight', now + 1000, head(4, 'four'))).toBe('gap 5');
    expect(await seen(9, 'nine', 'eight', now + 1000, head(5, 'five'))).toBe('new');
    expect(await seen(10, 'ten', 'nine', now + 2000)).toBe('new');
    expect(await seen(11, 'eleven', 'ten', now + 3000)).toBe('new');
    expect(await seen(10_000, 'many', 'few', now + 900_000, head(11, 'eleven'))).toBe('new');
    expect(await sql.query('SELECT height FROM peer_checkpoint ORDER BY 1')).toEqual([
      { height: 5 },
      { height: 10_000 },
    ]);
  });
});

describe('an export', () => {
  const exported = async (participantId: string | undefined): Promise<Record<string, unknown>[]> => {
    const parts = { sql, nodeCode: 'dalian', keys: [], receipt: () => 'receipt', now: Date.now };
    const lines: Record<string, unknown>[] = [];
    for await (const line of exportEvidence(parts, { participantId, from: now - 1000, to: now + 60_000 }))
      lines.push(JSON.parse(line) as Record<string, unknown>);
    return lines;
  };

  it("holds what is one participant's, each row with its proof", async () => {
    await writeOne(sql);
    await sealer.sealAll();
    await writeOne(sql);
    const lines = await exported(participant);
    expect(lines.map(({ type }) => type)).toEqual([
      'tongguan-export',
      'tongguan-evidence',
      'tongguan-evidence',
      'end',
    ]);
    expect(lines.at(-1)).toEqual({ type: 'end', lines: 4, unproven: { interchange: 1, document: 1 } });
    for (const proof of lines.slice(1, 3))
      expect(verifyProof(proof, keys)).toMatchObject({ ok: true, value: { content: true } });
    expect((await exported(uuidv7(now))).map(({ type }) => type)).toEqual(['tongguan-export', 'end']);
    expect((await exported(undefined)).map(({ type }) => type)).toContain('block');
  });
});
