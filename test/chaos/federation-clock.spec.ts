import { jest } from '@jest/globals';
import type { Party } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { Federation, type FederatedNode } from '../support/federated.js';
import { endHubs } from '../support/hub.js';
import { declaration } from '../support/messages.js';
import { ShiftedClock } from '../support/shifted-clock.js';

jest.setTimeout(180_000);

const minute = 60_000;
const clock = new ShiftedClock();
let federation: Federation;
let dalian: FederatedNode;
let yingkou: FederatedNode;
let broker: Party;

beforeAll(async () => {
  federation = await Federation.of(['dalian', 'yingkou']);
  [dalian, yingkou] = [federation.node('dalian'), federation.node('yingkou')];
  await dalian.hub.stop();
  await dalian.restart(clock.env);
  broker = await dalian.party('broker');
  await federation.publish();
  await dalian.gives('broker', 'yingkou');
});
afterAll(async () => {
  await endHubs();
  await federation.close();
  clock.remove();
});

const there = (): Promise<number> => yingkou.count('document');
const refusedForTime = (): Promise<number> =>
  dalian.count(`attempt WHERE response_head LIKE '%EVIDENCE_REQUEST_TIME%'`);

it.each([
  ['six minutes fast', 6 * minute],
  ['six minutes slow', -6 * minute],
])('a node whose clock is %s is not heard, and heard once it is right', async (_, ms) => {
  const [before, refused] = [await there(), await refusedForTime()];
  await clock.shift(ms);
  await broker.client.settle(declaration());
  await eventually('it is refused', async () => (await refusedForTime()) > refused, 60_000);
  expect(await there()).toBe(before);
  await clock.shift(0);
  await eventually('it is there', async () => (await there()) === before + 1, 60_000);
  await eventually('and signed for', async () => (await dalian.count('custody_receipt')) === before + 1);
});

it('a clock that is off by less than five minutes makes no difference', async () => {
  const [before, refused] = [await there(), await refusedForTime()];
  await clock.shift(4 * minute);
  await broker.client.settle(declaration());
  await eventually('it is there', async () => (await there()) === before + 1, 60_000);
  expect(await refusedForTime()).toBe(refused);
});
