import { Foundation1763900000000 } from '../../../migrations/1763900000000-foundation.js';

/** Every change of the tables, oldest first. One that was released is never edited. */
export const migrations = [Foundation1763900000000];
