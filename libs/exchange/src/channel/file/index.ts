export type { BacklogLimits } from './backlog.js';
export { endings } from './file-content.js';
export * from './file-channel.js';
export * from './file-name.js';
export * from './folders.js';
export { putFile, settleFolder } from './write-file.js';
