import { jest } from '@jest/globals';
import { generateNodeKey, signRequest } from '#evidence';
import { inquiryPath } from '#federation';
import type { Party } from '../support/administration.js';
import { Description } from '../support/described.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { declaration } from '../support/messages.js';

jest.setTimeout(180_000);

const description = new Description(new URL('../../schemas/openapi.json', import.meta.url));
let federation: Federation;
let dalian: FederatedNode;
let yingkou: FederatedNode;
let broker: Party;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou']);
  [dalian, yingkou] = [federation.node('dalian'), federation.node('yingkou')];
  broker = await dalian.party('broker');
  await federation.publish();
  await dalian.gives('broker', 'yingkou');
});
afterAll(async () => {
  await endHubs();
  await federation.close();
});

const held = (node: FederatedNode): Promise<number> => node.count('document_proof');
const receipts = (): Promise<number> => dalian.count('custody_receipt');

async function compare() {
  const answer = await dalian.hub.admin.post('/v1/admin/nodes/yingkou/comparisons', {});
  expect(description.deviations('compareWithNode', answer)).toEqual([]);
  return answer.expect(200);
}

it('finds by a tree of digests what a peer has lost, and gives it again', async () => {
  const sent = 24;
  for (let at = 0; at < sent; at++) await broker.client.settle(declaration());
  await eventually('all are there and signed for', async () => (await receipts()) === sent);

  const agreed = await compare();
  expect(agreed.at('/equal')).toBe(true);
  expect([agreed.at('/own/count'), agreed.at('/peer/count'), agreed.at('/offered')]).toEqual([sent, sent, 0]);

  // What a node that was restored from an old backup looks like.
  const lost = await yingkou.sql.query<{ document_id: string }>(
    'DELETE FROM document_proof WHERE document_id IN (SELECT document_id FROM document_proof ORDER BY 1 LIMIT 3) RETURNING document_id',
  );
  const ids = lost.map((row) => row.document_id);
  await yingkou.sql.query('DELETE FROM document WHERE id = ANY ($1::uuid[])', [ids]);
  const differing = await compare();
  expect(differing.at('/equal')).toBe(false);
  expect(new Set(JSON.parse(JSON.stringify(differing.at('/onlyHere'))))).toEqual(new Set(ids));
  expect(differing.at('/offered')).toBe(3);
  // That the peer signed for what it has lost stays on record.
  expect(await receipts()).toBe(sent);

  await eventually('the lost ones are there again', async () => (await held(yingkou)) === sent);
  await eventually('and both sides agree', async () => (await compare()).at('/equal') === true);
  await eventually('the chain of evidence is whole', async () => {
    const audit = (await dalian.hub.admin.post('/v1/admin/evidence/verify')).expect(200);
    return JSON.stringify(audit.at('/findings')) === '[]';
  });

  const listed = (await dalian.hub.admin.get('/v1/admin/nodes/yingkou/comparisons?limit=2')).expect(200);
  expect(description.deviations('listComparisons', listed)).toEqual([]);
  expect(listed.list('/items')[0]?.['equal']).toBe(true);
  expect(typeof listed.at('/next')).toBe('string');
});

it('tells nobody but a node of the directory, and of no node that is not there', async () => {
  const stranger = await yingkou.hub.client().request('/v1/transfers/inquiries', {
    method: 'POST',
    body: JSON.stringify({ kind: 'tree', day: '2026-04-06', questions: [{ prefix: '', want: 'branches' }] }),
  });
  expect(stranger.status).toBe(401);
  const unknown = await dalian.hub.admin.post('/v1/admin/nodes/dandong/comparisons', {});
  expect(unknown.at('/code')).toBe('TRANSFER_PEER_ABSENT');
  const noDay = await dalian.hub.admin.post('/v1/admin/nodes/yingkou/comparisons', { day: '2026-02-30' });
  expect(noDay.status).toBe(400);
});

it('tells a node what came from it, and nothing of what came from others', async () => {
  const dandong = generateNodeKey('ed25519');
  await federation.publish(undefined, (nodes) => [
    ...nodes,
    {
      code: 'dandong',
      nameZh: '丹东',
      nameEn: 'Dandong',
      endpoint: 'http://127.0.0.1:9',
      state: 'active',
      keys: [{ jwk: { ...dandong.publicJwk }, since: new Date().toISOString() }],
      participants: [],
    },
  ]);
  const ask = async (asked: object) => {
    const body = JSON.stringify(asked);
    const now = Math.floor(Date.now() / 1000);
    const request = {
      method: 'POST',
      targetUri: `http://127.0.0.1:${String(yingkou.port)}${inquiryPath}`,
      contentType: 'application/vnd.tongguan.inquiry+json',
      receiver: 'yingkou',
      body: Buffer.from(body),
    };
    const time = { created: now, expires: now + 60, nonce: `${String(now)}-${body.length}` };
    const headers = signRequest(dandong, request, time);
    const answer = await yingkou.hub.client().request(inquiryPath, { method: 'POST', headers, body });
    expect(description.deviations('inquireTransfers', answer)).toEqual([]);
    return answer;
  };
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const questions = [{ prefix: '', want: 'branches' }];
  expect((await ask({ kind: 'tree', day, questions })).expect(200).at('/answers/0/branches')).toEqual([]);
  expect((await ask({ kind: 'tree', day, questions: [] })).status).toBe(422);
});
