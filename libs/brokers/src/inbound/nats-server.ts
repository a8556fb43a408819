import { ServerNats } from '@nestjs/microservices';
import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectionName, natsOptions } from '../connection.js';
import { pause } from '../within.js';
import { taker } from './handler.js';
import { brokerMessage } from './inbound-message.js';
import type { Reception } from './reception.js';

/** A message that the broker has not heard of for so long is handed out again. */
const ACK_WAIT_MS = 15_000;
const AGAIN_MS = 2_000;

/**
 * Reads a subject that a stream keeps. Nest's server listens to what passes by and acknowledges nothing; this one has
 * the same connection and reads by a durable consumer, which goes on where it ended and is shared by all processes of
 * the node.
 */
export class NatsServer extends ServerNats {
  readonly #durable: string;
  #consuming = false;

  constructor(
    private readonly reception: Reception,
    nodeCode: string,
  ) {
    const { name, broker } = reception.subscription;
    super(natsOptions(broker, connectionName(nodeCode, name)));
    this.#durable = connectionName(nodeCode, name);
    this.status.subscribe((status) => {
      reception.reading(`${status}` === 'connected' && this.#consuming);
    });
  }

  /** The hub does not wait for a broker. */
  override listen(callback: () => void): Promise<void> {
    callback();
    void this.#open((told) => super.listen(told));
    return Promise.resolve();
  }

  override bindEvents(connection: NatsConnection): void {
    // One that the client gives up, as for credentials that are no longer good, is opened anew.
    void connection.closed().then(() => this.#open((told) => super.listen(told)));
    void this.reception.persist(async () => {
      while (!this.reception.signal.aborted && !connection.isClosed()) {
        await this.#consume(connection);
        await pause(AGAIN_MS, this.reception.signal);
      }
    });
  }

  override async close(): Promise<void> {
    await this.reception.close();
    await super.close();
  }

  #open(listen: (told: (error?: unknown) => void) => Promise<void>): Promise<void> {
    return this.reception.persist(
      () =>
        new Promise((resolve, reject) => {
          void listen((error) => (error === undefined ? resolve() : reject(error)));
        }),
    );
  }

  async #consume(connection: NatsConnection): Promise<void> {
    const { subscription, signal } = this.reception;
    const { topic, ordered, prefetch } = subscription;
    const { AckPolicy, jetstream, jetstreamManager } = await import('@nats-io/jetstream');
    const manager = await jetstreamManager(connection);
    const stream = await manager.streams.find(topic);
    await manager.consumers.add(stream, {
      durable_name: this.#durable,
      filter_subject: topic,
      ack_policy: AckPolicy.Explicit,
      ack_wait: ACK_WAIT_MS * 1_000_000,
      // The order holds across processes only where one message is out at a time.
      max_ack_pending: ordered ? 1 : prefetch,
    });
    const consumer = await jetstream(connection).consumers.get(stream, this.#durable);
    const messages = await consumer.consume({ max_messages: prefetch, abort_on_missing_resource: true });
    this.#consuming = true;
    this.reception.reading(true);
    const stop = (): void => void messages.stop();
    signal.addEventListener('abort', stop);
    try {
      for await (const message of messages) {
        if (signal.aborted) break;
        const taken = this.#take(message);
        if (ordered) await taken;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      this.#consuming = false;
      this.reception.reading(false);
    }
  }

  async #take(message: JsMsg): Promise<void> {
    const id = message.headers?.get('Nats-Msg-Id') ?? '';
    const contentType = message.headers?.get('content-type') ?? '';
    const { data } = message;
    const inbound = {
      bytes: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
      ...(id === '' ? {} : { id }),
      ...(contentType === '' ? {} : { contentType }),
    };
    const handler = () => this.messageHandlers.get(brokerMessage);
    const take = taker(handler, this.reception.signal, (error) => this.handleError(String(error)));
    const alive = (): Promise<void> => Promise.resolve(message.working());
    const stored = await this.reception.take(inbound, take, alive);
    // What another process can have at once need not wait until this one is forgotten.
    if (stored) message.ack();
    else message.nak();
  }
}
