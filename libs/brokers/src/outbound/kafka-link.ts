import { ClientKafka } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { ok, type Fault, type Result } from '#kernel';
import { kafkaOptions } from '../connection.js';
import type { BrokerSettings } from '../settings.js';
import { within } from '../within.js';
import { contentType, messageIdHeader, type BrokerLink, type Publication } from './link.js';

/** Every replica in sync has it. */
const ACKS_OF_ALL = -1;

/** Kafka, by Nest's client as it is: it resolves when all replicas in sync have the record. Its key keeps the order. */
export class KafkaLink implements BrokerLink {
  readonly #client: ClientKafka;
  #connected = false;

  constructor(settings: BrokerSettings, name: string) {
    this.#client = new ClientKafka({
      ...kafkaOptions(settings, name),
      producerOnlyMode: true,
      producer: { allowAutoTopicCreation: false, maxInFlightRequests: 1 },
      send: { acks: ACKS_OF_ALL },
    });
  }

  get connected(): boolean {
    return this.#connected;
  }

  async publish(
    topic: string,
    { id, body, orderKey }: Publication,
    ms: number,
  ): Promise<Result<string, Fault>> {
    this.#connected = false;
    await within(this.#client.connect(), ms);
    this.#connected = true;
    const headers = { 'content-type': contentType, [messageIdHeader]: id };
    const sent = this.#client.emit(topic, { key: orderKey, value: body, headers });
    const answer: unknown = await within(lastValueFrom(sent), ms);
    const [record]: unknown[] = Array.isArray(answer) ? answer : [];
    const place = { partition: '?', baseOffset: '?', ...(typeof record === 'object' ? record : {}) };
    return ok(`partition ${place.partition}, offset ${place.baseOffset}`);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
