import common from '../../../schemas/common.schema.json' with { type: 'json' };
import containerMove from '../../../schemas/documents/container-move.schema.json' with { type: 'json' };
import crossBorderCargoList from '../../../schemas/documents/cross-border-cargo-list.schema.json' with { type: 'json' };
import crossBorderList from '../../../schemas/documents/cross-border-list.schema.json' with { type: 'json' };
import crossBorderLogistics from '../../../schemas/documents/cross-border-logistics.schema.json' with { type: 'json' };
import crossBorderOrder from '../../../schemas/documents/cross-border-order.schema.json' with { type: 'json' };
import crossBorderPayment from '../../../schemas/documents/cross-border-payment.schema.json' with { type: 'json' };
import crossBorderReceipt from '../../../schemas/documents/cross-border-receipt.schema.json' with { type: 'json' };
import crossBorderReturn from '../../../schemas/documents/cross-border-return.schema.json' with { type: 'json' };
import crossBorderSummary from '../../../schemas/documents/cross-border-summary.schema.json' with { type: 'json' };
import crossBorderTax from '../../../schemas/documents/cross-border-tax.schema.json' with { type: 'json' };
import declarationStatus from '../../../schemas/documents/declaration-status.schema.json' with { type: 'json' };
import exchangeEnvelope from '../../../schemas/documents/exchange-envelope.schema.json' with { type: 'json' };
import cargoManifest from '../../../schemas/documents/cargo-manifest.schema.json' with { type: 'json' };
import arrivalReport from '../../../schemas/documents/arrival-report.schema.json' with { type: 'json' };
import loadingReport from '../../../schemas/documents/loading-report.schema.json' with { type: 'json' };
import tallyReport from '../../../schemas/documents/tally-report.schema.json' with { type: 'json' };
import declaration from '../../../schemas/documents/declaration.schema.json' with { type: 'json' };
import gateMove from '../../../schemas/documents/gate-move.schema.json' with { type: 'json' };
import loadList from '../../../schemas/documents/load-list.schema.json' with { type: 'json' };
import receipt from '../../../schemas/documents/receipt.schema.json' with { type: 'json' };
import railMovement from '../../../schemas/documents/rail-movement.schema.json' with { type: 'json' };
import releaseOrder from '../../../schemas/documents/release-order.schema.json' with { type: 'json' };
import shipmentEvent from '../../../schemas/documents/shipment-event.schema.json' with { type: 'json' };
import stowagePlan from '../../../schemas/documents/stowage-plan.schema.json' with { type: 'json' };
import verifiedGrossMass from '../../../schemas/documents/verified-gross-mass.schema.json' with { type: 'json' };
import berthPlan from '../../../schemas/documents/berth-plan.schema.json' with { type: 'json' };
import dangerousGoodsNotification from '../../../schemas/documents/dangerous-goods-notification.schema.json' with { type: 'json' };
import wasteNotification from '../../../schemas/documents/waste-notification.schema.json' with { type: 'json' };
import vesselCallEvent from '../../../schemas/documents/vessel-call-event.schema.json' with { type: 'json' };
import vesselPreArrival from '../../../schemas/documents/vessel-pre-arrival.schema.json' with { type: 'json' };
import inspectionApplication from '../../../schemas/documents/inspection-application.schema.json' with { type: 'json' };
import transferSlip from '../../../schemas/documents/transfer-slip.schema.json' with { type: 'json' };
import inspectionResult from '../../../schemas/documents/inspection-result.schema.json' with { type: 'json' };
import certificate from '../../../schemas/documents/certificate.schema.json' with { type: 'json' };
import vesselParticulars from '../../../schemas/documents/vessel-particulars.schema.json' with { type: 'json' };
import vesselPermit from '../../../schemas/documents/vessel-permit.schema.json' with { type: 'json' };
import gateCheckpointEvent from '../../../schemas/documents/gate-checkpoint-event.schema.json' with { type: 'json' };
import gatePass from '../../../schemas/documents/gate-pass.schema.json' with { type: 'json' };
import transitDeclaration from '../../../schemas/documents/transit-declaration.schema.json' with { type: 'json' };
import feeNotice from '../../../schemas/documents/fee-notice.schema.json' with { type: 'json' };
import feePayment from '../../../schemas/documents/fee-payment.schema.json' with { type: 'json' };
import appointment from '../../../schemas/documents/appointment.schema.json' with { type: 'json' };
import enterpriseClass from '../../../schemas/documents/enterprise-class.schema.json' with { type: 'json' };
import surveyResponse from '../../../schemas/documents/survey-response.schema.json' with { type: 'json' };
import bondedList from '../../../schemas/documents/bonded-list.schema.json' with { type: 'json' };
import tourGroupList from '../../../schemas/documents/tour-group-list.schema.json' with { type: 'json' };
import envelope from '../../../schemas/envelope.schema.json' with { type: 'json' };
import boardingResponse from '../../../schemas/documents/boarding-response.schema.json' with { type: 'json' };
import crewList from '../../../schemas/documents/crew-list.schema.json' with { type: 'json' };
import passengerList from '../../../schemas/documents/passenger-list.schema.json' with { type: 'json' };
import type { JsonObject } from '#kernel';
import type { DocumentType } from './generated/index.js';

/** The kinds of values that the documents share. */
export const commonSchema: JsonObject = common;

export const envelopeSchema: JsonObject = envelope;

/** The schema of each document type: the one source of types, validators, keys and checks. */
export const documentSchemas: Readonly<Record<DocumentType, JsonObject>> = {
  ContainerMove: containerMove,
  CrossBorderCargoList: crossBorderCargoList,
  CrossBorderList: crossBorderList,
  CrossBorderLogistics: crossBorderLogistics,
  CrossBorderOrder: crossBorderOrder,
  CrossBorderPayment: crossBorderPayment,
  CrossBorderReceipt: crossBorderReceipt,
  CrossBorderReturn: crossBorderReturn,
  CrossBorderSummary: crossBorderSummary,
  CrossBorderTax: crossBorderTax,
  DeclarationStatus: declarationStatus,
  ExchangeEnvelope: exchangeEnvelope,
  CargoManifest: cargoManifest,
  ArrivalReport: arrivalReport,
  LoadingReport: loadingReport,
  TallyReport: tallyReport,
  Declaration: declaration,
  GateMove: gateMove,
  LoadList: loadList,
  RailMovement: railMovement,
  Receipt: receipt,
  ReleaseOrder: releaseOrder,
  ShipmentEvent: shipmentEvent,
  StowagePlan: stowagePlan,
  VerifiedGrossMass: verifiedGrossMass,
  TourGroupList: tourGroupList,
  PassengerList: passengerList,
  CrewList: crewList,
  BoardingResponse: boardingResponse,
  BerthPlan: berthPlan,
  DangerousGoodsNotification: dangerousGoodsNotification,
  WasteNotification: wasteNotification,
  VesselCallEvent: vesselCallEvent,
  VesselPreArrival: vesselPreArrival,
  InspectionApplication: inspectionApplication,
  TransferSlip: transferSlip,
  InspectionResult: inspectionResult,
  Certificate: certificate,
  VesselParticulars: vesselParticulars,
  VesselPermit: vesselPermit,
  GateCheckpointEvent: gateCheckpointEvent,
  GatePass: gatePass,
  TransitDeclaration: transitDeclaration,
  FeeNotice: feeNotice,
  FeePayment: feePayment,
  Appointment: appointment,
  EnterpriseClass: enterpriseClass,
  SurveyResponse: surveyResponse,
  BondedList: bondedList,
};

const types: readonly string[] = Object.keys(documentSchemas);

/** Every document type, in the order of the alphabet. */
export const documentTypes: readonly DocumentType[] = types.filter(isDocumentType).sort();

export function isDocumentType(type: string): type is DocumentType {
  return types.includes(type);
}

/** Whether documents of a type are made by nodes themselves (`x-made-by`) and never taken out of a message. */
export const isMadeByNode = (type: string): boolean =>
  isDocumentType(type) && documentSchemas[type]['x-made-by'] === 'node';

/** The types that messages hold. */
export const messageTypes: readonly DocumentType[] = documentTypes.filter((type) => !isMadeByNode(type));

/** The version of a type's schema; `0` for a type that is not known. */
export function schemaVersionOf(type: string): string {
  const version = isDocumentType(type) ? documentSchemas[type]['x-version'] : undefined;
  return typeof version === 'string' ? version : '0';
}

/** Whether documents of a type may have a member of this name at their top. */
export function hasField(type: string, name: string): boolean {
  const fields = isDocumentType(type) ? documentSchemas[type].properties : undefined;
  return typeof fields === 'object' && fields !== null && name in fields;
}

/** The `$id` of a type's schema: the `dataschema` of its events. */
export function schemaIdOf(type: string): string | undefined {
  const id = isDocumentType(type) ? documentSchemas[type].$id : undefined;
  return typeof id === 'string' ? id : undefined;
}
