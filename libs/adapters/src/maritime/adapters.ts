import type { Adapter } from '../contract.js';

/** What maritime authorities speak. */
export const maritimeAdapters: readonly Adapter[] = [];
