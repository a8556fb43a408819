import type { Adapter } from '../contract.js';
import { gateCheckpointXml } from './gate-checkpoint-xml/adapter.js';
import { paxlstEdifact } from './paxlst-edifact/adapter.js';
import { shipPreReportXml } from './ship-pre-report-xml/adapter.js';

/** What border inspection speaks. */
export const borderAdapters: readonly Adapter[] = [
  shipPreReportXml,
  gateCheckpointXml,
  paxlstEdifact,
];
