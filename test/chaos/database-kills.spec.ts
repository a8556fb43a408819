import { jest } from '@jest/globals';
import { endHubs } from '../support/hub.js';
import { Stage } from '../support/stage.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(240_000);

afterEach(async () => {
  await endHubs();
  await endSubscribers();
});

it('loses nothing when it is killed with its database, and runs on when the database alone is killed', async () => {
  const stage = await Stage.open({ batchLimit: 20 });
  for (let round = 1; round <= 2; round++) {
    await stage.goOn(20, 150);
    const { pid } = stage.hub;
    stage.killDatabase();
    await stage.goOn(20, 50);
    expect(stage.hub.pid).toBe(pid);
    expect((await stage.hub.client().get('/readyz')).status).toBe(200);

    await stage.goOn(20, 100);
    stage.killDatabase();
    await stage.killHub();
    await stage.startHub();
  }
  await stage.goOn(20, 50);
  await stage.expectNothingLost();
});
