import type { Adapter } from '../contract.js';
import { calinfEdifact } from './calinf-edifact/adapter.js';
import { vesdepEdifact } from './vesdep-edifact/adapter.js';

/** What maritime authorities speak. */
export const maritimeAdapters: readonly Adapter[] = [calinfEdifact, vesdepEdifact];
