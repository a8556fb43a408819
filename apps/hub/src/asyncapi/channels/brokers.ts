import type { JsonObject, Texts } from '#kernel';
import type { Channel, Header, ServerEntry } from '../channel.js';

/** What a kind of broker has of its own. */
interface Broker {
  readonly id: 'nats' | 'rabbitmq' | 'kafka' | 'mqtt';
  readonly name: string;
  readonly protocol: string;
  /** What a topic is called there. */
  readonly topic: Texts;
  /** Where the id of the event stands beside the body. */
  readonly idHeader: string;
  readonly publish?: JsonObject;
  readonly message?: JsonObject;
}

const kinds: readonly Broker[] = [
  {
    id: 'nats',
    name: 'NATS',
    protocol: 'nats',
    topic: { zh: '主题（subject）', en: 'Subject' },
    idHeader: 'Nats-Msg-Id',
  },
  {
    id: 'rabbitmq',
    name: 'RabbitMQ',
    protocol: 'amqp',
    topic: {
      zh: '路由键；默认交换机时为队列名',
      en: 'Routing key; of the default exchange the name of a queue',
    },
    idHeader: 'message-id',
    publish: { amqp: { deliveryMode: 2, mandatory: true, timestamp: true, bindingVersion: '0.3.0' } },
  },
  {
    id: 'kafka',
    name: 'Kafka',
    protocol: 'kafka',
    topic: { zh: '主题（topic）', en: 'Topic' },
    idHeader: 'message-id',
    message: {
      kafka: {
        key: { type: 'string', description: '保序键，无则为事件编号 · order key, else the id of the event' },
        bindingVersion: '0.5.0',
      },
    },
  },
  {
    id: 'mqtt',
    name: 'MQTT',
    protocol: 'mqtt',
    topic: { zh: '主题（topic）', en: 'Topic' },
    idHeader: 'message-id',
    publish: { mqtt: { qos: 1, bindingVersion: '0.2.0' } },
  },
];

/** Where the brokers of a node are: as its operator has set it up. */
export const brokerServers: readonly ServerEntry[] = kinds.map(({ id, name, protocol }) => ({
  id,
  host: `{${id}}`,
  protocol,
  text: { zh: `${name}，由运维方配置`, en: `${name}, as the operator has set it up` },
  variables: { [id]: { zh: '主机名与端口', en: 'Host and port' } },
}));

export const brokerChannels: readonly Channel[] = kinds.flatMap((kind) => [published(kind), read(kind)]);

function published({ id, name, topic, idHeader, publish, message }: Broker): Channel {
  return {
    id,
    title: { zh: `发布到 ${name}`, en: `Published to ${name}` },
    description: {
      zh: `类别为 broker 的投递目标：每个事件一条消息，代理确认后才算送达。消息编号即事件编号，据此去重；MQTT 3.1.1 没有消息头。`,
      en: `A destination of the kind broker: one message for each event, delivered once the broker has confirmed it. The id of the message is that of the event: drop doubles by it. MQTT 3.1.1 has no headers.`,
    },
    address: '{topic}',
    parameters: { topic },
    servers: [id],
    carries: ['event'],
    action: 'send',
    operation: `publishTo${name}`,
    headers: headersOf(idHeader),
    bindings: {
      ...(publish ? { operation: publish } : {}),
      ...(message ? { message } : {}),
    },
  };
}

function read({ id, name, topic, idHeader }: Broker): Channel {
  return {
    id: `${id}-in`,
    title: { zh: `从 ${name} 读取`, en: `Read from ${name}` },
    description: {
      zh: '枢纽按配置代参与方读取的主题：消息体为任何枢纽可读的报文，落盘后才向代理确认。消息编号用作幂等键；没有编号则以内容为准。',
      en: 'A topic that the hub reads for a participant, as it is set up: the body is any message that the hub reads, and is acknowledged to the broker once it is stored. The id of the message is the idempotency key; without one the content stands for itself.',
    },
    address: '{topic}',
    parameters: { topic },
    servers: [id],
    carries: ['interchange'],
    action: 'receive',
    operation: `readFrom${name}`,
    headers: headersOf(idHeader),
  };
}

function headersOf(idHeader: string): readonly Header[] {
  return [
    {
      name: idHeader,
      optional: true,
      text: { zh: '消息编号', en: 'Id of the message' },
      schema: { type: 'string' },
    },
    {
      name: 'content-type',
      optional: true,
      text: { zh: '内容类型', en: 'Content type' },
      schema: { type: 'string' },
    },
  ];
}
