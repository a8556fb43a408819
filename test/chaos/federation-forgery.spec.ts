import { jest } from '@jest/globals';
import { generateNodeKey } from '#evidence';
import type { Offer } from '../../libs/federation/src/transfer/wire.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { WrittenPeer, type WrittenRequest } from '../support/written-peer.js';

jest.setTimeout(180_000);

const stranger = generateNodeKey('ed25519');
let federation: Federation;
let yingkou: FederatedNode;
let dandong: WrittenPeer;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou']);
  yingkou = federation.node('yingkou');
  await federation.node('dalian').party('broker');
  dandong = await WrittenPeer.beside(federation, yingkou);
});
afterAll(async () => {
  await endHubs();
  await federation.close();
});

const stored = (): Promise<number> => yingkou.count('document');
const proof: WrittenPeer['proof'] = (...about) => dandong.proof(...about);
const batchOf: WrittenPeer['batch'] = (...about) => dandong.batch(...about);
const signed: WrittenPeer['signed'] = (...about) => dandong.signed(...about);

it('has one effect of a batch that is played again, also after it was killed in between', async () => {
  const request = await signed(batchOf([proof(), proof()]));
  const before = await stored();
  const first = (await dandong.send(request)).expect(200);
  expect(first.list('/receipts')).toHaveLength(2);
  const again = (await dandong.send(request)).expect(200);
  expect(again.at('/receipts')).toEqual(first.at('/receipts'));
  expect(await yingkou.hub.kill()).toBe('SIGKILL');
  await yingkou.restart();
  await eventually('it is heard again', async () => (await dandong.send(request)).status === 200);
  expect((await dandong.send(request)).at('/receipts')).toEqual(first.at('/receipts'));
  expect(await stored()).toBe(before + 2);
});

const direct = (text: string): Offer => ({ proof: text, hops: ['dandong'] });

it.each<[string, string, () => Offer]>([
  ['is altered in what its origin signed', 'TRANSFER_ORIGIN_FORGED', () => direct(withOtherHash(proof()))],
  ['bears another signature', 'TRANSFER_ORIGIN_FORGED', () => direct(withOtherSignature(proof()))],
  ['is altered in a member that it shows', 'TRANSFER_PROOF_INVALID', () => direct(flipped(proof(), -40))],
  [
    'claims to be of another node, and to have been passed on',
    'TRANSFER_ORIGIN_FORGED',
    () => ({
      proof: proof({ iss: 'dalian', sender: 'broker@dalian' }),
      hops: ['dalian', 'dandong'],
    }),
  ],
  [
    'claims to be of another node that has sent nothing here',
    'TRANSFER_HOPS_WRONG',
    () => direct(proof({ iss: 'dalian', sender: 'broker@dalian' })),
  ],
  [
    'claims to be of a sender of another node',
    'TRANSFER_ORIGIN_FORGED',
    () => direct(proof({ sender: 'broker@dalian' })),
  ],
  ['is signed with a key that is nobody’s', 'TRANSFER_KEY_UNKNOWN', () => direct(proof({}, stranger))],
  ['has expired', 'TRANSFER_EXPIRED', () => direct(proof({ iat: 1_700_000_000, exp: 1_700_086_400 }))],
  [
    'is to be good for ten years',
    'TRANSFER_PROOF_INVALID',
    () => direct(proof({ exp: Math.floor(Date.now() / 1000) + 3_650 * 86_400 })),
  ],
])('refuses a document that %s, and takes what is offered beside it', async (_, code, bad) => {
  const before = await stored();
  // What is about another thing does not wait for one that may be offered again.
  const good = direct(proof({ orderKey: 'LN0002', keys: ['declaration:LN0002'] }));
  const answer = (await dandong.offer([], { documents: [bad(), good] })).expect(200);
  expect([answer.list('/receipts').length, answer.list('/refused').length]).toEqual([1, 1]);
  expect(answer.at('/refused/0/problem/code')).toBe(code);
  expect(await stored()).toBe(before + 1);
});

it.each<[string, number, string, () => Promise<WrittenRequest>]>([
  ['by nobody of the directory', 401, 'TRANSFER_SENDER_UNKNOWN', () => signed(batchOf([proof()]), stranger)],
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
  const answer = await dandong.send(await request());
  expect([answer.status, answer.at('/code')]).toEqual([status, code]);
  expect(await stored()).toBe(before);
});

/** Well-formed, with another value among its claims. */
function withOtherHash(text: string): string {
  const [head = '', claims = '', rest = ''] = text.split('.');
  const said = Buffer.from(claims, 'base64url').toString();
  const other = said.replace('0'.repeat(64), '1'.padStart(64, '0'));
  expect(other).not.toBe(said);
  return [head, Buffer.from(other).toString('base64url'), rest].join('.');
}

/** The signature is what stands between the second point and the first "~". */
const withOtherSignature = (text: string): string =>
  flipped(text, text.lastIndexOf('.', text.indexOf('~')) + 10);

/** With another character at a place, from the end when it is negative. */
function flipped(text: string, at: number): string {
  const place = at < 0 ? text.length + at : at;
  return text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
}
