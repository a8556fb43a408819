import { connect as connectAmqp } from 'amqplib';
import { jetstreamManager, jetstream, type JetStreamManager } from '@nats-io/jetstream';
import { connect as connectNats, headers, type NatsConnection } from '@nats-io/transport-node';
import { TestNats } from '../../libs/brokers/src/testing/nats.js';
import { TestRabbit } from '../../libs/brokers/src/testing/rabbitmq.js';

/** A message as whoever is at the other side of a broker reads it. */
export interface BrokerMessage {
  readonly id: string;
  readonly contentType: string;
  readonly body: string;
}

/** A broker with those who speak with the hub through it: what a port has at its side. */
export interface BrokerEnds {
  readonly kind: 'nats' | 'rabbitmq';
  readonly url: string;
  /** Makes a place where messages are kept until they are read. */
  declare(topic: string): Promise<void>;
  send(topic: string, bytes: Buffer, id?: string): Promise<void>;
  /** All that was ever published to the topic and is not read by `received` yet, in order. */
  received(topic: string): Promise<readonly BrokerMessage[]>;
  /** Ends the broker; what it has stored is there when it starts again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export const login = { username: 'dalian-port', password: 'not-in-any-log-7d1f' };

export async function natsEnds(): Promise<BrokerEnds> {
  const nats = await TestNats.start(login);
  const within = async <T>(work: (manager: JetStreamManager, connection: NatsConnection) => Promise<T>) => {
    const connection = await connectNats({ servers: nats.url, user: login.username, pass: login.password });
    try {
      return await work(await jetstreamManager(connection), connection);
    } finally {
      await connection.close();
    }
  };
  const streamOf = (topic: string): string => topic.toUpperCase().replaceAll('.', '_');
  const next = new Map<string, number>();
  return {
    kind: 'nats',
    url: nats.url,
    declare: (topic) =>
      within(
        async (manager) => void (await manager.streams.add({ name: streamOf(topic), subjects: [topic] })),
      ),
    send: (topic, bytes, id) =>
      within(async (_, connection) => {
        const head = headers();
        if (id !== undefined) head.set('Nats-Msg-Id', id);
        await jetstream(connection).publish(topic, bytes, { headers: head });
      }),
    received: (topic) =>
      within(async (manager) => {
        const { state } = await manager.streams.info(streamOf(topic));
        const read: BrokerMessage[] = [];
        for (let seq = next.get(topic) ?? 1; seq <= state.last_seq; seq++) {
          const message = await manager.streams.getMessage(streamOf(topic), { seq });
          if (message)
            read.push({
              id: message.header.get('Nats-Msg-Id'),
              contentType: message.header.get('content-type'),
              body: message.string(),
            });
          next.set(topic, seq + 1);
        }
        return read;
      }),
    stop: () => nats.stop(),
    start: () => nats.start(),
    remove: () => nats.remove(),
  };
}

export async function rabbitEnds(): Promise<BrokerEnds> {
  const rabbit = await TestRabbit.start(login);
  const url = new URL(rabbit.url);
  Object.assign(url, login);
  const within = async <T>(work: (channel: Awaited<ReturnType<typeof confirming>>) => Promise<T>) => {
    const connection = await connectAmqp(url.href);
    connection.on('error', () => undefined);
    try {
      return await work(await confirming(connection));
    } finally {
      await connection.close();
    }
  };
  return {
    kind: 'rabbitmq',
    url: rabbit.url,
    declare: (topic) => within(async (channel) => void (await channel.assertQueue(topic, { durable: true }))),
    send: (topic, bytes, id) =>
      within(async (channel) => {
        channel.sendToQueue(topic, bytes, {
          persistent: true,
          ...(id === undefined ? {} : { messageId: id }),
        });
        await channel.waitForConfirms();
      }),
    received: (topic) =>
      within(async (channel) => {
        const read: BrokerMessage[] = [];
        for (;;) {
          const message = await channel.get(topic, { noAck: true });
          if (!message) return read;
          const { messageId, contentType } = message.properties;
          read.push({
            id: String(messageId),
            contentType: String(contentType),
            body: message.content.toString(),
          });
        }
      }),
    stop: () => rabbit.stop(),
    start: () => rabbit.start(),
    remove: () => rabbit.remove(),
  };
}

async function confirming(connection: Awaited<ReturnType<typeof connectAmqp>>) {
  const channel = await connection.createConfirmChannel();
  // What fails on it rejects what asked for it.
  channel.on('error', () => undefined);
  return channel;
}
