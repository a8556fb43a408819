import type { KafkaOptions, MqttOptions, NatsOptions, RmqOptions } from '@nestjs/microservices';
import type { SASLOptions } from 'kafkajs';
import type { BrokerSettings, BrokerTls } from './settings.js';

/** Until a connection must stand, and the reconnection that follows one that broke. */
const CONNECT_MS = 10_000;
const RECONNECT_MS = 2_000;
/** A broker that is silent for two of these is taken for gone. */
const HEARTBEAT_SECONDS = 10;

const pem = ({ authority, certificate, key }: BrokerTls) => ({
  ...(authority === undefined ? {} : { ca: authority }),
  ...(certificate === undefined ? {} : { cert: certificate }),
  ...(key === undefined ? {} : { key }),
});

/** What a connection is called at the broker, so that whoever looks there knows whose it is. */
export const connectionName = (nodeCode: string, use: string): string => `tongguan-${nodeCode}-${use}`;

export function natsOptions(settings: BrokerSettings, name: string): NonNullable<NatsOptions['options']> {
  const { credentials = {}, tls } = settings;
  return {
    servers: [...settings.urls],
    name,
    timeout: CONNECT_MS,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_MS,
    pingInterval: HEARTBEAT_SECONDS * 1000,
    maxPingOut: 2,
    ...(credentials.username === undefined ? {} : { user: credentials.username }),
    ...(credentials.password === undefined ? {} : { pass: credentials.password }),
    ...(credentials.token === undefined ? {} : { token: credentials.token }),
    ...(tls ? { tls: pem(tls) } : {}),
  };
}

/** Credentials stand beside the URLs and not in them: the client's own log shows URLs. */
export function rabbitOptions(settings: BrokerSettings, name: string): NonNullable<RmqOptions['options']> {
  const { credentials, tls } = settings;
  const { username = '', password = '' } = credentials ?? {};
  const plain = {
    mechanism: 'PLAIN',
    username,
    password,
    response: () => Buffer.from(`\0${username}\0${password}`),
  };
  return {
    urls: [...settings.urls],
    noAssert: true,
    socketOptions: {
      heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
      reconnectTimeInSeconds: RECONNECT_MS / 1000,
      connectionOptions: {
        timeout: CONNECT_MS,
        clientProperties: { connection_name: name },
        ...(credentials ? { credentials: plain } : {}),
        ...(tls ? pem(tls) : {}),
      },
    },
  };
}

export function kafkaOptions(settings: BrokerSettings, name: string): NonNullable<KafkaOptions['options']> {
  const { tls } = settings;
  const sasl = saslOf(settings);
  return {
    // Nest would put its own words behind the names.
    postfixId: '',
    client: {
      clientId: name,
      brokers: [...settings.urls],
      connectionTimeout: CONNECT_MS,
      // The lane repeats by its own schedule: what cannot be done soon is told soon.
      retry: { retries: 2, initialRetryTime: 300, maxRetryTime: RECONNECT_MS },
      ...(tls ? { ssl: pem(tls) } : {}),
      ...(sasl ? { sasl } : {}),
    },
  };
}

function saslOf({ credentials, sasl }: BrokerSettings): SASLOptions | undefined {
  const { username = '', password = '' } = credentials ?? {};
  if (sasl === 'plain') return { mechanism: 'plain', username, password };
  if (sasl === 'scram-sha-256') return { mechanism: 'scram-sha-256', username, password };
  if (sasl === 'scram-sha-512') return { mechanism: 'scram-sha-512', username, password };
  return undefined;
}

export function mqttOptions(settings: BrokerSettings, clientId: string): NonNullable<MqttOptions['options']> {
  const { credentials = {}, tls, urls } = settings;
  const [first = '', ...others] = urls;
  return {
    url: first,
    ...(others.length === 0 ? {} : { servers: urls.map(serverOf) }),
    protocolVersion: 5,
    clientId,
    connectTimeout: CONNECT_MS,
    reconnectPeriod: RECONNECT_MS,
    keepalive: HEARTBEAT_SECONDS,
    ...(credentials.username === undefined ? {} : { username: credentials.username }),
    ...(credentials.password === undefined ? {} : { password: credentials.password }),
    ...(tls ? pem(tls) : {}),
  };
}

function serverOf(url: string) {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === 'mqtts:';
  return {
    host: hostname,
    port: Number(port || (secure ? 8883 : 1883)),
    protocol: secure ? 'mqtts' : 'mqtt',
  } as const;
}
