export * from './clock.js';
export * from './fault.js';
export * from './id.js';
export * from './json.js';
export * from './result.js';
