import { ServerKafka } from '@nestjs/microservices';
import type { Consumer, EachMessagePayload } from 'kafkajs';
import { connectionName, kafkaOptions } from '../connection.js';
import { messageIdHeader } from '../outbound/link.js';
import { taker } from './handler.js';
import { brokerMessage } from './inbound-message.js';
import type { Reception } from './reception.js';

/**
 * Reads a topic from its beginning, as a group that all processes of the node are in. An offset is committed when the
 * record is stored. Nest's server decodes what it reads; here the value is taken before that.
 */
export class KafkaServer extends ServerKafka {
  constructor(
    private readonly reception: Reception,
    nodeCode: string,
  ) {
    const { name, broker, ordered, prefetch } = reception.subscription;
    const called = connectionName(nodeCode, name);
    super({
      ...kafkaOptions(broker, called),
      consumer: { groupId: called, allowAutoTopicCreation: false },
      // Records of a partition are read in order all the same.
      run: ordered ? {} : { partitionsConsumedConcurrently: Math.min(prefetch, MOST_PARTITIONS) },
    });
    this.status.subscribe((status) => reception.reading(`${status}` === 'connected'));
  }

  /** The hub does not wait for a broker. */
  override listen(callback: () => void): Promise<void> {
    callback();
    void this.#open();
    return Promise.resolve();
  }

  override async bindEvents(consumer: Consumer): Promise<void> {
    // What the client does not begin again by itself is begun here.
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.reception.failed(payload.error);
      if (!payload.restart) void super.close().then(() => this.#open());
    });
    await consumer.subscribe({ topics: [this.reception.subscription.topic], fromBeginning: true });
    await consumer.run({ ...this.options.run, eachMessage: (payload) => this.handleMessage(payload) });
  }

  override async handleMessage({ message, heartbeat }: EachMessagePayload): Promise<void> {
    const id = message.headers?.[messageIdHeader]?.toString() ?? '';
    const contentType = message.headers?.['content-type']?.toString() ?? '';
    const inbound = {
      bytes: message.value ?? Buffer.alloc(0),
      ...(id === '' ? {} : { id }),
      ...(contentType === '' ? {} : { contentType }),
    };
    const handler = () => this.messageHandlers.get(brokerMessage);
    const take = taker(handler, this.reception.signal, (error) => this.handleError(String(error)));
    const stored = await this.reception.take(inbound, take, heartbeat);
    // Its offset must not be committed.
    if (!stored) throw new Error('the hub is closing');
  }

  override async close(): Promise<void> {
    await this.reception.close();
    await super.close();
  }

  #open(): Promise<void> {
    return this.reception.persist(async () => {
      try {
        await new Promise<void>((resolve, reject) => {
          void super.listen((error) => (error === undefined ? resolve() : reject(error)));
        });
      } catch (error) {
        await super.close().catch(() => undefined);
        throw error;
      }
    });
  }
}

const MOST_PARTITIONS = 32;
