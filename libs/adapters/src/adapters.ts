import type { Adapter } from './contract.js';
import { cebOrder } from './customs/ceb-order/adapter.js';
import { cebPayment } from './customs/ceb-payment/adapter.js';
import { cebCollection } from './customs/ceb-collection/adapter.js';
import { cebWaybill } from './customs/ceb-waybill/adapter.js';
import { cebLogistics } from './customs/ceb-logistics/adapter.js';
import { cebCargo } from './customs/ceb-cargo/adapter.js';
import { cebList } from './customs/ceb-list/adapter.js';
import { cebCancel } from './customs/ceb-cancel/adapter.js';
import { cebReturn } from './customs/ceb-return/adapter.js';
import { cebSummary } from './customs/ceb-summary/adapter.js';
import { cebTax } from './customs/ceb-tax/adapter.js';
import { cebReceipt } from './customs/ceb-receipt/adapter.js';
import { declarationResponseXml } from './customs/declaration-response-xml/adapter.js';
import { dxpEnvelope } from './customs/dxp-envelope/adapter.js';
import { mftEnvelope } from './customs/mft-envelope/adapter.js';
import { manifestSeaAir } from './customs/manifest-sea-air/adapter.js';
import { manifestRoad } from './customs/manifest-road/adapter.js';
import { manifestArrival } from './customs/manifest-arrival/adapter.js';
import { manifestLoading } from './customs/manifest-loading/adapter.js';
import { manifestTally } from './customs/manifest-tally/adapter.js';
import { declarationXml } from './customs/declaration-xml/adapter.js';
import { coarriEdifact } from './port/coarri-edifact/adapter.js';
import { codecoEdifact } from './port/codeco-edifact/adapter.js';
import { coprarEdifact } from './port/coprar-edifact/adapter.js';
import { coparnEdifact } from './port/coparn-edifact/adapter.js';
import { baplieEdifact } from './port/baplie-edifact/adapter.js';
import { vermasEdifact } from './port/vermas-edifact/adapter.js';

/** Every adapter of this build. The list is explicit: nothing is found by scanning. */
export const adapters: readonly Adapter[] = [
  declarationXml,
  manifestTally,
  manifestLoading,
  manifestArrival,
  manifestRoad,
  manifestSeaAir,
  mftEnvelope,
  dxpEnvelope,
  declarationResponseXml,
  cebReceipt,
  cebTax,
  cebSummary,
  cebReturn,
  cebCancel,
  cebList,
  cebCargo,
  cebLogistics,
  cebWaybill,
  cebCollection,
  cebPayment,
  cebOrder,
  coarriEdifact,
  codecoEdifact,
  coprarEdifact,
  coparnEdifact,
  baplieEdifact,
  vermasEdifact,
];
