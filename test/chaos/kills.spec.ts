import { jest } from '@jest/globals';
import { endHubs } from '../support/hub.js';
import { Stage } from '../support/stage.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(240_000);

afterEach(async () => {
  await endHubs();
  await endSubscribers();
});

it('loses nothing, doubles nothing and keeps the order when it is killed again and again', async () => {
  const stage = await Stage.open();
  for (let round = 1; round <= 5; round++) {
    await stage.goOn(20, 200);
    await stage.killHub();
    if (round === 3) await stage.killHubAtStart(Math.random() * 1_000);
    await stage.startHub();
  }
  await stage.goOn(20, 50);
  await stage.expectNothingLost();
});
