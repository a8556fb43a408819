export * from './audit.js';
export * from './blocks.js';
export * from './peers.js';
export * from './rows.js';
export * from './watch.js';
export { isSmall, watched } from './watched.js';
export type { Watched } from './watched.js';
