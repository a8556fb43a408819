import { Logger } from '@nestjs/common';
import { mosquittoInstalled, TestMosquitto } from '../testing/mosquitto.js';
import {
  byKey,
  channelTo,
  closeChannels,
  destination,
  many,
  sentByKey,
  signal,
} from '../testing/outbound.js';

Logger.overrideLogger(false);
afterEach(closeChannels);

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
