import { Logger } from '@nestjs/common';
import { natsInstalled, TestNats } from '../testing/nats.js';
import {
  byKey,
  channelTo,
  closeChannels,
  destination,
  event,
  many,
  sentByKey,
  signal,
} from '../testing/outbound.js';

Logger.overrideLogger(false);
afterEach(closeChannels);

/** A server that was started a moment ago listens before it answers about its streams. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 5; tries++) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  return ask();
}

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
          const { state } = await answered(() => manager.streams.info('PORT'));
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
