import type { Fault } from '#kernel';
import type { BrokerSubscription } from '../settings.js';
import { pause } from '../within.js';
import type { InboundMessage, Taken } from './inbound-message.js';

/** Told how the subscriptions fare. */
export interface InboundWatch {
  /** Messages are read, or not, from now on. */
  readonly reading: (subscription: string, reads: boolean) => void;
  /** One message is durable. */
  readonly stored: (subscription: string) => void;
  /** A message cannot be stored now and waits; told once for each reason. */
  readonly held: (subscription: string, fault: Fault) => void;
  /** Reading broke, or could not begin; it is tried again. */
  readonly failed: (subscription: string, error: unknown) => void;
}

export interface ReceptionLimits {
  /** The first wait after a failure; doubled each time. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** A broker that wants to hear of a message in hand hears this often. */
  readonly aliveMs: number;
}

export const receptionLimits: ReceptionLimits = { firstMs: 200, mostMs: 15_000, aliveMs: 3_000 };

/**
 * What all subscriptions have in common, whatever the broker. A message that cannot be stored now is kept in hand,
 * unacknowledged, and tried again: giving it back would put it behind others, and the number in hand is bounded. The
 * broker has it again by itself when this process ends.
 */
export class Reception {
  readonly #closing = new AbortController();
  readonly #inHand = new Set<Promise<unknown>>();

  constructor(
    readonly subscription: BrokerSubscription,
    private readonly watch: InboundWatch,
    private readonly limits: ReceptionLimits = receptionLimits,
  ) {}

  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  reading(reads: boolean): void {
    this.watch.reading(this.subscription.name, reads);
  }

  failed(error: unknown): void {
    this.watch.reading(this.subscription.name, false);
    if (!this.signal.aborted) this.watch.failed(this.subscription.name, error);
  }

  /** Does it again until it goes well or the process is closing. */
  async persist(attempt: () => Promise<void>): Promise<void> {
    for (let failures = 0; !this.signal.aborted; failures++) {
      try {
        return await attempt();
      } catch (error) {
        this.failed(error);
        await pause(this.wait(failures), this.signal);
      }
    }
  }

  /**
   * @param take stores the message
   * @param alive tells the broker that the message is still in hand
   * @returns whether it is stored; otherwise the process is closing
   */
  async take(
    message: Omit<InboundMessage, 'subscription'>,
    take: (message: InboundMessage) => Promise<Taken>,
    alive: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<boolean> {
    const work = this.#takeAtLast({ ...message, subscription: this.subscription }, take, alive);
    this.#inHand.add(work);
    return work.finally(() => this.#inHand.delete(work));
  }

  /** Lets what is being stored be stored, and acknowledged. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#inHand);
    // One turn more, in which the broker is told.
    await new Promise((resolve) => setImmediate(resolve));
    this.reading(false);
  }

  async #takeAtLast(
    message: InboundMessage,
    take: (message: InboundMessage) => Promise<Taken>,
    alive: () => Promise<unknown>,
  ): Promise<boolean> {
    let told = '';
    for (let failures = 0; !this.signal.aborted; failures++) {
      const taken = await take(message);
      if (taken.stored) {
        this.watch.stored(this.subscription.name);
        return true;
      }
      if (told !== taken.fault.code) this.watch.held(this.subscription.name, taken.fault);
      told = taken.fault.code;
      await this.#waitAlive(this.wait(failures), alive);
    }
    return false;
  }

  async #waitAlive(ms: number, alive: () => Promise<unknown>): Promise<void> {
    for (let left = ms; left > 0 && !this.signal.aborted; left -= this.limits.aliveMs) {
      await pause(Math.min(left, this.limits.aliveMs), this.signal);
      await alive().catch(() => undefined);
    }
  }

  private wait(failures: number): number {
    return Math.min(this.limits.mostMs, this.limits.firstMs * 2 ** Math.min(failures, 20));
  }
}
