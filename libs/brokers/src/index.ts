export * from './faults.js';
export * from './inbound/inbound-message.js';
export * from './inbound/open-inbound.js';
export * from './inbound/reception.js';
export * from './outbound/broker-channel.js';
export * from './read-brokers.js';
export * from './settings.js';
export { isTopic } from './topic.js';
