import { jest } from '@jest/globals';
import type { Party } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { declaration } from '../support/messages.js';
import { ShiftedClock } from '../support/shifted-clock.js';
import { WrittenPeer } from '../support/written-peer.js';

jest.setTimeout(180_000);

const minute = 60_000;
/** Of the processes alone: the database that a node goes by keeps the time of this machine. */
const clocks = { dalian: new ShiftedClock(), yingkou: new ShiftedClock() };
let federation: Federation;
let dalian: FederatedNode;
let yingkou: FederatedNode;
let broker: Party;
/** A node as a whole, with a clock that it signs by: this process. */
let dandong: WrittenPeer;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou'], {}, (code) =>
    code === 'dalian' ? clocks.dalian.env : clocks.yingkou.env,
  );
  [dalian, yingkou] = [federation.node('dalian'), federation.node('yingkou')];
  broker = await dalian.party('broker');
  dandong = await WrittenPeer.beside(federation, yingkou);
  await dalian.gives('broker', 'yingkou');
});
afterAll(async () => {
  await endHubs();
  await federation.close();
  for (const clock of Object.values(clocks)) clock.remove();
});
afterEach(() => Promise.all(Object.values(clocks).map((clock) => clock.shift(0))));

const there = (): Promise<number> => yingkou.count('document');
const heard = async (ms: number) => {
  const at = Date.now() + ms;
  return dandong.send(await dandong.signed(dandong.batch([dandong.proof()]), dandong.key, at));
};

it.each([
  ['six minutes fast', 6 * minute],
  ['six minutes slow', -6 * minute],
])('a node whose clock is %s is not heard', async (_, ms) => {
  const before = await there();
  const answer = await heard(ms);
  expect([answer.status, answer.at('/code')]).toEqual([401, 'EVIDENCE_REQUEST_TIME']);
  expect(await there()).toBe(before);
});

it.each([
  ['fast', 4 * minute],
  ['slow', -4 * minute],
])('a clock that is four minutes %s makes no difference', async (_, ms) => {
  const before = await there();
  expect((await heard(ms)).expect(200).list('/receipts')).toHaveLength(1);
  expect(await there()).toBe(before + 1);
});

it.each([
  ['its sender', { dalian: 6 * minute, yingkou: 0 }],
  ['its receiver', { dalian: 0, yingkou: 6 * minute }],
  ['both, apart from each other', { dalian: -6 * minute, yingkou: 6 * minute }],
])(
  'a document arrives although the machine of %s is six minutes off',
  async (_, { dalian: near, yingkou: far }) => {
    await clocks.dalian.shift(near);
    await clocks.yingkou.shift(far);
    const [before, signed] = [await there(), await dalian.count('custody_receipt')];
    await broker.client.settle(declaration());
    await eventually('it is there', async () => (await there()) === before + 1);
    await eventually('and signed for', async () => (await dalian.count('custody_receipt')) === signed + 1);
    expect(await dalian.count(`attempt WHERE response_head LIKE '%EVIDENCE_REQUEST_TIME%'`)).toBe(0);
    // Nor does a wrong clock here make a peer with the right one wrong.
    expect((await heard(0)).status).toBe(200);
  },
);
