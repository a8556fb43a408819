export * from './chain.js';
export * from './checkpoint.js';
export * from './entry.js';
export * from './faults.js';
export * from './merkle.js';
export * from './proof.js';
export * from './read-export.js';
