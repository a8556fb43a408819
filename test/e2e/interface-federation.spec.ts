import { chainFaults, generateNodeKey, type NodeKey } from '#evidence';
import { uuidv7, type JsonObject } from '#kernel';
import { openSql, tellFork } from '#store';
import type { DatedKey } from '#federation';
import { tokenHash } from '../../libs/federation/src/invitation.js';
import { joinProof, signEntry } from '../../libs/federation/src/node-entry.js';
import type { Answer } from '../support/client.js';
import { Description } from '../support/described.js';
import { eventually } from '../support/eventually.js';
import { endHubs } from '../support/hub.js';
import { TestNode } from '../support/nodes.js';

const description = new Description(new URL('../../schemas/openapi.json', import.meta.url));
let liaoning: TestNode;
let yingkou: TestNode;

beforeAll(async () => {
  [liaoning, yingkou] = await Promise.all([TestNode.start('liaoning'), TestNode.start('yingkou')]);
}, 240_000);
afterAll(async () => {
  await endHubs();
  await Promise.all([liaoning.remove(), yingkou.remove()]);
});

/** The answer, which is as the description says. */
function described(operation: string, answer: Answer): Answer {
  expect({ operation, deviations: description.deviations(operation, answer) }).toEqual({
    operation,
    deviations: [],
  });
  return answer;
}
const ask = async (operation: string, node: TestNode, path: string): Promise<Answer> =>
  described(operation, await node.hub.admin.get(`/v1/admin/${path}`));
const act = async (operation: string, node: TestNode, path: string, body?: JsonObject): Promise<Answer> =>
  described(operation, await node.hub.admin.post(`/v1/admin/${path}`, body));
const tell = async (operation: string, path: string, signed: string): Promise<Answer> =>
  described(operation, await liaoning.hub.client().request(path, { method: 'POST', body: signed }));
const reason = { reason: '核对接口说明' };

const entryOf = (key: NodeKey, sequence: number) => {
  const at = new Date(Date.now()).toISOString();
  const keys: DatedKey[] = [{ jwk: { ...key.publicJwk }, since: at }];
  const names = { nameZh: '抚顺', nameEn: 'Fushun' };
  const endpoint = 'https://fushun.example';
  return { code: 'fushun', sequence, issuedAt: at, ...names, endpoint, keys, participants: [] };
};

describe('answers are as the description says', () => {
  it('of joining', async () => {
    described('getDirectory', (await liaoning.hub.client().get('/v1/directory')).expect(404));
    (await act('publishDirectory', liaoning, 'directory/publish')).expect(409);
    (await act('inviteNode', liaoning, 'nodes/invitations', { node: 'liaoning' })).expect(409);
    (await act('inviteNode', liaoning, 'nodes/invitations', {})).expect(422);
    const wanted = { node: 'yingkou', endpoint: liaoning.url };
    const invitation = (await act('inviteNode', liaoning, 'nodes/invitations', wanted)).expect(201).json;
    (await act('joinFederation', yingkou, 'nodes/join', { invitation: {} })).expect(422);
    const body = { invitation, endpoint: yingkou.url };
    (await act('joinFederation', yingkou, 'nodes/join', body)).expect(200);
    (await act('joinFederation', yingkou, 'nodes/join', body)).expect(502);
    expect((await ask('listNodes', yingkou, 'nodes')).list()).toHaveLength(2);
    expect((await ask('listNodeInvitations', liaoning, 'nodes/invitations')).list()).toHaveLength(1);
    (await ask('directoryStatus', yingkou, 'directory')).expect(200);
    (await act('publishDirectory', liaoning, 'directory/publish')).expect(200);
    const held = described('getDirectory', await yingkou.hub.client().get('/v1/directory'));
    const etag = held.headers.get('etag') ?? '';
    const same = await yingkou.hub.client().get('/v1/directory', { 'if-none-match': etag });
    expect([200, 304]).toContain(same.status);
  });

  it('of what a node says of itself, and of its end', async () => {
    const key = generateNodeKey();
    const invited = await act('inviteNode', liaoning, 'nodes/invitations', { node: 'fushun' });
    const entry = entryOf(key, 1);
    (await tell('joinNode', '/v1/nodes', 'hello')).expect(422);
    (await tell('joinNode', '/v1/nodes', signEntry(key, entry))).expect(403);
    const proof = joinProof(tokenHash(invited.string('/token')), entry);
    (await tell('joinNode', '/v1/nodes', signEntry(key, { ...entry, proof }))).expect(200);
    const path = '/v1/nodes/fushun/entry';
    (await tell('announceNode', path, signEntry(key, entryOf(key, 2)))).expect(200);
    (await tell('announceNode', path, signEntry(key, entryOf(key, 1)))).expect(409);
    (await tell('announceNode', path, signEntry(generateNodeKey(), entryOf(key, 3)))).expect(401);
    (await tell('announceNode', '/v1/nodes/yingkou/entry', signEntry(key, entryOf(key, 3)))).expect(401);
    (await tell('announceNode', '/v1/nodes/nobody/entry', signEntry(key, entryOf(key, 3)))).expect(404);
    (await act('revokeNode', liaoning, 'nodes/fushun/revoke')).expect(422);
    (await act('revokeNode', yingkou, 'nodes/fushun/revoke', reason)).expect(409);
    (await act('revokeNode', liaoning, 'nodes/fushun/revoke', reason)).expect(200);
    (await act('revokeNode', liaoning, 'nodes/fushun/revoke', reason)).expect(403);
    (await tell('announceNode', path, signEntry(key, entryOf(key, 3)))).expect(403);
    (await act('rollNodeKey', yingkou, 'nodes/roll-key', reason)).expect(200);
  });

  it('of a node that shows another history than before', async () => {
    const path = 'nodes/yingkou/accept-fork';
    (await act('acceptFork', liaoning, path)).expect(422);
    (await act('acceptFork', liaoning, path, reason)).expect(404);
    const sql = openSql({ url: liaoning.database.url });
    const fault = chainFaults.make('EVIDENCE_PEER_FORKED', { values: { node: 'yingkou', height: 7 } });
    const fork = { nodeCode: 'yingkou', height: 7, hash: Buffer.alloc(32), checkpoint: 'a.b.c', foundAt: 0 };
    await sql.transaction((tx) => tellFork(tx, { ...fork, fault }, uuidv7(Date.now())));
    await sql.end();
    expect((await ask('directoryStatus', liaoning, 'directory')).at('/forks/0/node')).toBe('yingkou');
    expect(await liaoning.command('node', 'status')).toContain('yingkou 7');
    const notices = await liaoning.hub.admin.get('/v1/notices');
    expect(description.deviations('listNotices', notices)).toEqual([]);
    expect(notices.text).toContain('peer-forked');
    expect((await act('acceptFork', liaoning, path, reason)).expect(200).list()).toHaveLength(1);
    expect((await ask('listPeerCheckpoints', liaoning, 'nodes/yingkou/checkpoints')).list()).toHaveLength(1);
    expect(await liaoning.command('node', 'checkpoints', 'yingkou')).toContain('a.b.c');
  });

  it('of what is shared', async () => {
    const mapping = { adapter: 'customs/declaration-xml' };
    const item = (await act('shareItem', liaoning, 'directory/shared', { mapping })).expect(201);
    (await act('shareItem', liaoning, 'directory/shared', { mapping: { adapter: 'no/such' } })).expect(404);
    const hash = item.string('/sha256');
    const path = `directory/shared/${hash}/adopt`;
    await eventually('it is known', async () => {
      return (await ask('listSharedItems', yingkou, 'directory/shared')).list().length === 1;
    });
    described(
      'getSharedContent',
      (await liaoning.hub.client().get(`/v1/directory/shared/${hash}`)).expect(200),
    );
    described('getSharedContent', (await liaoning.hub.client().get('/v1/directory/shared/x')).expect(404));
    (await act('adoptSharedItem', yingkou, path)).expect(200);
    (await act('adoptSharedItem', yingkou, `directory/shared/${'0'.repeat(64)}/adopt`)).expect(404);
    const codeList = {
      version: '2026-11',
      content: { id: 'berths', title: { zh: '泊位', en: 'Berths' }, entries: [] },
    };
    described(
      'shareItem',
      await liaoning.hub.admin.post('/v1/admin/directory/shared', { codeList, note: '营口港' }),
    );
  });

  it.each(['liaoning', 'yingkou'])('and all that was written of it at %s is in the chain', async (code) => {
    const node = code === 'liaoning' ? liaoning : yingkou;
    const audit = (await node.hub.admin.post('/v1/admin/evidence/verify')).expect(200);
    const rows = Object.fromEntries(
      audit.list('/tables').map(({ table, rows }) => [String(table), Number(rows)]),
    );
    expect([audit.list('/findings'), rows['membership']]).toEqual([[], 1]);
    expect(rows['directory']).toBeGreaterThan(0);
    expect(Number(rows['node_entry'] ?? 0) > 0).toBe(code === 'liaoning');
  });

  it('of every operation between nodes that this is about', () => {
    const mine = new Set(description.tagged('federation'));
    // Those need documents that went between nodes: completeness.spec.ts.
    for (const name of ['inquireTransfers', 'compareWithNode', 'listComparisons']) mine.delete(name);
    expect(mine.size).toBeGreaterThan(10);
    expect(description.unseen.filter((name) => mine.has(name))).toEqual([]);
  });
});
