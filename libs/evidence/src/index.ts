export * from './access-key.js';
export * from './digest.js';
export * from './faults.js';
export * from './jws.js';
export * from './node-key.js';
export * from './receipt.js';
export * from './seal.js';
export * from './webhook-signature.js';
