import { Logger } from '@nestjs/common';
import { connect as connectAmqp } from 'amqplib';
import type { OutboundEvent } from '#exchange';
import type { SetupDestination } from '#store';
import { certificateFor } from '../../../exchange/src/channel/testing/certificate.js';
import type { BrokerKind, BrokerSettings } from '../settings.js';
import { mosquittoInstalled, TestMosquitto } from '../testing/mosquitto.js';
import { natsInstalled, TestNats } from '../testing/nats.js';
import { rabbitInstalled, TestRabbit } from '../testing/rabbitmq.js';
import { BrokerChannel } from './broker-channel.js';

Logger.overrideLogger(false);

const opened: BrokerChannel[] = [];
afterEach(() => opened.splice(0).forEach((channel) => channel.close()));

function channelTo(kind: BrokerKind, url: string, more: Partial<BrokerSettings> = {}): BrokerChannel {
  const settings: BrokerSettings = {
    name: 'harbour',
    kind,
    urls: [url],
    exchange: '',
    stored: true,
    ...more,
  };
  const channel = new BrokerChannel({
    brokers: new Map([['harbour', settings]]),
    nodeCode: 'dalian',
    timeoutMs: 3_000,
    failed: () => undefined,
  });
  opened.push(channel);
  return channel;
}

const destination = (topic: string, broker = 'harbour'): SetupDestination => ({
  id: '0190a000-0000-7000-8000-000000000001',
  participantId: '0190a000-0000-7000-8000-000000000002',
  code: 'out',
  kind: 'broker',
  state: 'active',
  config: { broker, topic },
  secrets: [],
  version: 1,
});

const event = (id: string, orderKey = id): OutboundEvent => ({
  id,
  body: JSON.stringify({ specversion: '1.0', id, data: { remark: '大连港 '.repeat(3) } }),
  time: 1_763_900_000_000,
  orderKey,
});

const { signal } = new AbortController();
const many = Array.from({ length: 40 }, (_, index) => event(`e-${index}`, `key-${index % 4}`));

/** The events of each key, in the order in which they came. */
function byKey(ids: readonly string[]): Record<string, string[]> {
  const keyed: Record<string, string[]> = {};
  for (const id of ids) (keyed[many.find((one) => one.id === id)?.orderKey ?? '?'] ??= []).push(id);
  return keyed;
}
const sentByKey = byKey(many.map(({ id }) => id));

describe('a broker that this process does not know', () => {
  it('is tried again later', async () => {
    const outcome = await channelTo('nats', 'nats://127.0.0.1:1').send(
      destination('port.moves', 'other'),
      [event('a')],
      signal,
    );
    expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'BROKER_UNKNOWN' } });
    expect(outcome.error?.advice.en).toContain('harbour');
  });

  it.each<[BrokerKind, string]>([
    ['nats', 'port.*'],
    ['nats', 'port moves'],
    ['mqtt', 'port/#'],
    ['kafka', 'port/moves'],
    ['rabbitmq', 'port moves'],
  ])('a topic that %s cannot have, %s, ends it', async (kind, topic) => {
    const outcome = await channelTo(kind, 'mqtt://127.0.0.1:1').send(
      destination(topic),
      [event('a')],
      signal,
    );
    expect(outcome).toMatchObject({ kind: 'gone', error: { code: 'BROKER_TOPIC' } });
  });
});

describe.each<[BrokerKind, string]>([
  ['nats', 'nats://127.0.0.1:1'],
  ['rabbitmq', 'amqp://127.0.0.1:1'],
  ['kafka', '127.0.0.1:1'],
  ['mqtt', 'mqtt://127.0.0.1:1'],
])('%s where nobody listens', (kind, url) => {
  it('is tried again later, and says why', async () => {
    const outcome = await channelTo(kind, url).send(destination('port.moves'), [event('a')], signal);
    expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'BROKER_UNREACHABLE' } });
  });
});

const identity = certificateFor('localhost');
const secured: [BrokerKind, string, boolean, () => Promise<{ port: number; remove(): Promise<void> }>][] = [
  ['nats', 'tls', natsInstalled(), () => TestNats.start(undefined, identity)],
  ['rabbitmq', 'amqps', rabbitInstalled(), () => TestRabbit.start(undefined, identity)],
  ['mqtt', 'mqtts', mosquittoInstalled(), () => TestMosquitto.start(identity)],
];
for (const [kind, scheme, isHere, start] of secured)
  if (isHere)
    it(`${kind} is spoken with over TLS when its authority is known, and not otherwise`, async () => {
      const server = await start();
      try {
        const url = `${scheme}://localhost:${server.port}`;
        const stranger = await channelTo(kind, url).send(destination('nowhere'), [event('a')], signal);
        expect(stranger).toMatchObject({ kind: 'retry', error: { code: 'BROKER_UNREACHABLE' } });
        const known = channelTo(kind, url, { tls: { authority: identity.certificate } });
        const outcome = await known.send(destination('nowhere'), [event('a')], signal);
        // The broker has been spoken with, and says that nobody takes it; MQTT does not ask.
        const said = outcome.kind === 'delivered' ? outcome.kind : outcome.error?.code;
        expect(said).toBe(kind === 'mqtt' ? 'delivered' : 'BROKER_UNROUTABLE');
      } finally {
        await server.remove();
      }
    });

if (natsInstalled())
  describe('NATS', () => {
    let nats: TestNats;
    beforeAll(async () => (nats = await TestNats.start()));
    afterAll(() => nats.remove());

    const inStream = async (
      work: (read: () => Promise<{ id: string; type: string; body: string }[]>) => Promise<void>,
    ) => {
      const { connect } = await import('@nats-io/transport-node');
      const { jetstreamManager } = await import('@nats-io/jetstream');
      const connection = await connect({ servers: nats.url });
      const manager = await jetstreamManager(connection);
      await manager.streams.add({ name: 'PORT', subjects: ['port.>'] });
      try {
        await work(async () => {
          const { state } = await manager.streams.info('PORT');
          const read = [];
          for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq++) {
            const message = await manager.streams.getMessage('PORT', { seq });
            if (message)
              read.push({
                id: message.header.get('Nats-Msg-Id'),
                type: message.header.get('content-type'),
                body: message.string(),
              });
          }
          return read;
        });
      } finally {
        await manager.streams.delete('PORT');
        await connection.close();
      }
    };

    it('has stored what is delivered, with the id and the type of the event', () =>
      inStream(async (read) => {
        const outcome = await channelTo('nats', nats.url).send(
          destination('port.moves'),
          [event('a')],
          signal,
        );
        expect(outcome).toMatchObject({ kind: 'delivered', responseHead: 'stream PORT, number 1' });
        expect(outcome.request).toContain('PUBLISH nats harbour port.moves');
        expect(await read()).toEqual([
          { id: 'a', type: 'application/cloudevents+json; charset=utf-8', body: event('a').body },
        ]);
      }));

    it('keeps the order of each key in a batch, and drops the double of one sent again', () =>
      inStream(async (read) => {
        const channel = channelTo('nats', nats.url);
        expect(await channel.send(destination('port.moves'), many, signal)).toMatchObject({
          kind: 'delivered',
        });
        expect(await channel.send(destination('port.moves'), many.slice(0, 3), signal)).toMatchObject({
          kind: 'delivered',
          responseHead: expect.stringContaining('known as'),
        });
        expect(byKey((await read()).map(({ id }) => id))).toEqual(sentByKey);
      }));

    it('does not count what no stream takes', async () => {
      const outcome = await channelTo('nats', nats.url).send(destination('nowhere'), [event('a')], signal);
      expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'BROKER_UNROUTABLE' } });
    });

    it('takes it without a stream where it is set up so', async () => {
      const channel = channelTo('nats', nats.url, { stored: false });
      const outcome = await channel.send(destination('nowhere'), [event('a')], signal);
      expect(outcome).toMatchObject({ kind: 'delivered', responseHead: 'taken by the server' });
    });

    it('gives up what the server would never take', () =>
      inStream(async () => {
        const large = { ...event('large'), body: 'x'.repeat(1_100_000) };
        const outcome = await channelTo('nats', nats.url).send(destination('port.moves'), [large], signal);
        expect(outcome).toMatchObject({ kind: 'dead-letter', error: { code: 'BROKER_TOO_LARGE' } });
      }));

    it('is used again by itself after it was down', () =>
      inStream(async (read) => {
        const channel = channelTo('nats', nats.url);
        await channel.send(destination('port.moves'), [event('before')], signal);
        await nats.stop();
        expect((await channel.send(destination('port.moves'), [event('after')], signal)).kind).toBe('retry');
        await nats.start();
        let outcome = await channel.send(destination('port.moves'), [event('after')], signal);
        for (let tries = 0; outcome.kind !== 'delivered' && tries < 100; tries++) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          outcome = await channel.send(destination('port.moves'), [event('after')], signal);
        }
        expect((await read()).map(({ id }) => id)).toEqual(['before', 'after']);
      }));

    it('refuses credentials that are wrong, and the fault does not quote them', async () => {
      const guarded = await TestNats.start({ username: 'dalian', password: 'right' });
      try {
        const credentials = { username: 'dalian', password: 'wrong-secret' };
        const channel = channelTo('nats', guarded.url, { credentials });
        const outcome = await channel.send(destination('port.moves'), [event('a')], signal);
        expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'BROKER_REFUSED' } });
        expect(JSON.stringify(outcome)).not.toContain('wrong-secret');
      } finally {
        await guarded.remove();
      }
    });
  });

if (rabbitInstalled())
  describe('RabbitMQ', () => {
    let rabbit: TestRabbit;
    beforeAll(async () => (rabbit = await TestRabbit.start()));
    afterAll(() => rabbit.remove());

    const drained = async (queue: string) => {
      const connection = await connectAmqp(rabbit.url);
      const channel = await connection.createChannel();
      const read = [];
      for (
        let one = await channel.get(queue, { noAck: true });
        one;
        one = await channel.get(queue, { noAck: true })
      )
        read.push({ ...one.properties, body: one.content.toString() });
      await connection.close();
      return read;
    };
    const declare = async (queue: string) => {
      const connection = await connectAmqp(rabbit.url);
      await (await connection.createChannel()).assertQueue(queue, { durable: true });
      await connection.close();
    };

    it('has confirmed what is delivered, with the id and the type of the event', async () => {
      await declare('port.moves');
      const outcome = await channelTo('rabbitmq', rabbit.url).send(
        destination('port.moves'),
        [event('a')],
        signal,
      );
      expect(outcome).toMatchObject({ kind: 'delivered', responseHead: 'confirmed' });
      expect(await drained('port.moves')).toMatchObject([
        {
          messageId: 'a',
          contentType: 'application/cloudevents+json; charset=utf-8',
          deliveryMode: 2,
          appId: 'tongguan',
          body: event('a').body,
        },
      ]);
    });

    it('keeps the order of each key in a batch', async () => {
      await declare('port.moves');
      await channelTo('rabbitmq', rabbit.url).send(destination('port.moves'), many, signal);
      const ids = (await drained('port.moves')).map(({ messageId }) => String(messageId));
      expect(byKey(ids)).toEqual(sentByKey);
    });

    it('does not count what no queue takes, nor what goes to an exchange that does not exist', async () => {
      const channel = channelTo('rabbitmq', rabbit.url);
      const unroutable = { kind: 'retry', error: { code: 'BROKER_UNROUTABLE' } };
      expect(await channel.send(destination('nowhere'), many, signal)).toMatchObject(unroutable);
      const lost = channelTo('rabbitmq', rabbit.url, { exchange: 'nowhere' });
      expect((await lost.send(destination('port.moves'), [event('a')], signal)).kind).toBe('retry');
      await declare('nowhere');
      expect(await channel.send(destination('nowhere'), [event('a')], signal)).toMatchObject({
        kind: 'delivered',
      });
    });

    it('knows which of two topics did not take the same event', async () => {
      await declare('port.moves');
      const channel = channelTo('rabbitmq', rabbit.url);
      await channel.send(destination('port.moves'), [event('first')], signal);
      const topics = ['port.moves', 'no.such', 'port.moves', 'nor.this'];
      const outcomes = await Promise.all(
        topics.map((topic) => channel.send(destination(topic), [event('same')], signal)),
      );
      expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'retry', 'delivered', 'retry']);
      const read = await drained('port.moves');
      expect(read.map(({ messageId }) => messageId)).toEqual(['first', 'same', 'same']);
    });

    it('is used again by itself after it was down', async () => {
      await declare('port.moves');
      const channel = channelTo('rabbitmq', rabbit.url);
      await channel.send(destination('port.moves'), [event('before')], signal);
      await rabbit.stop();
      expect((await channel.send(destination('port.moves'), [event('after')], signal)).kind).toBe('retry');
      await rabbit.start();
      let outcome = await channel.send(destination('port.moves'), [event('after')], signal);
      for (let tries = 0; outcome.kind !== 'delivered' && tries < 100; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        outcome = await channel.send(destination('port.moves'), [event('after')], signal);
      }
      expect((await drained('port.moves')).map(({ messageId }) => messageId)).toEqual(['before', 'after']);
    });

    it('refuses credentials that are wrong, and the fault does not quote them', async () => {
      const channel = channelTo('rabbitmq', rabbit.url, {
        credentials: { username: 'guest', password: 'wrong-secret' },
      });
      const outcome = await channel.send(destination('port.moves'), [event('a')], signal);
      expect(outcome).toMatchObject({ kind: 'retry', error: { code: 'BROKER_REFUSED' } });
      expect(JSON.stringify(outcome)).not.toContain('wrong-secret');
    });
  });

if (mosquittoInstalled())
  describe('MQTT', () => {
    let mosquitto: TestMosquitto;
    beforeAll(async () => (mosquitto = await TestMosquitto.start()));
    afterAll(() => mosquitto.remove());

    it('has acknowledged what is delivered, in the order of each key', async () => {
      const { connectAsync } = await import('mqtt');
      const reader = await connectAsync(mosquitto.url, { protocolVersion: 5 });
      const read: { id: string; type: string; body: string }[] = [];
      reader.on('message', (_topic, body, { properties }) =>
        read.push({
          id: String(properties?.userProperties?.['message-id']),
          type: properties?.contentType ?? '',
          body: body.toString(),
        }),
      );
      await reader.subscribeAsync('port/moves', { qos: 1 });
      const outcome = await channelTo('mqtt', mosquitto.url).send(destination('port/moves'), many, signal);
      expect(outcome).toMatchObject({ kind: 'delivered', responseHead: 'acknowledged' });
      for (let tries = 0; read.length < many.length && tries < 50; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      await reader.endAsync();
      expect(read[0]).toMatchObject({
        type: 'application/cloudevents+json; charset=utf-8',
        body: many[0]?.body,
      });
      expect(byKey(read.map(({ id }) => id))).toEqual(sentByKey);
    });
  });
