import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '#kernel';
import { beginLook, endLook, membership, type Membership } from '#store';
import type { Member } from './member.js';
import type { FederationParts } from './parts.js';
import type { Province } from './province.js';

export interface LoopOptions {
  /** From one look to the next, in milliseconds; each is a fifth earlier or later by chance. */
  readonly everyMs: number;
  readonly random: () => number;
  /** A look that failed: the next one comes in its time. */
  readonly onFault: (error: Fault | Error) => void;
}

/** Why it looks: its time has come, something here has changed, or somebody waits for the directory. */
type Cause = 'time' | 'change' | 'question';

/** After a change of the set-up, before it is told: changes come together. In milliseconds. */
const settleMs = 500;

/** From one try to the next while another process is looking, in milliseconds. */
const busyMs = 500;

/**
 * Keeps this node and the directory at one: a province publishes what has changed, any other node announces what has
 * changed of itself and pulls the directory. Runs in every door; of several at once one looks.
 */
export class FederationLoop {
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private stops: (() => Promise<void>)[] = [];
  private wanted: Cause = 'time';
  private settling: NodeJS.Timeout | undefined;
  private wake: () => void = () => undefined;

  constructor(
    private readonly parts: FederationParts,
    private readonly province: Province,
    private readonly member: Member,
    private readonly options: LoopOptions,
  ) {}

  async start(): Promise<void> {
    const { sql } = this.parts;
    this.stops = [
      await sql.listen('directory_wanted', () => this.look()),
      await sql.listen('node_key_changed', () => this.soon()),
      await sql.listen('setup_changed', () => this.soon()),
    ];
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    clearTimeout(this.settling);
    this.wake();
    for (const stop of this.stops) await stop();
    await this.running;
  }

  /** Looks now, or again as soon as the look under way is done. */
  look(): void {
    this.because('question');
  }

  private because(cause: 'change' | 'question'): void {
    if (this.wanted !== 'question') this.wanted = cause;
    this.wake();
  }

  private soon(): void {
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      this.because('change');
    }, settleMs);
    this.settling.unref();
  }

  private async run(): Promise<void> {
    const { everyMs, random, onFault } = this.options;
    while (!this.ending.signal.aborted) {
      const cause = this.wanted;
      this.wanted = 'time';
      const looked = await this.once(cause).catch((error: unknown) => {
        onFault(error instanceof Error ? error : new Error(String(error)));
        return true;
      });
      if (looked || cause === 'time') await this.idle(everyMs * (0.8 + 0.4 * random()));
      else await this.again(cause);
    }
  }

  private async idle(ms: number): Promise<void> {
    if (this.wanted !== 'time' || this.ending.signal.aborted) return;
    const woken = new AbortController();
    this.wake = () => woken.abort();
    await pause(ms, undefined, { signal: woken.signal, ref: false }).catch(() => undefined);
    this.wake = () => undefined;
  }

  /** What was wished for while another process looked may have come too late for its look. */
  private async again(cause: 'change' | 'question'): Promise<void> {
    await this.idle(busyMs);
    this.because(cause);
  }

  /**
   * In its time one process of several looks; when somebody waits for it any that is free. No lock is held meanwhile.
   *
   * @returns false: another process is at it
   */
  private async once(cause: Cause): Promise<boolean> {
    const { sql, now } = this.parts;
    const known = await membership(sql);
    if (!known) return true;
    const justNow = now() - (known.checkedAt ?? 0) < this.options.everyMs / 2;
    if (cause === 'time' && justNow) return true;
    const look = await beginLook(sql);
    if (look === undefined) return false;
    try {
      await this.lookAs(known, cause);
    } finally {
      await endLook(sql, look);
    }
    return true;
  }

  private async lookAs(known: Membership, cause: Cause): Promise<void> {
    const { self } = this.parts;
    if (known.province === self.code) {
      const published = await this.province.publish({ reason: 'what it says has changed' }, false);
      if (!published.ok) this.options.onFault(published.error);
      return;
    }
    const announced = await this.member.announce(known);
    if (!announced.ok) this.options.onFault(announced.error);
    const news = announced.ok && announced.value;
    if (cause === 'change' && announced.ok && !news) return;
    const pulled = await this.member.pull(known, announced.ok ? undefined : announced.error);
    if (!pulled.ok) this.options.onFault(pulled.error);
    await this.member.watchAge();
  }
}
