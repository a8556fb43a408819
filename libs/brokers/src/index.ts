export * from './faults.js';
export * from './outbound/broker-channel.js';
export * from './read-brokers.js';
export * from './settings.js';
export { isTopic } from './topic.js';
