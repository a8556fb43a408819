import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { BrokerKind, BrokerSubscription } from '../settings.js';
import { KafkaServer } from './kafka-server.js';
import { MqttServer } from './mqtt-server.js';
import { NatsServer } from './nats-server.js';
import { RabbitServer } from './rabbit-server.js';
import { Reception, type InboundWatch } from './reception.js';

const servers: Readonly<
  Record<BrokerKind, new (reception: Reception, nodeCode: string) => CustomTransportStrategy>
> = {
  nats: NatsServer,
  rabbitmq: RabbitServer,
  kafka: KafkaServer,
  mqtt: MqttServer,
};

/**
 * The transport of a Nest microservice that reads one subscription.
 *
 * @example
 * ```ts
 * for (const one of brokers.subscriptions)
 *   app.connectMicroservice({ strategy: inboundTransport(one, 'dalian', watch) });
 * ```
 */
export const inboundTransport = (
  subscription: BrokerSubscription,
  nodeCode: string,
  watch: InboundWatch,
): CustomTransportStrategy =>
  new servers[subscription.broker.kind](new Reception(subscription, watch), nodeCode);
