import { jest } from '@jest/globals';
import { generateNodeKey, issueDocument, type NodeKey } from '#evidence';
import { uuidv7, type JsonObject } from '#kernel';
import { peerRequest } from '../../libs/federation/src/transfer/peer-request.js';
import type { TransferBatch } from '../../libs/federation/src/transfer/wire.js';
import type { Answer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';

jest.setTimeout(180_000);

/** Dandong is this test: it speaks to the hub of Yingkou, another process, as a node of the directory. */
const dandong = generateNodeKey('ed25519');
const stranger = generateNodeKey('ed25519');
const tolerance = 300;
let federation: Federation;
let yingkou: FederatedNode;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou']);
  yingkou = federation.node('yingkou');
  await federation.node('dalian').party('broker');
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
  for (const [code, kind] of [
    ['dandong', 'node'],
    ['broker@dandong', 'enterprise'],
  ])
    await yingkou.sql.query(
      `INSERT INTO participant (id, code, name_zh, name_en, kind, node_code) VALUES ($1, $2, $2, $2, $3, 'dandong')`,
      [uuidv7(Date.now()), code, kind],
    );
  await eventually('dandong is heard', async () => (await offer([proof()])).status === 200);
});
afterAll(async () => {
  await endHubs();
  await federation.close();
});

/** A declaration with its proof; by default one that nothing is the matter with. */
function proof(claims: JsonObject = {}, key: NodeKey = dandong): string {
  const seconds = Math.floor(Date.now() / 1000);
  const said = {
    iss: 'dandong',
    iat: seconds,
    exp: seconds + 86_400,
    id: uuidv7(Date.now()),
    type: 'Declaration',
    schemaVersion: '1.0.0',
    sender: 'broker@dandong',
    receivedAt: new Date().toISOString(),
    keys: ['declaration:LN0001'],
    orderKey: 'LN0001',
    interchangeSha256: '0'.repeat(64),
    ...claims,
  };
  const issued = issueDocument(key, said, {
    entryNumber: '060620261301118062',
    trader: { name: '丹东某贸易有限公司', code: '2106960027' },
    items: [{ lineNumber: '1', commodityCode: '8482102000', description: '深沟球轴承' }],
    signature: { operation: 'G', organisation: 'LNEPORT01', clientReference: 'LN0001' },
  });
  if (!issued.ok) throw new Error(issued.error.code);
  return issued.value;
}

const batchOf = (proofs: readonly string[], more: Partial<TransferBatch> = {}): TransferBatch => ({
  sender: 'dandong',
  receiver: 'yingkou',
  sentAt: new Date().toISOString(),
  batch: uuidv7(Date.now()),
  documents: proofs.map((one) => ({ proof: one, hops: ['dandong'] })),
  ...more,
});

interface Request {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

async function signed(batch: TransferBatch, key = dandong, at = Date.now()): Promise<Request> {
  const { headers, body } = await peerRequest(
    key,
    `http://127.0.0.1:${String(yingkou.port)}`,
    batch,
    at,
    tolerance,
  );
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { headers: Object.fromEntries(texts.filter(([name]) => name !== 'content-length')), body };
}

const send = ({ headers, body }: Request): Promise<Answer> =>
  yingkou.hub.client().request('/v1/transfers', { method: 'POST', headers, body });

const offer = async (proofs: readonly string[], more: Partial<TransferBatch> = {}): Promise<Answer> =>
  send(await signed(batchOf(proofs, more)));

const stored = (): Promise<number> => yingkou.count('document');

it('has one effect of a batch that is played again, also after it was killed in between', async () => {
  const request = await signed(batchOf([proof(), proof()]));
  const before = await stored();
  const first = (await send(request)).expect(200);
  expect(first.list('/receipts')).toHaveLength(2);
  const again = (await send(request)).expect(200);
  expect(again.at('/receipts')).toEqual(first.at('/receipts'));
  expect(await yingkou.hub.kill()).toBe('SIGKILL');
  await yingkou.restart();
  await eventually('it is heard again', async () => (await send(request)).status === 200);
  expect((await send(request)).at('/receipts')).toEqual(first.at('/receipts'));
  expect(await stored()).toBe(before + 2);
});

it.each<[string, () => string]>([
  ['is altered in what its origin signed', () => flipped(proof(), 120)],
  ['is altered in a member that it shows', () => flipped(proof(), -40)],
  ['claims to be of another node', () => proof({ iss: 'dalian', sender: 'broker@dalian' })],
  ['claims to be of a sender of another node', () => proof({ sender: 'broker@dalian' })],
  ['is signed with a key that is nobody’s', () => proof({}, stranger)],
  ['has expired', () => proof({ iat: 1_700_000_000, exp: 1_700_086_400 })],
])('refuses a document that %s, and takes what is offered beside it', async (_, bad) => {
  const before = await stored();
  const answer = (await offer([bad(), proof()])).expect(200);
  expect([answer.list('/receipts').length, answer.list('/refused').length]).toEqual([1, 1]);
  expect(String(answer.at('/refused/0/problem/code'))).toMatch(/^(?:TRANSFER|EVIDENCE)_/);
  expect(await stored()).toBe(before + 1);
});

it.each<[string, number, string, () => Promise<Request>]>([
  ['by nobody of the directory', 401, 'TRANSFER_SENDER_UNKNOWN', () => signed(batchOf([proof()]), stranger)],
  [
    'six minutes ago',
    401,
    'EVIDENCE_REQUEST_TIME',
    () => signed(batchOf([proof()]), dandong, Date.now() - 6 * 60_000),
  ],
  [
    'for another node',
    421,
    'TRANSFER_RECEIVER_WRONG',
    () => signed(batchOf([proof()], { receiver: 'dalian' })),
  ],
  [
    'in the name of another node',
    422,
    'TRANSFER_SENDER_MISMATCH',
    () => signed(batchOf([proof()], { sender: 'dalian' })),
  ],
  [
    'over other content',
    401,
    'EVIDENCE_REQUEST_DIGEST',
    async () => ({ ...(await signed(batchOf([proof()]))), body: (await signed(batchOf([proof()]))).body }),
  ],
])('takes nothing of a batch that was signed %s', async (_, status, code, request) => {
  const before = await stored();
  const answer = await send(await request());
  expect([answer.status, answer.at('/code')]).toEqual([status, code]);
  expect(await stored()).toBe(before);
});

/** With another character at a place, from the end when it is negative. */
function flipped(text: string, at: number): string {
  const place = at < 0 ? text.length + at : at;
  return text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
}
