import { ClientMqtt, MqttRecord, type Serializer } from '@nestjs/microservices';
import type { MqttClient } from 'mqtt';
import { lastValueFrom } from 'rxjs';
import { ok, type Fault, type Result } from '#kernel';
import { mqttOptions } from '../connection.js';
import type { BrokerSettings } from '../settings.js';
import { within } from '../within.js';
import { contentType, messageIdHeader, type BrokerLink, type Publication } from './link.js';

/** The body as it is; Nest would wrap it in JSON of its own. */
const bytesAlone: Serializer<{ data: MqttRecord<Buffer> }, Buffer> = { serialize: ({ data }) => data.data };

/** MQTT, by Nest's client: with QoS 1 it resolves when the broker has acknowledged (PUBACK). */
export class MqttLink implements BrokerLink {
  readonly #client: ClientMqtt;
  #mqtt: MqttClient | undefined;

  constructor(settings: BrokerSettings, name: string) {
    // Other processes of the node publish too: only they, and not each other, must have the same id.
    const clientId = `${name}-${process.pid.toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    this.#client = new ClientMqtt({ ...mqttOptions(settings, clientId), serializer: bytesAlone });
  }

  get connected(): boolean {
    return this.#mqtt?.connected ?? false;
  }

  async publish(topic: string, { id, body }: Publication, ms: number): Promise<Result<string, Fault>> {
    await within(this.#client.connect(), ms);
    this.#mqtt = this.#client.unwrap<MqttClient>();
    const properties = { contentType, userProperties: { [messageIdHeader]: id } };
    const sent = this.#client.emit(topic, new MqttRecord(body, { qos: 1, properties }));
    await within(lastValueFrom(sent, { defaultValue: undefined }), ms);
    return ok('acknowledged');
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
