import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Administration, type Target } from './administration.js';
import { eventually } from './eventually.js';
import { newDataDir, newKey, startHub, type HubOptions, type RunningHub } from './hub.js';
import { Load } from './load.js';
import { expectNothingLost, expectWholeFeed } from './nothing-lost.js';
import { Pair } from './pair.js';

/** The hub with its own database, under a load; both can be killed and started again on the same data. */
export class Stage {
  readonly load: Load;
  private kills = 0;

  private constructor(
    private readonly options: HubOptions & { readonly dataDir: string },
    public hub: RunningHub,
    readonly pair: Pair,
    private readonly mailbox: Target,
  ) {
    this.load = new Load(() => this.hub.client(pair.owner.key), { senders: 6, paceMs: 5 });
  }

  static async open(more: Parameters<typeof Pair.make>[1] = {}): Promise<Stage> {
    const options = { dataDir: newDataDir(), adminKey: newKey(), env: { DELIVERY_TIMEOUT: '1000' } };
    const hub = await startHub(options);
    const admin = new Administration(hub);
    const pair = await Pair.make(admin, more);
    const mailbox = await admin.mailbox(pair.consumer, 'box');
    await pair.routeTo(mailbox);
    await pair.agree();
    return new Stage(options, hub, pair, mailbox);
  }

  /** Until a random number of further messages is acknowledged: the moment is left to chance, the progress is not. */
  async goOn(least: number, most: number): Promise<void> {
    const mark = this.load.acknowledged.length + least + Math.floor(Math.random() * (most - least));
    await eventually('the load goes on', () => this.load.acknowledged.length >= mark);
  }

  async killHub(): Promise<void> {
    this.kills++;
    expect(await this.hub.kill()).toBe('SIGKILL');
  }

  async startHub(): Promise<void> {
    this.hub = await startHub(this.options);
  }

  /** Starts the hub and kills it before it is ready. */
  async killHubAtStart(afterMs: number): Promise<void> {
    const starting = startHub({
      ...this.options,
      spawned: (child) => void setTimeout(() => child.kill('SIGKILL'), afterMs),
    });
    await expect(starting).rejects.toThrow('SIGKILL');
  }

  killDatabase(): void {
    this.kills++;
    const file = readFileSync(join(this.options.dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    process.kill(Number(file.split('\n')[0]), 'SIGKILL');
  }

  async expectNothingLost(): Promise<void> {
    await this.load.end();
    const { owner, consumer } = this.pair;
    const { hub } = this;
    await expectNothingLost(this.load, this.pair, hub.client(owner.key), hub.client(consumer.key));
    await expectWholeFeed(this.load, this.mailbox, hub.client(consumer.key));
    // Only what was under way at a kill can have come again.
    const { ledger } = this.pair.hook;
    const most = Math.max(...ledger.ids().map((id) => ledger.timesOf(id)));
    expect(most).toBeLessThanOrEqual(this.kills + 1);
  }
}
