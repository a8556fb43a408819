import type { Lanes } from './lanes.js';
import { gate, LaneBench, sleep, until } from './testing/harness.js';
import { testStores, type TestStore } from './testing/stores.js';

describe.each(testStores)('lanes on %s', (_name, start) => {
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
    kind = `kind-${String(kinds++)}`;
  });

  afterEach(async () => {
    await bench.close();
  });

  it('runs an armed lane in another process, and is quiet afterwards', async () => {
    const gateway = await open();
    const worker = await open();
    const runs: string[] = [];
    worker.handle(kind, (lane) => {
      runs.push(`${lane.kind} ${lane.id}`);
      return Promise.resolve({ more: false });
    });
    await worker.start();
    await gateway.arm(kind, 'dalian');
    await until('the lane ran', () => runs.length > 0);
    await sleep(200);
    expect(runs).toEqual([`${kind} dalian`]);
    expect((await worker.depth())[kind]).toEqual({
      waiting: 0,
      delayed: 0,
      active: 0,
      runningHere: 0,
      readyHere: 0,
    });
  });

  it('runs every lane after its last arming, in a storm of armings from several processes', async () => {
    const processes = await Promise.all([open(), open(), open()]);
    const ids = Array.from({ length: 12 }, (_, index) => `lane-${String(index)}`);
    const armed = new Map<string, number>();
    const seen = new Map<string, number>();
    for (const lanes of processes) {
      lanes.handle(
        kind,
        async ({ id }) => {
          const before = armed.get(id) ?? 0;
          await sleep(Math.random() * 4);
          seen.set(id, Math.max(seen.get(id) ?? 0, before));
          return { more: false };
        },
        { concurrency: 3 },
      );
      await lanes.start();
    }
    let clock = 0;
    const storm = processes.map(async (lanes, index) => {
      for (let i = 0; i < 250; i++) {
        const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
        armed.set(id, ++clock);
        const how = (i + index) % 4;
        if (how === 0) lanes.nudge(kind, id);
        else if (how === 1) await lanes.arm(kind, id, Math.ceil(Math.random() * 40));
        else await lanes.arm(kind, id);
      }
    });
    await Promise.all(storm);
    await until('every lane saw its last arming', () => ids.every((id) => seen.get(id) === armed.get(id)));
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(armed));
  });

  it('runs a lane again when it is armed while it runs, and once only for many armings', async () => {
    const lanes = await open();
    const held = gate();
    let runs = 0;
    lanes.handle(kind, async () => {
      runs++;
      if (runs === 1) await held.opened;
      return { more: false };
    });
    await lanes.start();
    await lanes.arm(kind, 'a');
    await until('the first run began', () => runs === 1);
    for (let i = 0; i < 5; i++) await lanes.arm(kind, 'a');
    held.open();
    await until('the second run', () => runs === 2);
    await sleep(300);
    expect(runs).toBe(2);
  });

  it.each([
    ['now after later', [60_000, 0], 1],
    ['soon after later', [60_000, 300], 1],
    ['later after soon', [300, 60_000], 1],
    ['soon and a little later', [200, 900], 2],
  ])('keeps the earlier of two armings: %s', async (_case, delays, expected) => {
    const lanes = await open();
    const runs: number[] = [];
    lanes.handle(kind, () => {
      runs.push(performance.now());
      return Promise.resolve({ more: false });
    });
    await lanes.start();
    const began = performance.now();
    for (const delay of delays) await lanes.arm(kind, 'a', delay);
    await until('it ran', () => runs.length >= expected);
    await sleep(400);
    expect(runs).toHaveLength(expected);
    expect((runs[0] ?? 0) - began).toBeGreaterThanOrEqual(Math.min(...delays) - 5);
  });

  it('runs a lane again at once while it has more, and later when it says when', async () => {
    const lanes = await open({ runsInARow: 3 });
    const outcomes = [
      ...Array.from({ length: 10 }, () => ({ more: true })),
      { more: false, dueInMs: 200 },
      { more: false },
    ];
    const times: number[] = [];
    lanes.handle(kind, () => {
      const outcome = outcomes[times.length] ?? { more: false };
      times.push(performance.now());
      return Promise.resolve(outcome);
    });
    await lanes.start();
    await lanes.arm(kind, 'a');
    await until('all runs', () => times.length >= outcomes.length);
    await sleep(200);
    expect(times).toHaveLength(outcomes.length);
    expect((times[11] ?? 0) - (times[10] ?? 0)).toBeGreaterThanOrEqual(195);
  });

  it('lets other lanes have their turn while one always has more', async () => {
    const lanes = await open({ runsInARow: 4 });
    let stop = false;
    const ran = new Set<string>();
    lanes.handle(
      kind,
      async ({ id }) => {
        ran.add(id);
        await sleep(1);
        return { more: id === 'busy' && !stop };
      },
      { concurrency: 1 },
    );
    await lanes.start();
    await lanes.arm(kind, 'busy');
    await until('busy runs', () => ran.has('busy'));
    await lanes.armMany(['a', 'b', 'c'].map((id) => ({ kind, id })));
    await until('the others ran', () => ran.size === 4);
    stop = true;
  });

  it('never runs one lane twice at once in a process, nor more lanes than allowed', async () => {
    const lanes = await open();
    const running = new Map<string, number>();
    let most = 0;
    let twice = false;
    let runs = 0;
    lanes.handle(
      kind,
      async ({ id }) => {
        running.set(id, (running.get(id) ?? 0) + 1);
        twice ||= (running.get(id) ?? 0) > 1;
        most = Math.max(
          most,
          Array.from(running.values()).reduce((sum, count) => sum + count, 0),
        );
        await sleep(Math.random() * 5);
        running.set(id, (running.get(id) ?? 0) - 1);
        runs++;
        return { more: Math.random() < 0.2 };
      },
      { concurrency: 3 },
    );
    await lanes.start();
    for (let i = 0; i < 300; i++) {
      const id = `lane-${String(i % 7)}`;
      if (i % 3 === 0) await lanes.arm(kind, id);
      else lanes.nudge(kind, id);
      if (i % 10 === 0) await sleep(2);
    }
    await until('it ran a lot', () => runs > 50);
    await until('all is quiet', () => Array.from(running.values()).every((count) => count === 0));
    expect(twice).toBe(false);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('runs a lane whose handler throws again after a growing wait, and the process lives', async () => {
    const lanes = await open({ backoffMs: 50, longestBackoffMs: 400 });
    const times: number[] = [];
    lanes.handle(kind, () => {
      times.push(performance.now());
      if (times.length < 4) throw new Error('the port is closed');
      return Promise.resolve({ more: false });
    });
    await lanes.start();
    await lanes.arm(kind, 'a');
    await until('it succeeded', () => times.length === 4);
    await sleep(500);
    expect(times).toHaveLength(4);
    const failures = bench.logger.lines.filter(({ level }) => level === 'error');
    expect(failures.map(({ fields }) => fields['attempt'])).toEqual([1, 2, 3]);
    expect(failures[0]?.fields).toMatchObject({ kind, lane: 'a', reason: 'the port is closed' });
  });
});
