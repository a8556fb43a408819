export * from './audit.js';
export * from './blocks.js';
export * from './peers.js';
export * from './rows.js';
export * from './watch.js';
export { watched } from './watched.js';
export { isSmall, type Watched } from './watched-table.js';
