import type { Adapter } from '../contract.js';
import { aisMilestonesNmea } from './ais-milestones-nmea/adapter.js';
import { berthScheduleFlat } from './berth-schedule-flat/adapter.js';
import { bermanEdifact } from './berman-edifact/adapter.js';
import { calinfEdifact } from './calinf-edifact/adapter.js';
import { iftdgnEdifact } from './iftdgn-edifact/adapter.js';
import { msaManifestFlat } from './msa-manifest-flat/adapter.js';
import { vesdepEdifact } from './vesdep-edifact/adapter.js';
import { vesselArchiveXml } from './vessel-archive-xml/adapter.js';
import { vesselCallFlat } from './vessel-call-flat/adapter.js';
import { vesselEntryXml } from './vessel-entry-xml/adapter.js';
import { vesselPermitXml } from './vessel-permit-xml/adapter.js';
import { vtsEventJson } from './vts-event-json/adapter.js';
import { wasdisEdifact } from './wasdis-edifact/adapter.js';

/** What maritime authorities speak. */
export const maritimeAdapters: readonly Adapter[] = [
  vesselPermitXml,
  vesselEntryXml,
  vesselArchiveXml,
  calinfEdifact,
  vesdepEdifact,
  bermanEdifact,
  iftdgnEdifact,
  wasdisEdifact,
  aisMilestonesNmea,
  vtsEventJson,
  vesselCallFlat,
  berthScheduleFlat,
  msaManifestFlat,
];
