import { LaneError } from './lane-error.js';
import type { Lanes } from './lanes.js';
import { Sweep } from './sweep.js';
import { gate, LaneBench, sleep, until } from './testing/harness.js';
import { testStores, type TestStore } from './testing/stores.js';

describe.each(testStores)('lanes on %s, when things go wrong', (_name, start) => {
  let server: TestStore;
  let bench: LaneBench;
  let kinds = 0;
  let kind: string;

  const open = (limits = {}): Promise<Lanes> => bench.open(server.store, limits);

  beforeAll(async () => {
    server = await start();
  });

  afterAll(async () => {
    await server.remove();
  });

  beforeEach(() => {
    bench = new LaneBench();
    kind = `outage-${String(kinds++)}`;
  });

  afterEach(async () => {
    await bench.close();
  });

  it('finds the work again after the whole queue store was emptied', async () => {
    const lanes = await open();
    const due = new Set(['a', 'b', 'c']);
    const held = gate();
    let emptied = false;
    lanes.handle(kind, async ({ id }) => {
      if (!emptied) await held.opened;
      else due.delete(id);
      return { more: false };
    });
    await lanes.start();
    await lanes.armMany(Array.from(due, (id) => ({ kind, id })));
    await lanes.arm(kind, 'd', 60_000);
    await server.empty();
    emptied = true;
    held.open();
    const findDue = (): Promise<string[]> => Promise.resolve(Array.from(due, (id) => `${kind}:${id}`));
    const sweep = new Sweep(lanes, { findDue, logger: bench.logger, everyMs: 200 });
    sweep.start();
    await until('all work is done', () => due.size === 0);
    await sweep.stop();
  });

  it('arms also for the first time after the whole queue store was emptied', async () => {
    const lanes = await open();
    const ran: string[] = [];
    lanes.handle(kind, ({ id }) => {
      ran.push(id);
      return Promise.resolve({ more: false });
    });
    await lanes.start();
    await server.empty();
    await lanes.arm(kind, 'a');
    await until('it has run', () => ran.includes('a'));
  });

  it('goes on after the server of the queue store was restarted', async () => {
    const lanes = await open({ reconnectMs: 200, runsInARow: 5 });
    const producer = await open();
    const due = new Set<string>();
    const runs = new Map<string, number>();
    const runsOf = (id: string): number => runs.get(id) ?? 0;
    let busy = true;
    lanes.handle(kind, async ({ id }) => {
      await sleep(5);
      due.delete(id);
      runs.set(id, runsOf(id) + 1);
      return { more: busy && id.startsWith('busy') };
    });
    await lanes.start();
    await producer.armMany(['busy-1', 'busy-2'].map((id) => ({ kind, id })));
    await until('lanes run', () => runsOf('busy-1') > 0 && runsOf('busy-2') > 0);

    await server.stop();
    await expect(producer.arm(kind, 'a')).rejects.toThrow(LaneError);
    producer.nudge(kind, 'lost');
    lanes.nudge(kind, 'local');
    await until('a nudged lane runs without the store', () => runsOf('local') > 0);
    await until('the lost arming was told', () => bench.logger.has('could not be armed'));
    const during = runsOf('busy-1');
    await until('a lane that runs goes on', () => runsOf('busy-1') > during + 10);
    await server.start();

    for (let i = 0; i < 20; i++) due.add(`after-${String(i)}`);
    const findDue = (): Promise<string[]> => Promise.resolve(Array.from(due, (id) => `${kind}:${id}`));
    const sweep = new Sweep(producer, { findDue, logger: bench.logger, everyMs: 300 });
    sweep.start();
    await until('all work is done', () => due.size === 0);
    await sweep.stop();
    busy = false;
    await producer.arm(kind, 'last');
    await until('an arming arrives again', () => runsOf('last') === 1);
  });

  it('waits for running lanes on closing, and leaves the others to the next process', async () => {
    const first = await open();
    const held = gate();
    const done: string[] = [];
    first.handle(
      kind,
      async ({ id }) => {
        await held.opened;
        done.push(id);
        return { more: false };
      },
      { concurrency: 1 },
    );
    await first.start();
    await first.arm(kind, 'a');
    await until('it runs', () => first.running(kind) === 1);
    for (const id of ['b', 'c']) first.nudge(kind, id);
    await first.arm(kind, 'd');
    const closed = first.close();
    await expect(first.arm(kind, 'e')).rejects.toThrow(/QUEUE_CLOSED/);
    await sleep(100);
    expect(done).toEqual([]);
    held.open();
    await closed;
    expect(done).toEqual(['a']);

    const second = await open();
    const later = new Set<string>();
    second.handle(kind, ({ id }) => {
      later.add(id);
      return Promise.resolve({ more: false });
    });
    await second.start();
    await until('the others ran', () => later.size === 3);
    expect([...later].sort()).toEqual(['b', 'c', 'd']);
  });

  it('aborts a lane that does not end when the process closes', async () => {
    const lanes = await open({ closeMs: 100, abortMs: 500 });
    let running = false;
    let aborted: unknown;
    lanes.handle(kind, (_lane, signal) => {
      running = true;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = signal.reason;
          reject(new Error('stopped'));
        });
      });
    });
    await lanes.start();
    lanes.nudge(kind, 'a');
    await until('it runs', () => running);
    await lanes.close();
    expect(aborted).toBeInstanceOf(LaneError);
    expect((await (await open()).depth())[kind]).toBeUndefined();
  });

  it('tells a lane that runs too long to stop', async () => {
    const lanes = await open({ runMs: 50 });
    let aborted = false;
    lanes.handle(kind, (_lane, signal) => {
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve({ more: false });
        });
      });
    });
    await lanes.start();
    lanes.nudge(kind, 'a');
    await until('it was told', () => aborted);
    expect(bench.logger.has('too long')).toBe(true);
  });

  it('has a lane of a process that died run by another', async () => {
    const first = await open({ lockMs: 500, closeMs: 50, abortMs: 50, storeTimeoutMs: 500 });
    let stuck = false;
    first.handle(kind, () => {
      stuck = true;
      return new Promise(() => undefined);
    });
    await first.start();
    await first.arm(kind, 'a');
    await until('it hangs', () => stuck);
    await first.close();

    const second = await open({ lockMs: 500 });
    let runs = 0;
    second.handle(kind, () => {
      runs++;
      return Promise.resolve({ more: false });
    });
    await second.start();
    await until('the other ran it', () => runs > 0);
  });
});
