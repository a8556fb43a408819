import fc from 'fast-check';
import { LaneRunner } from './lane-runner.js';
import { laneDefaults, type LaneLimits } from './options.js';
import { TestLogger } from './testing/harness.js';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A queue store in memory with BullMQ's promise: one job for each lane, and one more while that runs. */
class MemoryStore {
  readonly #waiting = new Set<string>();
  readonly #active = new Set<string>();
  #timers = 0;
  run: (id: string) => Promise<void> = () => Promise.resolve();

  async arm(id: string, delayMs: number): Promise<void> {
    await tick();
    if (delayMs === 0) {
      this.#waiting.add(id);
      this.#take();
      return;
    }
    this.#timers++;
    setTimeout(() => {
      this.#timers--;
      this.#waiting.add(id);
      this.#take();
    }, delayMs);
  }

  get quiet(): boolean {
    return this.#waiting.size === 0 && this.#active.size === 0 && this.#timers === 0;
  }

  #take(): void {
    for (const id of this.#waiting) {
      if (this.#active.has(id)) continue;
      this.#waiting.delete(id);
      this.#active.add(id);
      void this.run(id).then(() => {
        this.#active.delete(id);
        this.#take();
      });
    }
  }
}

interface World {
  readonly store: MemoryStore;
  readonly runner: LaneRunner;
  /** Counts requests and runs: the time of this world. */
  clock: number;
  readonly lastBegun: Map<string, number>;
  running: string[];
  readonly broken: string[];
}

const behaviours = ['done', 'done', 'more', 'due', 'throws'] as const;

function world(
  limits: Partial<LaneLimits>,
  concurrency: number,
  script: readonly (readonly [number, number])[],
): World {
  const store = new MemoryStore();
  let step = 0;
  const runner = new LaneRunner({
    kind: 'deliver',
    concurrency,
    limits: { ...laneDefaults, backoffMs: 2, longestBackoffMs: 4, ...limits },
    logger: new TestLogger(),
    observer: undefined,
    arm: (id, delayMs) => store.arm(id, delayMs),
    handler: async ({ id }) => {
      if (made.running.includes(id)) made.broken.push(`${id} ran twice at once`);
      made.running.push(id);
      if (made.running.length > concurrency) made.broken.push('too many ran at once');
      made.lastBegun.set(id, ++made.clock);
      const [behaviour, ticks] = script[step++] ?? [0, 0];
      for (let i = 0; i < ticks; i++) await tick();
      made.running = made.running.filter((other) => other !== id);
      const what = behaviours[behaviour];
      if (what === 'throws') throw new Error('as told');
      return what === 'due' ? { more: false, dueInMs: 1 } : { more: what === 'more' };
    },
  });
  const made: World = { store, runner, clock: 0, lastBegun: new Map(), running: [], broken: [] };
  store.run = (id) => runner.run(id);
  return made;
}

async function quiet({ store, runner }: World): Promise<void> {
  const end = performance.now() + 2_000;
  for (let still = 0; still < 5;) {
    if (performance.now() > end) throw new Error('a lane or a job waits for ever');
    await tick();
    const { running, ready } = runner.depth;
    still = store.quiet && running + ready === 0 ? still + 1 : 0;
  }
}

const limits = fc.record({
  readyLanes: fc.integer({ min: 0, max: 3 }),
  runsInARow: fc.integer({ min: 1, max: 4 }),
});
const script = fc.array(
  fc.tuple(fc.integer({ min: 0, max: behaviours.length - 1 }), fc.integer({ min: 0, max: 3 })),
  { maxLength: 40 },
);
const requests = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    nudge: fc.boolean(),
    pause: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('LaneRunner', () => {
  it('runs each lane after it was last asked for, one at a time, whatever comes in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits,
        fc.integer({ min: 1, max: 3 }),
        script,
        requests,
        async (bounds, slots, acts, asked) => {
          const made = world(bounds, slots, acts);
          const lastAsked = new Map<string, number>();
          for (const { id, nudge, pause } of asked) {
            lastAsked.set(id, ++made.clock);
            if (!nudge || !made.runner.nudge(id)) void made.store.arm(id, 0);
            for (let i = 0; i < pause; i++) await tick();
          }
          await tick();
          await quiet(made);
          expect(made.broken).toEqual([]);
          for (const [id, at] of lastAsked) expect(made.lastBegun.get(id) ?? 0).toBeGreaterThan(at);
        },
      ),
      { numRuns: 300, endOnFailure: true, verbose: 1 },
    );
  });

  it('hands every waiting lane back when it stops, and starts none', async () => {
    const made = world({}, 1, [[0, 3]]);
    const back: string[] = [];
    for (const id of ['a', 'b', 'c']) made.runner.nudge(id);
    await tick();
    made.store.run = (id) => {
      back.push(id);
      return Promise.resolve();
    };
    await made.runner.stop();
    await made.runner.idle();
    await quiet(made);
    expect([...made.lastBegun.keys()]).toEqual(['a']);
    expect(back.sort()).toEqual(['b', 'c']);
    expect(made.runner.nudge('d')).toBe(false);
  });

  it('goes on here with a lane that has more when the store is away', async () => {
    let runs = 0;
    const runner = new LaneRunner({
      kind: 'deliver',
      concurrency: 1,
      limits: { ...laneDefaults, runsInARow: 2 },
      logger: new TestLogger(),
      observer: undefined,
      arm: () => Promise.reject(new Error('away')),
      handler: () => Promise.resolve({ more: ++runs < 9 }),
    });
    runner.nudge('a');
    for (let i = 0; i < 50; i++) await tick();
    expect(runs).toBe(9);
    expect(runner.depth).toEqual({ running: 0, ready: 0 });
  });
});
