import { borderAdapters } from './border/adapters.js';
import type { Adapter } from './contract.js';
import { customsAdapters } from './customs/adapters.js';
import { inspectionAdapters } from './inspection/adapters.js';
import { maritimeAdapters } from './maritime/adapters.js';
import { portAdapters } from './port/adapters.js';
import { sharedAdapters } from './shared/adapters.js';

/** Every adapter of this build, by system. The lists are explicit: nothing is found by scanning. */
export const adapters: readonly Adapter[] = [
  ...customsAdapters,
  ...inspectionAdapters,
  ...borderAdapters,
  ...maritimeAdapters,
  ...portAdapters,
  ...sharedAdapters,
];
