export * from './preview.js';
export * from './replay-lane.js';
