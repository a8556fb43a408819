export type * from './peer-directory.js';
