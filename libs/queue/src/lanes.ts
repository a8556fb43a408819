import { Arms } from './arms.js';
import { assertKind, assertLane, parseLane, type Lane, type LaneHandler } from './lane.js';
import { LaneError, messageOf, thinned } from './lane-error.js';
import { LaneRunner } from './lane-runner.js';
import { laneDefaults, type LaneLimits, type LanesOptions } from './options.js';
import { openStore } from './open-store.js';
import type { OpenStore, StoreWorker } from './store.js';
import { within } from './within.js';

/** Lanes of one kind: in the store by state (of all processes), and in this process. */
export interface LaneDepth {
  /** Jobs that can be taken now. */
  readonly waiting: number;
  /** Jobs that become due later. */
  readonly delayed: number;
  /** Jobs taken by some process. */
  readonly active: number;
  /** Lanes running in this process. */
  readonly runningHere: number;
  /** Lanes waiting for their turn in this process. */
  readonly readyHere: number;
}

/**
 * The clock and the hands of the hub: says which lane has work and runs its handler, in this process or in another.
 * It holds no work itself, so that losing it loses nothing (`Sweep`).
 *
 * @example
 * const lanes = await Lanes.open({ store: { postgres: { url } }, logger });
 * lanes.handle('normalise', ({ id }, signal) => normaliseBatch(id, signal), { concurrency: 4 });
 * await lanes.start();
 * lanes.nudge('normalise', participantId);          // after the commit of what is to be normalised
 * await lanes.arm('deliver', destinationId, 30_000); // the next attempt
 */
export class Lanes {
  readonly #limits: LaneLimits;
  readonly #arms = new Map<string, Arms>();
  readonly #runners = new Map<string, { runner: LaneRunner; concurrency: number }>();
  readonly #workers: StoreWorker[] = [];
  #started = false;
  #closing: Promise<void> | undefined;

  private constructor(
    private readonly store: OpenStore,
    private readonly options: LanesOptions,
  ) {
    this.#limits = { ...laneDefaults, ...options.limits };
  }

  /**
   * Connects to the store and makes it ready (PostgreSQL: migrates the schema `bullmq`).
   *
   * @throws LaneError QUEUE_UNAVAILABLE when the store cannot be reached
   */
  static async open(options: LanesOptions): Promise<Lanes> {
    const limits = { ...laneDefaults, ...options.limits };
    const store = await openStore(options.store, {
      ...limits,
      failed: thinned((error, more) => {
        options.logger.warn('the queue store reports an error', { reason: messageOf(error), more });
      }),
    });
    return new Lanes(store, options);
  }

  /** Says who runs the lanes of a kind in this process. Before `start`, once for each kind. */
  handle(kind: string, handler: LaneHandler, { concurrency }: { concurrency?: number } = {}): void {
    assertKind(kind);
    if (this.#started) throw new Error(`lanes are started: too late to handle ${kind}`);
    if (this.#runners.has(kind)) throw new Error(`lanes of kind ${kind} have a handler already`);
    const slots = concurrency ?? this.#limits.concurrency;
    const runner = new LaneRunner({
      kind,
      handler,
      concurrency: slots,
      limits: this.#limits,
      logger: this.options.logger,
      observer: this.options.observer,
      arm: (id, delayMs) => this.#armsOf(kind).arm(id, delayMs),
    });
    this.#runners.set(kind, { runner, concurrency: slots });
  }

  /** Begins to take jobs of the kinds that have a handler here. A process that only arms need not start. */
  async start(): Promise<void> {
    if (this.#started) return;
    this.store.assertRoomFor(this.#runners.size);
    this.#started = true;
    for (const [kind, { runner, concurrency }] of this.#runners) {
      this.#workers.push(await this.store.worker(kind, { concurrency, run: (id) => runner.run(id) }));
    }
  }

  /**
   * Sees to it that the lane is run, by whichever process: at once, or once the delay is over and at most an eighth of it
   * later. Each arming counts: an earlier one is not put off by a later one.
   *
   * @param delayMs milliseconds; 0 means now
   * @returns when the store has it
   * @throws LaneError QUEUE_UNAVAILABLE, QUEUE_FULL, QUEUE_CLOSED, QUEUE_LANE_INVALID
   */
  async arm(kind: string, id: string, delayMs = 0): Promise<void> {
    assertLane({ kind, id });
    if (this.#closing) throw new LaneError('QUEUE_CLOSED');
    await this.#armsOf(kind).arm(id, delayMs);
  }

  /** Arms several lanes, with one statement for each kind. */
  async armMany(lanes: Iterable<Lane>, delayMs = 0): Promise<void> {
    await Promise.all(Array.from(lanes, ({ kind, id }) => this.arm(kind, id, delayMs)));
  }

  /**
   * Has the lane run soon: here and without a way through the store when its kind is handled here, armed otherwise.
   * Never fails and is not durable; when it gets lost the sweep finds the work.
   */
  nudge(kind: string, id: string): void {
    assertLane({ kind, id });
    if (this.#closing) return;
    if (this.#started && this.#runners.get(kind)?.runner.nudge(id)) return;
    this.arm(kind, id).catch((error: unknown) => {
      this.options.logger.warn('a lane could not be armed; the sweep will', {
        ...{ kind, lane: id, reason: messageOf(error) },
      });
    });
  }

  /** Arms lanes that a sweep found by name, except those whose back-off runs here: they are armed for its end. */
  async armFound(names: readonly string[]): Promise<number> {
    const lanes = names
      .map(parseLane)
      .filter(({ kind, id }) => !this.#runners.get(kind)?.runner.backingOff(id));
    await this.armMany(lanes);
    return lanes.length;
  }

  /**
   * How much is waiting, for each kind armed or handled by this process.
   *
   * @throws LaneError QUEUE_UNAVAILABLE
   */
  async depth(): Promise<Record<string, LaneDepth>> {
    const kinds = new Set([...this.#arms.keys(), ...this.#runners.keys()]);
    const depths = await Promise.all(
      Array.from(kinds, async (kind) => [kind, await this.#depthOf(kind)] as const),
    );
    return Object.fromEntries(depths);
  }

  /** Lanes of a kind that run in this process now. */
  running(kind: string): number {
    return this.#runners.get(kind)?.runner.depth.running ?? 0;
  }

  /**
   * Takes nothing more, waits for running handlers up to a bound, then aborts their signals, and closes the
   * connections. Lanes that waited here are armed in the store. Can be called twice.
   */
  async close(): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
  }

  async #close(): Promise<void> {
    const { closeMs, abortMs, storeTimeoutMs } = this.#limits;
    const runners = [...this.#runners.values()].map(({ runner }) => runner);
    const stopped = Promise.all([
      ...this.#workers.map((worker) => worker.pause(true)),
      ...runners.map((runner) => runner.stop()),
    ]);
    await this.#bounded(closeMs, 'hand back waiting lanes', stopped);
    const idle = Promise.all(runners.map((runner) => runner.idle()));
    let quiet = await this.#bounded(closeMs, 'wait for running lanes', idle);
    if (!quiet) {
      for (const runner of runners) runner.abort(new LaneError('QUEUE_CLOSED'));
      quiet = await this.#bounded(abortMs, 'wait for aborted lanes', idle);
    }
    const arms = [...this.#arms.values()];
    const ended = Promise.all(this.#workers.map((worker) => worker.close(!quiet)));
    await this.#bounded(abortMs, 'close the workers', ended);
    await this.#bounded(
      storeTimeoutMs,
      'write the last lanes',
      Promise.all(arms.map((each) => each.settled())),
    );
    await this.#bounded(abortMs, 'close the queues', Promise.all(arms.map((each) => each.close())));
    await this.#bounded(abortMs, 'close the queue store', this.store.close());
  }

  /** One step of closing. What fails or takes too long is told, and the next step is taken. */
  async #bounded(limitMs: number, step: string, work: Promise<unknown>): Promise<boolean> {
    try {
      await within(limitMs, work);
      return true;
    } catch (error) {
      this.options.logger.warn('closing the lanes: a step was not finished', {
        step,
        reason: messageOf(error),
      });
      return false;
    }
  }

  async #depthOf(kind: string): Promise<LaneDepth> {
    const counts = await this.#armsOf(kind).counts();
    const here = this.#runners.get(kind)?.runner.depth ?? { running: 0, ready: 0 };
    return {
      waiting: counts['waiting'] ?? 0,
      delayed: counts['delayed'] ?? 0,
      active: counts['active'] ?? 0,
      runningHere: here.running,
      readyHere: here.ready,
    };
  }

  #armsOf(kind: string): Arms {
    const known = this.#arms.get(kind);
    if (known) return known;
    const arms = new Arms(kind, this.store, this.#limits);
    this.#arms.set(kind, arms);
    return arms;
  }
}
