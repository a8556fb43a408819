import type { Adapter } from '../contract.js';
import { paxlstEdifact } from './paxlst-edifact/adapter.js';

/** What border inspection speaks. */
export const borderAdapters: readonly Adapter[] = [paxlstEdifact];
