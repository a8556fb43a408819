export * from './criteria.js';
export * from './dead-letters.js';
export * from './replays.js';
export * from './step.js';
