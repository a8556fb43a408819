import type { Adapter } from '../contract.js';
import { baplieEdifact } from './baplie-edifact/adapter.js';
import { baplieFlat } from './baplie-flat/adapter.js';
import { coarriEdifact } from './coarri-edifact/adapter.js';
import { coarriFlat } from './coarri-flat/adapter.js';
import { codecoEdifact } from './codeco-edifact/adapter.js';
import { codecoFlat } from './codeco-flat/adapter.js';
import { coparnEdifact } from './coparn-edifact/adapter.js';
import { coprarEdifact } from './coprar-edifact/adapter.js';
import { dcsaJitJson } from './dcsa-jit-json/adapter.js';
import { dcsaPortCallJson } from './dcsa-port-call-json/adapter.js';
import { dcsaTrackTrace3Json } from './dcsa-track-trace-3-json/adapter.js';
import { dcsaTrackTraceJson } from './dcsa-track-trace-json/adapter.js';
import { ctnjjdFlat } from './ctnjjd-flat/adapter.js';
import { dcsaVgmJson } from './dcsa-vgm-json/adapter.js';
import { ifcsumEdifact } from './ifcsum-edifact/adapter.js';
import { ifcsumFlat } from './ifcsum-flat/adapter.js';
import { movinsEdifact } from './movins-edifact/adapter.js';
import { railMovementJson } from './rail-movement-json/adapter.js';
import { railMovementXml } from './rail-movement-xml/adapter.js';
import { railWeighingCsv } from './rail-weighing-csv/adapter.js';
import { vermasEdifact } from './vermas-edifact/adapter.js';

/** What terminals, depots and carriers speak. */
export const portAdapters: readonly Adapter[] = [
  coarriEdifact,
  codecoEdifact,
  coprarEdifact,
  coparnEdifact,
  baplieEdifact,
  movinsEdifact,
  ifcsumEdifact,
  vermasEdifact,
  coarriFlat,
  codecoFlat,
  baplieFlat,
  ifcsumFlat,
  ctnjjdFlat,
  dcsaTrackTraceJson,
  dcsaTrackTrace3Json,
  dcsaPortCallJson,
  dcsaJitJson,
  dcsaVgmJson,
  railMovementJson,
  railMovementXml,
  railWeighingCsv,
];
