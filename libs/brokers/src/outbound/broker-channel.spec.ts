import { Logger } from '@nestjs/common';
import { certificateFor } from '../../../exchange/src/channel/testing/certificate.js';
import type { BrokerKind } from '../settings.js';
import { mosquittoInstalled, TestMosquitto } from '../testing/mosquitto.js';
import { natsInstalled, TestNats } from '../testing/nats.js';
import { channelTo, closeChannels, destination, event, signal } from '../testing/outbound.js';
import { rabbitInstalled, TestRabbit } from '../testing/rabbitmq.js';

Logger.overrideLogger(false);
afterEach(closeChannels);

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
