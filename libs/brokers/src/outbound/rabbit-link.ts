import { ClientRMQ } from '@nestjs/microservices';
import type { AmqpConnectionManager } from 'amqp-connection-manager';
import type { ConfirmChannel, Message } from 'amqplib';
import { fail, ok, type Fault, type Result } from '#kernel';
import { rabbitOptions } from '../connection.js';
import { brokerFaults } from '../faults.js';
import type { BrokerSettings } from '../settings.js';
import { within } from '../within.js';
import { contentType, type BrokerLink, type Publication } from './link.js';

/** A publication that the broker has not answered for. */
interface UnderWay {
  returned: boolean;
}

/**
 * RabbitMQ. Nest's client wraps every message in JSON of its own, and keeps what it cannot send in a list that it
 * sends later, behind what came after; so its connection is used with a confirming channel of ours. A message is
 * `mandatory`: one that no queue takes comes back before it is confirmed.
 */
export class RabbitLink implements BrokerLink {
  readonly #client: ClientRMQ;
  #channel: Promise<ConfirmChannel> | undefined;
  readonly #underWay = new Map<string, UnderWay[]>();

  constructor(
    private readonly settings: BrokerSettings,
    name: string,
  ) {
    this.#client = new ClientRMQ(rabbitOptions(settings, name));
  }

  get connected(): boolean {
    return this.#channel !== undefined;
  }

  async publish(topic: string, publication: Publication, ms: number): Promise<Result<string, Fault>> {
    const channel = await within(this.#open(), ms);
    const one: UnderWay = { returned: false };
    const key = keyOf(topic, publication.id);
    this.#underWay.set(key, [...(this.#underWay.get(key) ?? []), one]);
    try {
      await within(this.#confirmed(channel, topic, publication), ms);
    } finally {
      const left = (this.#underWay.get(key) ?? []).filter((other) => other !== one);
      if (left.length > 0) this.#underWay.set(key, left);
      else this.#underWay.delete(key);
    }
    if (!one.returned) return ok('confirmed');
    return fail(brokerFaults.make('BROKER_UNROUTABLE', { values: { broker: this.settings.name, topic } }));
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #confirmed(channel: ConfirmChannel, topic: string, publication: Publication): Promise<void> {
    const { id, body, time } = publication;
    const options = {
      mandatory: true,
      persistent: true,
      messageId: id,
      contentType,
      timestamp: Math.floor(time / 1000),
      appId: 'tongguan',
    };
    return new Promise((resolve, reject) => {
      channel.publish(this.settings.exchange, topic, body, options, (error: unknown) =>
        error === null || error === undefined ? resolve() : reject(error),
      );
    });
  }

  /** One channel at a time; one that the broker closed, as for an exchange that does not exist, is made anew. */
  #open(): Promise<ConfirmChannel> {
    if (this.#channel) return this.#channel;
    const opening = this.#openChannel();
    this.#channel = opening;
    opening.then(
      (channel) => channel.once('close', () => this.#forget(opening)),
      () => this.#forget(opening),
    );
    return opening;
  }

  async #openChannel(): Promise<ConfirmChannel> {
    await this.#client.connect();
    const { connection } = this.#client.unwrap<AmqpConnectionManager>();
    if (!connection) throw new Error('connection closed');
    const channel = await connection.createConfirmChannel();
    channel.on('return', (message: Message) => this.#returned(message));
    // What closes a channel also fails all that is under way on it.
    channel.on('error', () => undefined);
    return channel;
  }

  #forget(channel: Promise<ConfirmChannel>): void {
    if (this.#channel === channel) this.#channel = undefined;
  }

  #returned({ fields, properties }: Message): void {
    const key = keyOf(fields.routingKey, String(properties.messageId));
    const one = this.#underWay.get(key)?.find(({ returned }) => !returned);
    if (one) one.returned = true;
  }
}

/** One event goes to several topics within moments, and may come back from one of them. */
const keyOf = (topic: string, id: string): string => `${topic} ${id}`;
