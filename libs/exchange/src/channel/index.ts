export { AddressGuard, urlLimit } from './address-guard.js';
export * from './breaker.js';
export * from './channel.js';
export * from './faults.js';
export { post, type Answer, type Post } from './http-post.js';
export { endingOfError, retryAfterMs } from './outcome.js';
export { parseNetworks } from './networks.js';
export * from './retry-schedule.js';
export * from './webhook.js';
