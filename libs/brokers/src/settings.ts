/** Message brokers that can be spoken with. */
export const brokerKinds = ['nats', 'rabbitmq', 'kafka', 'mqtt'] as const;
export type BrokerKind = (typeof brokerKinds)[number];

export interface BrokerCredentials {
  readonly username?: string;
  readonly password?: string;
  readonly token?: string;
}

/** PEM texts. */
export interface BrokerTls {
  readonly authority?: string;
  readonly certificate?: string;
  readonly key?: string;
}

/** One broker, with its secrets: not for a log. */
export interface BrokerSettings {
  readonly name: string;
  readonly kind: BrokerKind;
  /** Without user names and passwords. */
  readonly urls: readonly string[];
  readonly credentials?: BrokerCredentials;
  readonly sasl?: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly tls?: BrokerTls;
  /** RabbitMQ: where it is published to; empty for the default exchange, where a topic is the name of a queue. */
  readonly exchange: string;
  /** NATS: a publication counts when a stream has stored it, not when the server has taken it. */
  readonly stored: boolean;
}

/** A queue, subject or topic that is read, and whose messages they are. */
export interface BrokerSubscription {
  readonly name: string;
  readonly broker: BrokerSettings;
  readonly topic: string;
  /** Code of the participant. */
  readonly participant: string;
  readonly adapter?: string;
  /** Of messages that do not say it themselves. */
  readonly contentType?: string;
  /** One after the other. */
  readonly ordered: boolean;
  /** Messages in hand that are not yet stored, at most. */
  readonly prefetch: number;
}

/** What a node is set up with. */
export interface BrokerSetup {
  readonly brokers: ReadonlyMap<string, BrokerSettings>;
  readonly subscriptions: readonly BrokerSubscription[];
}

export const noBrokers: BrokerSetup = { brokers: new Map(), subscriptions: [] };
