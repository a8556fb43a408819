import type { Adapter } from '../contract.js';
import { cusresPaxlstEdifact } from './cusres-paxlst-edifact/adapter.js';
import { gateCheckpointXml } from './gate-checkpoint-xml/adapter.js';
import { paxlstEdifact } from './paxlst-edifact/adapter.js';
import { shipPreReportXml } from './ship-pre-report-xml/adapter.js';
import { tourGroupCsv } from './tour-group-csv/adapter.js';

/** What border inspection speaks. */
export const borderAdapters: readonly Adapter[] = [
  shipPreReportXml,
  gateCheckpointXml,
  paxlstEdifact,
  cusresPaxlstEdifact,
  tourGroupCsv,
];
