import {
  deliveryFaults,
  requestHeadLimit,
  type Channel,
  type ChannelOutcome,
  type OutboundEvent,
} from '#exchange';
import type { Fault, Result } from '#kernel';
import type { SetupDestination } from '#store';
import { connectionName } from '../connection.js';
import { brokerFaults } from '../faults.js';
import type { BrokerKind, BrokerSettings } from '../settings.js';
import { isTopic } from '../topic.js';
import { Interrupted, within } from '../within.js';
import { brokerFault } from './failure.js';
import { inKeyOrder } from './in-key-order.js';
import { KafkaLink } from './kafka-link.js';
import type { BrokerLink, Publication } from './link.js';
import { MqttLink } from './mqtt-link.js';
import { NatsLink } from './nats-link.js';
import { RabbitLink } from './rabbit-link.js';

export interface BrokerChannelOptions {
  readonly brokers: ReadonlyMap<string, BrokerSettings>;
  readonly nodeCode: string;
  /** Until the broker must have acknowledged. */
  readonly timeoutMs: number;
  /** Publications of one batch under way at once: of different keys. */
  readonly parallel?: number;
  /** Told of a link that was closed badly. */
  readonly failed: (broker: string, error: unknown) => void;
}

const PARALLEL = 64;

const links: Readonly<Record<BrokerKind, new (settings: BrokerSettings, name: string) => BrokerLink>> = {
  nats: NatsLink,
  rabbitmq: RabbitLink,
  kafka: KafkaLink,
  mqtt: MqttLink,
};

/** Hands events to message brokers; a client is loaded when the first event goes to a broker of its kind. */
export class BrokerChannel implements Channel<SetupDestination> {
  readonly #links = new Map<string, BrokerLink>();

  constructor(private readonly options: BrokerChannelOptions) {}

  async send(
    destination: SetupDestination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    const { broker: name = '', topic = '', timeout } = destination.config;
    const settings = this.options.brokers.get(name);
    // Another process may be set up for it, and this one after its next start: nothing is given up.
    if (!settings) return { kind: 'retry', error: unknownBroker(name, this.options.brokers), ms: 0 };
    if (!isTopic(settings.kind, topic)) {
      const values = { topic, kind: settings.kind };
      return { kind: 'gone', error: brokerFaults.make('BROKER_TOPIC', { values }), ms: 0 };
    }
    const ms = Math.min(this.options.timeoutMs, timeout ?? Infinity);
    const started = performance.now();
    const sent = await this.#publishAll(settings, topic, batch, ms, signal);
    const size = batch.reduce((sum, { body }) => sum + body.length, 0);
    const request = `PUBLISH ${settings.kind} ${name} ${topic}, messages: ${batch.length}, characters: ${size}`;
    return {
      ...sent,
      request: request.slice(0, requestHeadLimit),
      ms: Math.round(performance.now() - started),
    };
  }

  /** Which brokers were published to, and whether the connection stands. */
  get states(): ReadonlyMap<string, boolean> {
    return new Map([...this.#links].map(([name, link]) => [name, link.connected]));
  }

  close(): void {
    for (const [name, link] of this.#links)
      link.close().catch((error: unknown) => this.options.failed(name, error));
    this.#links.clear();
  }

  async #publishAll(
    settings: BrokerSettings,
    topic: string,
    batch: readonly OutboundEvent[],
    ms: number,
    signal: AbortSignal,
  ): Promise<Omit<ChannelOutcome, 'ms'>> {
    const link = this.#linkTo(settings);
    const until = performance.now() + ms;
    const notes: string[] = [];
    const faults: Fault[] = [];
    const parallel = this.options.parallel ?? PARALLEL;
    const keyOf = ({ orderKey, id }: OutboundEvent): string => orderKey ?? id;
    await inKeyOrder(batch, keyOf, parallel, async (event) => {
      // What would meet any message is not tried with each of them.
      if (faults.some(({ disposition }) => disposition !== 'dead-letter')) return false;
      const left = Math.max(1, until - performance.now());
      const result = await this.#publish(link, settings.name, topic, event, left, signal);
      if (result.ok) notes.push(result.value);
      else faults.push(result.error);
      return result.ok;
    });
    // One that the broker will never take is looked at alone, so that it does not hold back the others.
    const error = faults.find(({ disposition }) => disposition === 'dead-letter') ?? faults[0];
    if (error) return { kind: error.disposition === 'dead-letter' ? 'dead-letter' : 'retry', error };
    return { kind: 'delivered', ...(notes[0] === undefined ? {} : { responseHead: notes[0] }) };
  }

  async #publish(
    link: BrokerLink,
    broker: string,
    topic: string,
    { id, body, time, orderKey = id }: OutboundEvent,
    ms: number,
    signal: AbortSignal,
  ): Promise<Result<string, Fault>> {
    const publication: Publication = { id, body: Buffer.from(body), time, orderKey };
    try {
      return await within(link.publish(topic, publication, ms), ms, signal);
    } catch (error) {
      const fault =
        error instanceof Interrupted
          ? deliveryFaults.make('DELIVERY_INTERRUPTED')
          : brokerFault(error, broker, topic, Math.round(ms));
      return { ok: false, error: fault };
    }
  }

  #linkTo(settings: BrokerSettings): BrokerLink {
    const known = this.#links.get(settings.name);
    if (known) return known;
    const made = new links[settings.kind](settings, connectionName(this.options.nodeCode, 'out'));
    this.#links.set(settings.name, made);
    return made;
  }
}

/** A destination names a broker that this process does not know. */
export const unknownBroker = (name: string, brokers: ReadonlyMap<string, BrokerSettings>): Fault =>
  brokerFaults.make('BROKER_UNKNOWN', {
    values: { broker: name, known: [...brokers.keys()].join(', ') || '-' },
  });
