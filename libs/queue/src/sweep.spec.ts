import { Sweep } from './sweep.js';
import { sleep, TestLogger, until } from './testing/harness.js';

/** Lanes that note what they are asked to arm. */
class NotingLanes {
  readonly armed: string[] = [];

  armFound(names: readonly string[]): Promise<number> {
    this.armed.push(...names);
    return Promise.resolve(names.length);
  }
}

describe('Sweep', () => {
  it('arms what is due at once and again and again, one sweep at a time', async () => {
    const lanes = new NotingLanes();
    let asking = 0;
    let most = 0;
    const sweep = new Sweep(lanes, {
      logger: new TestLogger(),
      everyMs: 5,
      findDue: async () => {
        most = Math.max(most, ++asking);
        await sleep(10);
        asking--;
        return ['deliver:a'];
      },
    });
    sweep.start();
    void sweep.sweep();
    await until('it swept three times', () => lanes.armed.length >= 3);
    await sweep.stop();
    const armed = lanes.armed.length;
    await sleep(50);
    expect(lanes.armed).toHaveLength(armed);
    expect(most).toBe(1);
  });

  it('goes on after the database could not be asked', async () => {
    const lanes = new NotingLanes();
    const logger = new TestLogger();
    let asked = 0;
    const sweep = new Sweep(lanes, {
      logger,
      everyMs: 5,
      findDue: () => (asked++ === 0 ? Promise.reject(new Error('away')) : Promise.resolve(['deliver:a'])),
    });
    sweep.start();
    await until('it armed', () => lanes.armed.length > 0);
    await sweep.stop();
    expect(logger.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { reason: 'away' } }),
    );
  });

  it('arms no more than its limit, and comes back soon for the rest', async () => {
    const lanes = new NotingLanes();
    const due = Array.from({ length: 5 }, (_, index) => `deliver:${String(index)}`);
    const sweep = new Sweep(lanes, {
      logger: new TestLogger(),
      everyMs: 3_600_000,
      limit: 2,
      findDue: (limit) => Promise.resolve(due.splice(0, limit)),
    });
    sweep.start();
    await until('all are armed', () => lanes.armed.length === 5);
    await sweep.stop();
  });
});
