import { ServerMqtt } from '@nestjs/microservices';
import type { IPublishPacket, MqttClient } from 'mqtt';
import { connectionName, mqttOptions } from '../connection.js';
import { messageIdHeader } from '../outbound/link.js';
import { taker } from './handler.js';
import { brokerMessage } from './inbound-message.js';
import type { Reception } from './reception.js';

/** How long a broker is asked to keep what comes while this node is away: a week. */
const SESSION_SECONDS = 7 * 24 * 3600;

/**
 * Reads a topic with QoS 1, one message after the other: the next is looked at, and the one before acknowledged, when
 * it is stored. The session is the broker's to keep while the node is away, so its name is the same each time, and
 * one process of the node alone can have it.
 */
export class MqttServer extends ServerMqtt {
  constructor(
    private readonly reception: Reception,
    nodeCode: string,
  ) {
    const { name, broker } = reception.subscription;
    super({
      ...mqttOptions(broker, connectionName(nodeCode, name)),
      clean: false,
      properties: { sessionExpiryInterval: SESSION_SECONDS, receiveMaximum: reception.subscription.prefetch },
    });
    this.status.subscribe((status) => {
      if (`${status}` !== 'connected') reception.reading(false);
    });
  }

  /** The hub does not wait for a broker; the client tries until it is there. */
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

  override bindEvents(client: MqttClient): void {
    client.on('error', (error) => this.reception.failed(error));
    client.handleMessage = (packet, done) => void this.#take(packet, done);
    const { topic } = this.reception.subscription;
    // A session that the broker has kept hands out what it has at once, so the subscription is asked for each time.
    client.on('connect', () => {
      client.subscribe(topic, { qos: 1 }, (error) => {
        if (error) this.reception.failed(error);
        else this.reception.reading(true);
      });
    });
  }

  override async close(): Promise<void> {
    await this.reception.close();
    super.close();
  }

  async #take({ payload, properties }: IPublishPacket, done: (error?: Error) => void): Promise<void> {
    const id = properties?.userProperties?.[messageIdHeader];
    const { contentType } = properties ?? {};
    const inbound = {
      bytes: Buffer.isBuffer(payload) ? payload : Buffer.from(payload),
      ...(typeof id === 'string' ? { id } : {}),
      ...(contentType === undefined ? {} : { contentType }),
    };
    const handler = () => this.messageHandlers.get(brokerMessage);
    const take = taker(handler, this.reception.signal, (error) => this.handleError(String(error)));
    // Without an acknowledgement the broker hands it out again to the next connection.
    if (await this.reception.take(inbound, take)) done();
  }
}
