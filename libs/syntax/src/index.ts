export * from './options.js';
export * from './tree.js';
