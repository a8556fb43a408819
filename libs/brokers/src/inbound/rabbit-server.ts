import { ServerRMQ } from '@nestjs/microservices';
import type { AmqpConnectionManager } from 'amqp-connection-manager';
import type { Channel, ConsumeMessage } from 'amqplib';
import { connectionName, rabbitOptions } from '../connection.js';
import { pause } from '../within.js';
import { taker } from './handler.js';
import { brokerMessage } from './inbound-message.js';
import type { Reception } from './reception.js';

const AGAIN_MS = 2_000;

/**
 * Reads a queue. Nest's server reads every message as JSON, ends the process over a queue that does not exist, and
 * says nothing of one that was deleted; so its connection has a channel here that does none of it. The queue is its
 * owner's: it is not declared. In order means alone: a second process waits until the first has gone.
 */
export class RabbitServer extends ServerRMQ {
  /** Grows with each connection: what one before it left behind is over. */
  #generation = 0;
  #tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly reception: Reception,
    nodeCode: string,
  ) {
    const { name, broker, topic, prefetch } = reception.subscription;
    super({
      ...rabbitOptions(broker, connectionName(nodeCode, name)),
      queue: topic,
      noAck: false,
      prefetchCount: prefetch,
    });
    this.status.subscribe((status) => {
      if (`${status}` === 'disconnected') reception.reading(false);
    });
  }

  /** The hub does not wait for a broker; the connection is tried until it stands. */
  override listen(callback: () => void): Promise<void> {
    callback();
    void this.reception.persist(
      () =>
        new Promise((resolve, reject) => {
          void super.listen((error) => (error === undefined ? resolve() : reject(error)));
        }),
    );
    return Promise.resolve();
  }

  override async createClient<T = AmqpConnectionManager>(): Promise<T> {
    const manager = await super.createClient<T & AmqpConnectionManager>();
    // Nest tells the first failure alone, and not why.
    manager.on('connectFailed', ({ err }) => this.reception.failed(err));
    return manager;
  }

  override setupChannel(channel: Channel, ready: () => void): Promise<void> {
    ready();
    void this.#consume(channel, ++this.#generation);
    return Promise.resolve();
  }

  override async close(): Promise<void> {
    await this.reception.close();
    await super.close();
  }

  async #consume(channel: Channel, generation: number): Promise<void> {
    const { topic, prefetch, ordered } = this.reception.subscription;
    let open = true;
    let consuming = false;
    channel.on('error', (error) => {
      // What happens while it begins is told where it begins.
      if (consuming) this.reception.failed(error);
    });
    channel.once('close', () => {
      open = false;
      this.reception.reading(false);
      void this.#again(generation);
    });
    try {
      await channel.prefetch(prefetch);
      const hand = (message: ConsumeMessage | null): void => {
        // The queue was deleted: without a channel it is looked for again.
        if (!message) void channel.close().catch(() => undefined);
        else if (ordered) this.#tail = this.#tail.then(() => this.#take(channel, message, () => open));
        else void this.#take(channel, message, () => open);
      };
      await channel.consume(topic, hand, { noAck: false, exclusive: ordered });
      consuming = true;
      this.reception.reading(true);
    } catch (error) {
      // The broker closes the channel over a queue that it does not give.
      this.reception.failed(error);
    }
  }

  async #again(generation: number): Promise<void> {
    await pause(AGAIN_MS, this.reception.signal);
    const manager: AmqpConnectionManager | null = this.server;
    const { connection } = manager ?? {};
    // A connection that is made anew sets its channel up by itself.
    if (generation !== this.#generation || !connection || this.reception.signal.aborted) return;
    try {
      await this.#consume(await connection.createChannel(), ++this.#generation);
    } catch (error) {
      this.reception.failed(error);
    }
  }

  async #take(channel: Channel, message: ConsumeMessage, isOpen: () => boolean): Promise<void> {
    // The broker has taken it back, and hands it out again.
    if (!isOpen() || this.reception.signal.aborted) return;
    const { messageId, contentType }: { messageId?: unknown; contentType?: unknown } = message.properties;
    const inbound = {
      bytes: message.content,
      ...(typeof messageId === 'string' && messageId !== '' ? { id: messageId } : {}),
      ...(typeof contentType === 'string' && contentType !== '' ? { contentType } : {}),
    };
    const handler = () => this.messageHandlers.get(brokerMessage);
    const take = taker(handler, this.reception.signal, (error) => this.handleError(String(error)));
    const stored = await this.reception.take(inbound, take);
    if (stored && isOpen()) channel.ack(message);
  }
}
