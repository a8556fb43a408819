import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Administration } from '../support/administration.js';
import { eventually } from '../support/eventually.js';
import { endHubs, newDataDir, newKey, startHub, type HubOptions, type RunningHub } from '../support/hub.js';
import { Load } from '../support/load.js';
import { expectNothingLost } from '../support/nothing-lost.js';
import { Pair } from '../support/pair.js';
import { endSubscribers } from '../support/subscriber.js';

jest.setTimeout(240_000);

afterEach(async () => {
  await endHubs();
  await endSubscribers();
});

/** The hub with its own database, under a load; both can be killed and started again on the same data. */
class Stage {
  private constructor(
    private readonly options: HubOptions & { readonly dataDir: string },
    public hub: RunningHub,
    readonly pair: Pair,
    readonly load: Load,
  ) {}

  static async open(more: Parameters<typeof Pair.make>[1] = {}): Promise<Stage> {
    const options = { dataDir: newDataDir(), adminKey: newKey(), env: { DELIVERY_TIMEOUT: '1000' } };
    const hub = await startHub(options);
    const pair = await Pair.make(new Administration(hub), more);
    await pair.agree();
    const made: Stage[] = [];
    const load = new Load(() => (made[0]?.hub ?? hub).client(pair.owner.key), { senders: 6, paceMs: 5 });
    const stage = new Stage(options, hub, pair, load);
    made.push(stage);
    return stage;
  }

  /** Until a random number of further messages is acknowledged: the moment is left to chance, the progress is not. */
  async goOn(least: number, most: number): Promise<void> {
    const mark = this.load.acknowledged.length + least + Math.floor(Math.random() * (most - least));
    await eventually('the load goes on', () => this.load.acknowledged.length >= mark);
  }

  async killHub(): Promise<void> {
    expect(await this.hub.kill()).toBe('SIGKILL');
  }

  async startHub(): Promise<void> {
    this.hub = await startHub(this.options);
  }

  killDatabase(): void {
    const file = readFileSync(join(this.options.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number(file.split('\n')[0]), 'SIGKILL');
  }

  async expectNothingLost(): Promise<void> {
    await this.load.end();
    const { owner, consumer } = this.pair;
    const { hub } = this;
    await expectNothingLost(this.load, this.pair, hub.client(owner.key), hub.client(consumer.key));
    // Only what was under way at a kill can have come twice, never more often than there were kills.
    for (const id of this.pair.hook.ledger.ids()) expect(this.pair.hook.ledger.timesOf(id)).toBeLessThan(8);
  }
}

it('loses nothing, doubles nothing and keeps the order when it is killed again and again', async () => {
  const stage = await Stage.open();
  for (let round = 1; round <= 6; round++) {
    await stage.goOn(20, 200);
    await stage.killHub();
    await stage.startHub();
  }
  await stage.goOn(20, 50);
  await stage.expectNothingLost();
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
