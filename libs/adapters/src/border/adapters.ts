import type { Adapter } from '../contract.js';

/** What border inspection speaks. */
export const borderAdapters: readonly Adapter[] = [];
