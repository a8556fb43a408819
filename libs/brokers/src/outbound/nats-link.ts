import { ClientNats } from '@nestjs/microservices';
import type { NatsConnection } from '@nats-io/transport-node';
import { fail, ok, type Fault, type Result } from '#kernel';
import { natsOptions } from '../connection.js';
import { brokerFaults } from '../faults.js';
import type { BrokerSettings } from '../settings.js';
import { within } from '../within.js';
import { contentType, type BrokerLink, type Publication } from './link.js';

/** Bytes of a publication beside its body: headers and protocol. */
const HEADER_ROOM = 512;

/**
 * NATS. What Nest's client emits is a note to whoever listens, and nobody answers for it; so the connection under it
 * publishes: to a stream, which answers when it has stored the message, or, where the broker is set up so, with a
 * round trip to the server after it.
 */
export class NatsLink implements BrokerLink {
  readonly #client: ClientNats;
  #connection: NatsConnection | undefined;

  constructor(
    private readonly settings: BrokerSettings,
    name: string,
  ) {
    this.#client = new ClientNats(natsOptions(settings, name));
  }

  get connected(): boolean {
    return this.#connection !== undefined && !this.#connection.isClosed();
  }

  async publish(topic: string, { id, body }: Publication, ms: number): Promise<Result<string, Fault>> {
    const connection: NatsConnection = await within(this.#client.connect(), ms);
    this.#connection = connection;
    const limit = connection.info?.max_payload ?? Infinity;
    if (body.length + HEADER_ROOM > limit) {
      const values = { broker: this.settings.name, size: body.length, limit };
      return fail(brokerFaults.make('BROKER_TOO_LARGE', { values }));
    }
    const { headers } = await import('@nats-io/transport-node');
    const head = headers();
    head.set('Nats-Msg-Id', id);
    head.set('content-type', contentType);
    if (!this.settings.stored) {
      connection.publish(topic, body, { headers: head });
      await within(connection.flush(), ms);
      return ok('taken by the server');
    }
    const { jetstream } = await import('@nats-io/jetstream');
    const ack = await jetstream(connection).publish(topic, body, { headers: head, timeout: ms });
    return ok(`stream ${ack.stream}, ${ack.duplicate ? 'known as' : 'number'} ${ack.seq}`);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
