import { Backoff } from './backoff.js';
import type { LaneHandler, LaneOutcome } from './lane.js';
import { messageOf } from './lane-error.js';
import type { LaneLimits, LaneLogger, LaneObserver } from './options.js';

/** A lane that is waiting for its turn or running here. */
interface Turn {
  readonly id: string;
  running: boolean;
  /** Runs since it came in. */
  runs: number;
  /** Nudged since its run began. */
  nudged: boolean;
  /** Jobs that the run under way, or the next when none is, will satisfy. */
  jobs: (() => void)[];
  /** Jobs that came while it was running: they want a run that begins after them. */
  laterJobs: (() => void)[];
}

export interface RunnerParts {
  readonly kind: string;
  readonly handler: LaneHandler;
  readonly concurrency: number;
  readonly limits: LaneLimits;
  readonly logger: LaneLogger;
  readonly observer: LaneObserver | undefined;
  /** Writes to the store that the lane is to be run, so that any process can. */
  readonly arm: (id: string, delayMs: number) => Promise<void>;
}

/**
 * Runs the lanes of one kind in this process, whether a BullMQ job or a nudge brought them: at most `concurrency` at
 * once, never one lane twice at once, first come first served, and a lane with more to do goes to the end of the line.
 */
export class LaneRunner {
  readonly #turns = new Map<string, Turn>();
  readonly #running = new Map<Turn, AbortController>();
  readonly #backoff: Backoff;
  #ready: Turn[] = [];
  #stopping = false;
  /** The store was away: until then lanes stay here rather than wait for it once more. */
  #keepUntil = 0;
  #idle: (() => void)[] = [];

  constructor(private readonly parts: RunnerParts) {
    this.#backoff = new Backoff(parts.limits.backoffMs, parts.limits.longestBackoffMs);
  }

  /** For a job: resolves after a run that began after the call, when what it left behind is armed. */
  async run(id: string): Promise<void> {
    if (this.#stopping) {
      await this.#arm(id, 0);
      return;
    }
    const turn = this.#turns.get(id) ?? this.#enter(id);
    await new Promise<void>((resolve) => {
      (turn.running ? turn.laterJobs : turn.jobs).push(resolve);
    });
  }

  /**
   * Asks for a run soon. A lane that failed here waits for the end of its back-off instead, for which it is armed.
   *
   * @returns false when too many lanes wait here, or the runner is stopping: the lane is to be armed in the store
   */
  nudge(id: string): boolean {
    if (this.#stopping) return false;
    if (this.backingOff(id)) return true;
    const turn = this.#turns.get(id);
    if (turn) {
      turn.nudged = turn.running;
      return true;
    }
    if (this.#ready.length >= this.parts.limits.readyLanes) return false;
    this.#enter(id);
    return true;
  }

  backingOff(id: string): boolean {
    return this.#backoff.waiting(id, performance.now());
  }

  get depth(): { running: number; ready: number } {
    return { running: this.#running.size, ready: this.#ready.length };
  }

  /** Starts no further run. Lanes that wait here are armed in the store, for another process or the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const waiting = this.#ready;
    this.#ready = [];
    await Promise.all(
      waiting.map(async (turn) => {
        await this.#handBack(turn);
        this.#turns.delete(turn.id);
      }),
    );
  }

  /** Resolves when no handler runs any more. */
  async idle(): Promise<void> {
    if (this.#running.size === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Tells running handlers to end. */
  abort(reason: Error): void {
    for (const controller of this.#running.values()) controller.abort(reason);
  }

  #enter(id: string): Turn {
    const turn: Turn = { id, running: false, runs: 0, nudged: false, jobs: [], laterJobs: [] };
    this.#turns.set(id, turn);
    this.#line(turn);
    return turn;
  }

  /** Puts the lane at the end of the line. Whoever asked for it so far is served by its next run. */
  #line(turn: Turn): void {
    turn.running = false;
    turn.nudged = false;
    turn.jobs.push(...turn.laterJobs.splice(0));
    this.#ready.push(turn);
    queueMicrotask(() => {
      this.#pump();
    });
  }

  #pump(): void {
    while (this.#running.size < this.parts.concurrency && !this.#stopping) {
      const turn = this.#ready.shift();
      if (!turn) return;
      void this.#take(turn);
    }
  }

  /** One run and what follows from it. Never rejects. */
  async #take(turn: Turn): Promise<void> {
    const controller = new AbortController();
    this.#running.set(turn, controller);
    turn.running = true;
    turn.runs++;
    let again = await this.#settle(turn, await this.#call(turn.id, controller));
    // Asked for once more since that was decided: a job that was released may be back already.
    again ||= turn.nudged || turn.laterJobs.length > 0;
    if (again && this.#stopping) again = await this.#handBack(turn);
    this.#running.delete(turn);
    if (again) this.#line(turn);
    else this.#turns.delete(turn.id);
    if (this.#running.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
    this.#pump();
  }

  async #call(id: string, controller: AbortController): Promise<LaneOutcome | 'failed'> {
    const { kind, handler, limits, logger, observer } = this.parts;
    const began = performance.now();
    const limit = setTimeout(() => {
      logger.warn('a lane runs for too long and is told to stop', { kind, lane: id, runMs: limits.runMs });
      controller.abort(new Error(`ran longer than ${String(limits.runMs)} ms`));
    }, limits.runMs).unref();
    try {
      const outcome = await handler({ kind, id }, controller.signal);
      observer?.ran(kind, performance.now() - began, false);
      return outcome;
    } catch (error) {
      observer?.ran(kind, performance.now() - began, true);
      const { attempt, delayMs } = this.#backoff.failed(id, performance.now());
      logger.error('a lane failed and is run again after a while', {
        ...{ kind, lane: id, attempt, delayMs, reason: messageOf(error) },
        error,
      });
      await this.#arm(id, delayMs);
      return 'failed';
    } finally {
      clearTimeout(limit);
    }
  }

  /** @returns whether the lane is to run again here */
  async #settle(turn: Turn, outcome: LaneOutcome | 'failed'): Promise<boolean> {
    const failed = outcome === 'failed';
    if (failed) turn.nudged = false;
    else {
      this.#backoff.succeeded(turn.id);
      if (outcome.dueInMs !== undefined && outcome.dueInMs > 0) await this.#arm(turn.id, outcome.dueInMs);
    }
    const more = !failed && (outcome.more || (outcome.dueInMs !== undefined && outcome.dueInMs <= 0));
    if (!more) release(turn.jobs);
    if (!more && !turn.nudged && turn.laterJobs.length === 0) return false;
    if (this.#stopping) return this.#handBack(turn);
    const enough = turn.runs >= this.parts.limits.runsInARow && performance.now() >= this.#keepUntil;
    return enough ? this.#handBack(turn) : true;
  }

  /**
   * Gives the lane back to the store, where it is behind all others; its jobs end, for the arming stands for them.
   * When the store is away the lane stays here, so that work goes on.
   *
   * @returns whether the lane is to run again here
   */
  async #handBack(turn: Turn): Promise<boolean> {
    turn.running = true;
    turn.nudged = false;
    turn.runs = 0;
    const covered = [...turn.jobs.splice(0), ...turn.laterJobs.splice(0)];
    const armed = await this.#arm(turn.id, 0);
    if (this.#stopping) {
      release(covered);
      return false;
    }
    if (armed) release(covered);
    else {
      turn.jobs.push(...covered);
      this.#keepUntil = performance.now() + this.parts.limits.storeTimeoutMs;
    }
    return !armed;
  }

  /**
   * A lane that cannot be armed is left to the sweep: the work itself is in the database.
   *
   * @returns whether the store has it
   */
  async #arm(id: string, delayMs: number): Promise<boolean> {
    try {
      await this.parts.arm(id, delayMs);
      return true;
    } catch (error) {
      const { kind, logger } = this.parts;
      logger.warn('a lane could not be armed again; the sweep will', {
        ...{ kind, lane: id, delayMs, reason: messageOf(error) },
      });
      return false;
    }
  }
}

const release = (jobs: (() => void)[]): void => {
  for (const done of jobs.splice(0)) done();
};
