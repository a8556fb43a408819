import type { Adapter } from '../contract.js';

/** What inspection and quarantine speaks. */
export const inspectionAdapters: readonly Adapter[] = [];
