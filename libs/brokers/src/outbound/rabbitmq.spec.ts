import { Logger } from '@nestjs/common';
import { connect as connectAmqp } from 'amqplib';
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
import { rabbitInstalled, TestRabbit } from '../testing/rabbitmq.js';

Logger.overrideLogger(false);
afterEach(closeChannels);

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
