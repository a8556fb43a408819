import { Logger } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { Fault } from '#kernel';
import { brokerFaults } from '../faults.js';
import type { BrokerKind, BrokerSubscription } from '../settings.js';
import { mosquittoInstalled, TestMosquitto } from '../testing/mosquitto.js';
import { brokerMessage, type InboundMessage, type Taken } from './inbound-message.js';
import { KafkaServer } from './kafka-server.js';
import { inboundTransport } from './open-inbound.js';
import { Reception, type InboundWatch } from './reception.js';

Logger.overrideLogger(false);

const subscription = (kind: BrokerKind, url: string, more: Partial<BrokerSubscription> = {}) => ({
  name: 'port-in',
  broker: { name: 'port', kind, urls: [url], exchange: '', stored: true },
  topic: 'port/in',
  participant: 'dl-port',
  ordered: true,
  prefetch: 50,
  ...more,
});

/** What a subscription told, as it told it. */
function watched(): InboundWatch & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    reading: (_, reads) => void told.push(reads ? 'reading' : 'not reading'),
    stored: () => void told.push('stored'),
    held: (_, { code }: Fault) => void told.push(code),
    failed: () => void told.push('failed'),
  };
}

const later: Taken = {
  stored: false,
  fault: brokerFaults.make('BROKER_NOT_STORED', { values: { subscription: 'port-in' } }),
};

const eventually = async (is: () => boolean): Promise<void> => {
  for (let tries = 0; !is(); tries++) {
    if (tries > 200) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('a message in hand', () => {
  const limits = { firstMs: 5, mostMs: 20, aliveMs: 4 };
  const message = { bytes: Buffer.from('a') };

  it('is offered until it is stored, is told of once for each reason, and kept alive at the broker', async () => {
    const watch = watched();
    const reception = new Reception(subscription('rabbitmq', ''), watch, limits);
    const answers: Taken[] = [later, later, later, { stored: true }];
    let alive = 0;
    const taken = await reception.take(
      message,
      () => Promise.resolve(answers.shift() ?? later),
      () => Promise.resolve(alive++),
    );
    expect(taken).toBe(true);
    expect(watch.told).toEqual(['BROKER_NOT_STORED', 'stored']);
    expect(alive).toBeGreaterThanOrEqual(3);
  });

  it('is let go unstored when the process is closing', async () => {
    const reception = new Reception(subscription('rabbitmq', ''), watched(), limits);
    const taken = reception.take(message, () => Promise.resolve(later));
    await reception.close();
    expect(await taken).toBe(false);
  });

  it('is waited for by a process that is closing while it is being stored', async () => {
    const reception = new Reception(subscription('rabbitmq', ''), watched(), limits);
    let store = (): void => undefined;
    const storing = new Promise<Taken>((resolve) => (store = () => resolve({ stored: true })));
    const taken = reception.take(message, () => storing);
    let closed = false;
    const closing = reception.close().then(() => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).toBe(false);
    store();
    expect(await taken).toBe(true);
    await closing;
  });
});

describe.each<[BrokerKind, string]>([
  ['nats', 'nats://127.0.0.1:1'],
  ['rabbitmq', 'amqp://127.0.0.1:1'],
  ['kafka', '127.0.0.1:1'],
  ['mqtt', 'mqtt://127.0.0.1:1'],
])('a subscription of %s where nobody listens', (kind, url) => {
  it('keeps nobody waiting, says so, and ends when it is told to', async () => {
    const watch = watched();
    const transport = inboundTransport(subscription(kind, url, { topic: 'port.in' }), 'dalian', watch);
    let listened = false;
    transport.listen(() => (listened = true));
    expect(listened).toBe(true);
    await eventually(() => watch.told.includes('failed'));
    await transport.close();
    expect(watch.told).not.toContain('reading');
  });
});

describe('Kafka', () => {
  it('hands over the bytes of a record as they are, and commits no offset of one that is not stored', async () => {
    const reception = new Reception(subscription('kafka', '127.0.0.1:1', { topic: 'port.in' }), watched());
    const server = new KafkaServer(reception, 'dalian');
    const taken: InboundMessage[] = [];
    server.addHandler(brokerMessage, (message: InboundMessage) => {
      taken.push(message);
      return Promise.resolve<Taken>({ stored: true });
    });
    const value = Buffer.from([0x00, 0x7b, 0xff, 0x22]);
    const record = {
      key: null,
      value,
      timestamp: '0',
      attributes: 0,
      offset: '7',
      headers: { 'message-id': Buffer.from('m-7'), 'content-type': Buffer.from('application/xml') },
    };
    const payload = {
      topic: 'port.in',
      partition: 0,
      message: record,
      heartbeat: () => Promise.resolve(),
      pause: () => () => undefined,
    };
    await server.handleMessage(payload);
    expect(taken).toMatchObject([{ id: 'm-7', contentType: 'application/xml' }]);
    expect(taken[0]?.bytes.equals(value)).toBe(true);
    await reception.close();
    await expect(server.handleMessage(payload)).rejects.toThrow('closing');
  });
});

if (mosquittoInstalled())
  describe('MQTT', () => {
    let mosquitto: TestMosquitto;
    const open: CustomTransportStrategy[] = [];
    beforeAll(async () => (mosquitto = await TestMosquitto.start()));
    afterAll(async () => {
      for (const one of open) await one.close();
      await mosquitto.remove();
    });

    const reads = async (take: (message: InboundMessage) => Promise<Taken>) => {
      const watch = watched();
      const transport = inboundTransport(subscription('mqtt', mosquitto.url), 'dalian', watch);
      open.push(transport);
      if (!('addHandler' in transport) || typeof transport.addHandler !== 'function')
        throw new Error('no transport of Nest');
      transport.addHandler(brokerMessage, take);
      transport.listen(() => undefined);
      await eventually(() => watch.told.includes('reading'));
      return { transport, watch };
    };

    it('hands over the bytes as they are, in order, one when the one before is stored; what was not comes again', async () => {
      const { connectAsync } = await import('mqtt');
      const taken: InboundMessage[] = [];
      let isStoring = true;
      const take = (message: InboundMessage): Promise<Taken> => {
        if (isStoring) taken.push(message);
        return Promise.resolve(isStoring ? { stored: true } : later);
      };
      const { transport } = await reads(take);
      const sender = await connectAsync(mosquitto.url, { protocolVersion: 5 });
      const bodies = Array.from({ length: 8 }, (_, n) => Buffer.from([0x00, 0xff, n, 0x7b]));
      const send = (body: Buffer, id: number) =>
        sender.publishAsync('port/in', body, {
          qos: 1,
          properties: { contentType: 'application/xml', userProperties: { 'message-id': `m-${id}` } },
        });
      for (const [n, body] of bodies.slice(0, 4).entries()) await send(body, n);
      await eventually(() => taken.length === 4);

      isStoring = false;
      for (const [n, body] of bodies.slice(4, 6).entries()) await send(body, n + 4);
      await transport.close();
      // While nobody reads, the broker keeps what comes.
      for (const [n, body] of bodies.slice(6).entries()) await send(body, n + 6);
      isStoring = true;
      await reads(take);
      await eventually(() => taken.length === bodies.length);
      await sender.endAsync();
      expect(taken.map(({ bytes }) => bytes)).toEqual(bodies);
      expect(taken.map(({ id }) => id)).toEqual(bodies.map((_, n) => `m-${n}`));
      expect(taken[0]).toMatchObject({ contentType: 'application/xml' });
    });
  });
