import type { Adapter } from '../contract.js';
import { bermanEdifact } from './berman-edifact/adapter.js';
import { calinfEdifact } from './calinf-edifact/adapter.js';
import { iftdgnEdifact } from './iftdgn-edifact/adapter.js';
import { vesdepEdifact } from './vesdep-edifact/adapter.js';
import { wasdisEdifact } from './wasdis-edifact/adapter.js';

/** What maritime authorities speak. */
export const maritimeAdapters: readonly Adapter[] = [
  calinfEdifact,
  vesdepEdifact,
  bermanEdifact,
  iftdgnEdifact,
  wasdisEdifact,
];
