/* Generated from schemas/ by `npm run generate`. Do not edit. */
import type { ArrivalReport } from './arrival-report.js';
import type { BerthPlan } from './berth-plan.js';
import type { CargoManifest } from './cargo-manifest.js';
import type { Certificate } from './certificate.js';
import type { ContainerMove } from './container-move.js';
import type { CrewList } from './crew-list.js';
import type { CrossBorderCargoList } from './cross-border-cargo-list.js';
import type { CrossBorderList } from './cross-border-list.js';
import type { CrossBorderLogistics } from './cross-border-logistics.js';
import type { CrossBorderOrder } from './cross-border-order.js';
import type { CrossBorderPayment } from './cross-border-payment.js';
import type { CrossBorderReceipt } from './cross-border-receipt.js';
import type { CrossBorderReturn } from './cross-border-return.js';
import type { CrossBorderSummary } from './cross-border-summary.js';
import type { CrossBorderTax } from './cross-border-tax.js';
import type { DangerousGoodsNotification } from './dangerous-goods-notification.js';
import type { Declaration } from './declaration.js';
import type { DeclarationStatus } from './declaration-status.js';
import type { ExchangeEnvelope } from './exchange-envelope.js';
import type { GateMove } from './gate-move.js';
import type { InspectionApplication } from './inspection-application.js';
import type { InspectionResult } from './inspection-result.js';
import type { LoadList } from './load-list.js';
import type { LoadingReport } from './loading-report.js';
import type { PassengerList } from './passenger-list.js';
import type { ReleaseOrder } from './release-order.js';
import type { StowagePlan } from './stowage-plan.js';
import type { TallyReport } from './tally-report.js';
import type { TransferSlip } from './transfer-slip.js';
import type { VerifiedGrossMass } from './verified-gross-mass.js';
import type { VesselCallEvent } from './vessel-call-event.js';
import type { VesselParticulars } from './vessel-particulars.js';
import type { VesselPermit } from './vessel-permit.js';
import type { VesselPreArrival } from './vessel-pre-arrival.js';
import type { WasteNotification } from './waste-notification.js';

export type { ArrivalReport, BerthPlan, CargoManifest, Certificate, ContainerMove, CrewList, CrossBorderCargoList, CrossBorderList, CrossBorderLogistics, CrossBorderOrder, CrossBorderPayment, CrossBorderReceipt, CrossBorderReturn, CrossBorderSummary, CrossBorderTax, DangerousGoodsNotification, Declaration, DeclarationStatus, ExchangeEnvelope, GateMove, InspectionApplication, InspectionResult, LoadList, LoadingReport, PassengerList, ReleaseOrder, StowagePlan, TallyReport, TransferSlip, VerifiedGrossMass, VesselCallEvent, VesselParticulars, VesselPermit, VesselPreArrival, WasteNotification };

/** The body of each document type. */
export interface DocumentBodies {
  ArrivalReport: ArrivalReport;
  BerthPlan: BerthPlan;
  CargoManifest: CargoManifest;
  Certificate: Certificate;
  ContainerMove: ContainerMove;
  CrewList: CrewList;
  CrossBorderCargoList: CrossBorderCargoList;
  CrossBorderList: CrossBorderList;
  CrossBorderLogistics: CrossBorderLogistics;
  CrossBorderOrder: CrossBorderOrder;
  CrossBorderPayment: CrossBorderPayment;
  CrossBorderReceipt: CrossBorderReceipt;
  CrossBorderReturn: CrossBorderReturn;
  CrossBorderSummary: CrossBorderSummary;
  CrossBorderTax: CrossBorderTax;
  DangerousGoodsNotification: DangerousGoodsNotification;
  Declaration: Declaration;
  DeclarationStatus: DeclarationStatus;
  ExchangeEnvelope: ExchangeEnvelope;
  GateMove: GateMove;
  InspectionApplication: InspectionApplication;
  InspectionResult: InspectionResult;
  LoadList: LoadList;
  LoadingReport: LoadingReport;
  PassengerList: PassengerList;
  ReleaseOrder: ReleaseOrder;
  StowagePlan: StowagePlan;
  TallyReport: TallyReport;
  TransferSlip: TransferSlip;
  VerifiedGrossMass: VerifiedGrossMass;
  VesselCallEvent: VesselCallEvent;
  VesselParticulars: VesselParticulars;
  VesselPermit: VesselPermit;
  VesselPreArrival: VesselPreArrival;
  WasteNotification: WasteNotification;
}

export type DocumentType = keyof DocumentBodies;
