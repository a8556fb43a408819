import { messageOf } from './lane-error.js';
import type { Lanes } from './lanes.js';
import type { LaneLogger } from './options.js';

export interface SweepOptions {
  /** Names (`<kind>:<id>`) of lanes that have work due, at most `limit` of them; asks the database, not the queue. */
  readonly findDue: (limit: number, signal: AbortSignal) => Promise<readonly string[]>;
  readonly logger: LaneLogger;
  /** Time between two sweeps, drawn anew each time within a fifth more or less, so that processes spread out. */
  readonly everyMs?: number;
  /** Most lanes armed by one sweep; when it finds as many, the next one follows at once. */
  readonly limit?: number;
}

export const sweepDefaults = { everyMs: 15_000, limit: 1_000 } as const;

/**
 * Arms the lanes that have work due, whatever the queue store knows: what makes its loss harmless. A lane that has a
 * waiting job already is not given a second one.
 *
 * Why a timer in each process and no BullMQ job scheduler: a scheduler lives in the very store whose loss the sweep is
 * there to mend. Several processes that sweep cost one indexed query each and arm the same jobs.
 */
export class Sweep {
  readonly #stopped = new AbortController();
  readonly #everyMs: number;
  readonly #limit: number;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<number> | undefined;

  constructor(
    private readonly lanes: Pick<Lanes, 'armFound'>,
    private readonly options: SweepOptions,
  ) {
    this.#everyMs = options.everyMs ?? sweepDefaults.everyMs;
    this.#limit = options.limit ?? sweepDefaults.limit;
  }

  /** Sweeps at once, which finds what was left when the process ended, and then again and again. */
  start(): void {
    this.#schedule(0);
  }

  /** One sweep; one that is under way already is joined. Never fails. @returns the number of lanes armed */
  sweep(): Promise<number> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  /** Stops and waits for the sweep under way. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    await this.#sweeping;
  }

  #schedule(delayMs: number): void {
    if (this.#stopped.signal.aborted) return;
    this.#timer = setTimeout(() => {
      void this.sweep().then((armed) => {
        const pause = this.#everyMs * (0.8 + Math.random() * 0.4);
        this.#schedule(armed >= this.#limit ? Math.min(1_000, pause) : pause);
      });
    }, delayMs);
  }

  async #sweep(): Promise<number> {
    try {
      const names = await this.options.findDue(this.#limit, this.#stopped.signal);
      return this.#stopped.signal.aborted ? 0 : await this.lanes.armFound(names.slice(0, this.#limit));
    } catch (error) {
      if (!this.#stopped.signal.aborted) {
        this.options.logger.warn('a sweep failed; the next one tries again', { reason: messageOf(error) });
      }
      return 0;
    }
  }
}
