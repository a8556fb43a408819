import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { generateNodeKey, type NodeKey } from '#evidence';
import { auditChain, Sealer, sealerLimits } from '#exchange';
import {
  acceptFork,
  checkpointsAfter,
  heldCheckpoints,
  openSql,
  peerForks,
  watchEvidence,
  type Sql,
} from '#store';
import { freshDatabase, type TestDatabase } from '#store/testing';
import type { PeerNode } from './peer-directory.js';
import { Witness } from './witness.js';

/** A node with a database, a chain and a key. */
interface Node {
  readonly peer: PeerNode;
  readonly sql: Sql;
  readonly witness: Witness;
  /** Something is written and sealed. */
  write(): Promise<void>;
  readonly database: TestDatabase;
  /** Where it lists its checkpoints. */
  readonly door: Server;
}

/** Checkpoints that a door gives at once: fewer than it is asked for, so that there are pages. */
const pageSize = 2;

/** What the witnesses complained of. */
const told: string[] = [];
let dalian: Node;
let yingkou: Node;

beforeEach(async () => {
  told.length = 0;
  [dalian, yingkou] = await Promise.all([open('dalian'), open('yingkou')]);
});
afterEach(async () => {
  for (const { sql, database, door, witness } of [dalian, yingkou]) {
    await witness.settled();
    door.closeAllConnections();
    door.close();
    await sql.end();
    await database.drop();
  }
});

async function open(code: string, key: NodeKey = generateNodeKey()): Promise<Node> {
  const database = await freshDatabase();
  const sql = openSql({ url: database.url, connections: 2 });
  await watchEvidence(sql, true);
  const parts = { sql, now: Date.now };
  const sealer = new Sealer({
    ...parts,
    nodeCode: code,
    key: () => Promise.resolve(key),
    limits: sealerLimits,
    failed: (error) => {
      throw error;
    },
  });
  const door = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://unset');
    void checkpointsAfter(sql, Number(searchParams.get('above')), pageSize).then((items) =>
      response.end(JSON.stringify({ items })),
    );
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    door,
    peer: {
      code,
      nameZh: code,
      nameEn: code,
      endpoint: `http://127.0.0.1:${port}`,
      keys: [key.publicJwk],
      retired: [],
      state: 'active',
    },
    sql,
    database,
    witness: new Witness({
      ...parts,
      self: code,
      key: () => key,
      onFault: (peer, error) => told.push(`${peer} ${'code' in error ? error.code : error.message}`),
    }),
    async write() {
      await sql.execute(
        `INSERT INTO audit_event (id, action, subject_type, subject_id) VALUES (uuidv7(), 'route.created', 'route', 'x')`,
      );
      await sealer.sealAll();
    },
  };
}

/** What happens beside a transfer: one offers its checkpoint, the other signs it. */
async function exchange(from: Node, to: Node): Promise<string> {
  const signed = await to.witness.sign(from.peer, (await from.witness.checkpoint()) ?? '');
  if (!signed.ok) return signed.error.code;
  const taken = await from.witness.take(to.peer, signed.value);
  return taken.ok ? 'signed' : taken.error.code;
}

const audit = async (node: Node): Promise<string[]> =>
  (await auditChain(node.sql, [...dalian.peer.keys, ...yingkou.peer.keys], Date.now())).findings.map(
    ({ fault }) => fault.code,
  );

it('signs what goes on from what was seen, as often as it is asked', async () => {
  expect(await dalian.witness.checkpoint()).toBeUndefined();
  await dalian.write();
  expect([await exchange(dalian, yingkou), await exchange(dalian, yingkou)]).toEqual(['signed', 'signed']);
  await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  await yingkou.write();
  expect(await exchange(yingkou, dalian)).toBe('signed');
  expect([await audit(dalian), await audit(yingkou)]).toEqual([[], []]);
});

it('does not sign a history that was cut or written anew, and what it signed before shows that', async () => {
  for (let n = 0; n < 3; n++) await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  await dalian.sql.execute('DELETE FROM evidence_block WHERE height = 3');
  expect(await exchange(dalian, yingkou)).toBe('EVIDENCE_PEER_BEHIND');
  expect(await audit(dalian)).toContain('EVIDENCE_CHAIN_CUT');
  await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('EVIDENCE_PEER_FORKED');
  expect(await audit(dalian)).toContain('EVIDENCE_CHAIN_FORKED');
});

/** From a height on the chain is written anew, to be one block longer than before. */
async function rewrite(node: Node, height: number): Promise<void> {
  const cut = await node.sql.execute('DELETE FROM evidence_block WHERE height >= $1', [height]);
  for (let n = 0; n <= cut; n++) await node.write();
}

const noticesAt = (node: Node): Promise<unknown> =>
  node.sql.query(`SELECT kind, subject_id, fault->>'code' AS code FROM notice ORDER BY id`);

it('follows what lies between, over as many pages as it takes', async () => {
  await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  for (let n = 0; n < 7; n++) await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  expect((await heldCheckpoints(yingkou.sql, 'dalian', 10)).map(({ height }) => height)).toContain(8);
});

it.each([
  ['the block that was seen', 3],
  ['blocks before it', 2],
])('does not sign a history of which %s was written anew, however much longer it is', async (_of, height) => {
  for (let n = 0; n < 3; n++) await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  await rewrite(dalian, height);
  expect(await exchange(dalian, yingkou)).toBe('EVIDENCE_PEER_FORKED');
  for (let n = 0; n < 5; n++) await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('EVIDENCE_PEER_FORKED');
});

it('does not sign what it cannot follow, and holds that against nobody', async () => {
  await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  for (let n = 0; n < 3; n++) await dalian.write();
  const signed = async (endpoint: string) =>
    yingkou.witness.sign({ ...dalian.peer, endpoint }, (await dalian.witness.checkpoint()) ?? '');
  expect(await signed('http://127.0.0.1:1')).toMatchObject({ error: { code: 'EVIDENCE_PEER_UNFOLLOWED' } });
  expect(await signed(yingkou.peer.endpoint)).toMatchObject({ error: { code: 'EVIDENCE_PEER_UNFOLLOWED' } });
  expect(await noticesAt(yingkou)).toEqual([]);
  expect(await exchange(dalian, yingkou)).toBe('signed');
});

it('signs an older checkpoint that comes late, when it is of the same history', async () => {
  await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  await dalian.write();
  const late = (await dalian.witness.checkpoint()) ?? '';
  await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  expect(await yingkou.witness.sign(dalian.peer, late)).toMatchObject({ ok: true });
  expect(await noticesAt(yingkou)).toEqual([]);
});

it('tells the administration once of another history, until that is accepted', async () => {
  await yingkou.sql.execute(
    `INSERT INTO participant (id, code, name_zh, name_en, kind) VALUES (uuidv7(), 'administration', '管理', 'Administration', 'enterprise') ON CONFLICT DO NOTHING`,
  );
  for (let n = 0; n < 3; n++) await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  const [held] = await heldCheckpoints(yingkou.sql, 'dalian', 10);
  await rewrite(dalian, 2);
  for (let n = 0; n < 3; n++) expect(await exchange(dalian, yingkou)).toBe('EVIDENCE_PEER_FORKED');
  const notice = { kind: 'peer-forked', subject_id: 'dalian', code: 'EVIDENCE_PEER_FORKED' };
  expect(await noticesAt(yingkou)).toEqual([notice]);
  expect(await peerForks(yingkou.sql)).toMatchObject([{ nodeCode: 'dalian', height: 4 }]);

  expect(await acceptFork(yingkou.sql, 'jinzhou', Date.now())).toBeUndefined();
  const accepted = await yingkou.sql.transaction((tx) => acceptFork(tx, 'dalian', Date.now()));
  expect(accepted).toMatchObject({ before: { height: 3, hash: held?.hash }, after: { height: 4 } });
  expect(await peerForks(yingkou.sql)).toEqual([]);
  for (let n = 0; n < 3; n++) await dalian.write();
  expect(await exchange(dalian, yingkou)).toBe('signed');
  const shown = await heldCheckpoints(yingkou.sql, 'dalian', 10);
  expect(shown.filter(({ replacedAt }) => replacedAt !== null)).toMatchObject([
    { checkpoint: held?.checkpoint },
  ]);

  await rewrite(dalian, 5);
  expect(await exchange(dalian, yingkou)).toBe('EVIDENCE_PEER_FORKED');
  expect(await noticesAt(yingkou)).toEqual([notice, notice]);
});

it('takes nothing that is signed by others, for others or of blocks that there are not', async () => {
  await dalian.write();
  await yingkou.write();
  const checkpoint = (await dalian.witness.checkpoint()) ?? '';
  expect(await yingkou.witness.sign({ ...dalian.peer, keys: yingkou.peer.keys }, checkpoint)).toMatchObject({
    error: { code: 'EVIDENCE_KEY_UNKNOWN' },
  });
  expect(await yingkou.witness.sign({ ...dalian.peer, code: 'jinzhou' }, checkpoint)).toMatchObject({
    error: { code: 'EVIDENCE_CHECKPOINT_MALFORMED' },
  });
  const signed = await yingkou.witness.sign(dalian.peer, checkpoint);
  const signature = signed.ok ? signed.value : '';
  expect(await dalian.witness.take({ ...yingkou.peer, code: 'jinzhou' }, signature)).toMatchObject({
    error: { code: 'EVIDENCE_COSIGNATURE_STRANGE' },
  });
  expect(await yingkou.witness.take(yingkou.peer, signature)).toMatchObject({
    error: { code: 'EVIDENCE_COSIGNATURE_STRANGE' },
  });
  await dalian.sql.execute('DELETE FROM evidence_block');
  expect(await dalian.witness.take(yingkou.peer, signature)).toMatchObject({ ok: false });
});

it('goes with requests and answers: both sides have the signature of the other after two of them', async () => {
  await dalian.write();
  await yingkou.write();
  const transfer = async (): Promise<void> => {
    await yingkou.witness.receive(dalian.peer, await dalian.witness.give(yingkou.peer));
    await yingkou.witness.settled();
    await dalian.witness.receive(yingkou.peer, await yingkou.witness.give(dalian.peer));
    await dalian.witness.settled();
  };
  const signers = async ({ sql }: Node): Promise<unknown> =>
    sql.query('SELECT node_code, height FROM evidence_cosignature ORDER BY height');
  await transfer();
  expect([await signers(dalian), await signers(yingkou)]).toEqual([
    [{ node_code: 'yingkou', height: 1 }],
    [],
  ]);
  await transfer();
  expect(await signers(yingkou)).toEqual([{ node_code: 'dalian', height: 1 }]);
  expect(told).toEqual([]);
  await dalian.witness.receive(yingkou.peer, { checkpoint: 'nonsense', cosignature: 'more' });
  await dalian.sql.execute('DELETE FROM evidence_block');
  await dalian.write();
  await transfer();
  expect(told).toEqual([
    'yingkou EVIDENCE_RECEIPT_MALFORMED',
    'yingkou EVIDENCE_RECEIPT_MALFORMED',
    'dalian EVIDENCE_PEER_FORKED',
  ]);
});
