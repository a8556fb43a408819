import type { BrokerKind } from './settings.js';

const patterns: Readonly<Record<BrokerKind, RegExp>> = {
  nats: /^(?!\$)[^\s.*>]+(?:\.[^\s.*>]+)*$/,
  rabbitmq: /^[\x21-\x7e]+$/,
  kafka: /^(?!\.{1,2}$)[A-Za-z0-9._-]+$/,
  mqtt: /^(?!\$)[^\s+#]+$/,
};

/** Longest name of a topic; RabbitMQ takes 255 bytes, Kafka 249 characters. */
export const topicLimit = 200;

/** Whether one queue, subject or topic can have this name at a broker of the kind: no wildcards. */
export const isTopic = (kind: BrokerKind, topic: string): boolean =>
  topic.length <= topicLimit && patterns[kind].test(topic);
