import { Counter, Gauge, type Registry } from 'prom-client';
import type { Logger } from 'pino';
import type { InboundWatch } from '#brokers';
import type { Fault } from '#kernel';

/** How the subscriptions of this process fare: for its log, its metrics and whoever asks whether it is ready. */
export class BrokerReading implements InboundWatch {
  readonly #reads = new Map<string, boolean>();
  /** Why each is not read, as it was told last. */
  readonly #told = new Map<string, string>();
  readonly #gauge: Gauge<'subscription'>;
  readonly #messages: Counter<'subscription' | 'outcome'>;

  constructor(
    subscriptions: readonly { readonly name: string }[],
    private readonly log: Logger,
    registry: Registry,
  ) {
    this.#gauge = new Gauge({
      name: 'tongguan_broker_subscription_reading',
      help: 'Whether a subscription of a broker is read by this process: 1 or 0',
      labelNames: ['subscription'],
      registers: [registry],
    });
    this.#messages = new Counter({
      name: 'tongguan_broker_messages_total',
      help: 'Messages of brokers: stored, or held in hand as they could not be stored at once',
      labelNames: ['subscription', 'outcome'],
      registers: [registry],
    });
    for (const { name } of subscriptions) {
      this.#reads.set(name, false);
      this.#gauge.set({ subscription: name }, 0);
    }
  }

  /** By subscription; nothing where there is none. */
  get states(): Readonly<Record<string, 'reading' | 'not reading'>> {
    return Object.fromEntries(
      [...this.#reads].map(([name, reads]) => [name, reads ? 'reading' : 'not reading']),
    );
  }

  readonly reading = (subscription: string, reads: boolean): void => {
    if (this.#reads.get(subscription) === reads) return;
    this.#reads.set(subscription, reads);
    if (reads) this.#told.delete(subscription);
    this.#gauge.set({ subscription }, reads ? 1 : 0);
    this.log.info({ subscription }, reads ? 'a subscription is read' : 'a subscription is not read');
  };

  readonly stored = (subscription: string): void => {
    this.#messages.inc({ subscription, outcome: 'stored' });
  };

  readonly held = (subscription: string, fault: Fault): void => {
    this.#messages.inc({ subscription, outcome: 'held' });
    this.log.warn({ subscription, fault: fault.code, reason: fault.text.en }, 'a message waits to be stored');
  };

  readonly failed = (subscription: string, error: unknown): void => {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'it was given up';
    // It is tried every few seconds, and may be for days.
    if (this.#told.get(subscription) === reason) return;
    this.#told.set(subscription, reason);
    this.log.warn({ subscription, reason }, 'a subscription cannot be read; it is tried again');
  };
}

/** Whether the brokers that this thread has published to are connected. */
export function countConnections(registry: Registry, states: () => ReadonlyMap<string, boolean>): void {
  new Gauge({
    name: 'tongguan_broker_connected',
    help: 'Whether the connection stands that a broker is published to by: 1 or 0, once it was used',
    labelNames: ['broker'],
    registers: [registry],
    collect() {
      for (const [broker, connected] of states()) this.set({ broker }, connected ? 1 : 0);
    },
  });
}
