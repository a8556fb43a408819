import type { Adapter } from '../contract.js';
import { bondedLedgerXml } from './bonded-ledger-xml/adapter.js';
import { bondedEntryAnswerXml } from './bonded-entry-answer-xml/adapter.js';
import { passportTwoStepAnswerXml } from './passport-two-step-answer-xml/adapter.js';
import { bondedListAnswerXml } from './bonded-list-answer-xml/adapter.js';
import { bondedListXml } from './bonded-list-xml/adapter.js';
import { passportAnswerXml } from './passport-answer-xml/adapter.js';
import { cebCancel } from './ceb-cancel/adapter.js';
import { cebCargo } from './ceb-cargo/adapter.js';
import { cebCollection } from './ceb-collection/adapter.js';
import { cebList } from './ceb-list/adapter.js';
import { cebLogistics } from './ceb-logistics/adapter.js';
import { cebOrder } from './ceb-order/adapter.js';
import { cebPayment } from './ceb-payment/adapter.js';
import { cebReceipt } from './ceb-receipt/adapter.js';
import { cebReturn } from './ceb-return/adapter.js';
import { cebSummary } from './ceb-summary/adapter.js';
import { cebTax } from './ceb-tax/adapter.js';
import { cebWaybill } from './ceb-waybill/adapter.js';
import { cuscarEdifact } from './cuscar-edifact/adapter.js';
import { cusdecEdifact } from './cusdec-edifact/adapter.js';
import { cusrepEdifact } from './cusrep-edifact/adapter.js';
import { cusresEdifact } from './cusres-edifact/adapter.js';
import { declarationResponseXml } from './declaration-response-xml/adapter.js';
import { declarationXml } from './declaration-xml/adapter.js';
import { dxpEnvelope } from './dxp-envelope/adapter.js';
import { manifestArrival } from './manifest-arrival/adapter.js';
import { manifestLoading } from './manifest-loading/adapter.js';
import { manifestRoad } from './manifest-road/adapter.js';
import { manifestSeaAir } from './manifest-sea-air/adapter.js';
import { manifestTally } from './manifest-tally/adapter.js';
import { mftEnvelope } from './mft-envelope/adapter.js';
import { passportXml } from './passport-xml/adapter.js';
import { transitDeclarationXml } from './transit-declaration-xml/adapter.js';

/** What customs speak. */
export const customsAdapters: readonly Adapter[] = [
  bondedLedgerXml,
  bondedEntryAnswerXml,
  passportTwoStepAnswerXml,
  bondedListAnswerXml,
  bondedListXml,
  passportAnswerXml,
  transitDeclarationXml,
  passportXml,
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
  cusresEdifact,
  cuscarEdifact,
  cusdecEdifact,
  cusrepEdifact,
];
