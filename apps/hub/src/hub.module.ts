import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { BrokerSetup } from '#brokers';
import { AdminModule } from './admin/admin.module.js';
import type { MappingParts } from './admin/mappings/index.js';
import { BrokerIntakeController } from './brokers/broker-intake.controller.js';
import { DocsController } from './docs/docs.controller.js';
import { federationControllers, FederationOffice, SharedItems } from './federation/index.js';
import { ConvertController } from './gateway/convert.controller.js';
import { DeliveriesController } from './gateway/deliveries.controller.js';
import { DocumentsController } from './gateway/documents.controller.js';
import { EvidenceController } from './gateway/evidence.controller.js';
import { FeedsController } from './gateway/feeds.controller.js';
import { InterchangesController } from './gateway/interchanges.controller.js';
import { NoticesController } from './gateway/notices.controller.js';
import { ReceiptsController } from './gateway/receipts.controller.js';
import { ReplaysController } from './gateway/replays.controller.js';
import { DeadLettersController } from './gateway/dead-letters.controller.js';
import { OwnDestinationsController } from './self-service/own-destinations.controller.js';
import { SubscriptionsController } from './self-service/subscriptions.controller.js';
import { ExplanationsController } from './gateway/explanations.controller.js';
import { SimulationsController } from './gateway/simulations.controller.js';
import { StatementsController } from './gateway/statements.controller.js';
import { ReadingsController } from './gateway/readings.controller.js';
import { NodeController } from './gateway/node.controller.js';
import { ComparisonsController } from './federation/comparisons.controller.js';
import { InquiriesController } from './federation/inquiries.controller.js';
import { TransfersController } from './federation/transfers.controller.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { Readiness } from './health/readiness.js';
import { CallerGuard } from './http/caller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { adminParts } from './node/admin-parts.js';
import type { DoorNode, OpenNode } from './node/open-node.js';
import { MEASURE, SQL, UNUSABLE, type Measure } from './node/tokens.js';

/** What the HTTP side of every role has: its health, and refusals in one form. */
function common(node: OpenNode, metrics: Metrics, measure: Measure): Provider[] {
  return [
    { provide: SQL, useValue: node.sql },
    { provide: Metrics, useValue: metrics },
    { provide: MEASURE, useValue: measure },
    { provide: Readiness, useValue: new Readiness() },
    { provide: UNUSABLE, useValue: () => node.normalisers.of(node.snapshot.current()).unusable },
    { provide: APP_GUARD, useClass: CallerGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ];
}

/** The hub over HTTP: with a door and its administration, or, for a worker, with nothing but its health. */
@Module({})
export class HubModule {
  static door(
    node: DoorNode,
    mappings: MappingParts,
    brokers: BrokerSetup,
    flow: Provider[],
    metrics: Metrics,
    measure: Measure,
    federation: FederationOffice,
  ): DynamicModule {
    return {
      module: HubModule,
      imports: [AdminModule.register(adminParts(node, mappings, brokers))],
      controllers: [
        HealthController,
        InterchangesController,
        DocumentsController,
        DeliveriesController,
        FeedsController,
        NoticesController,
        DeadLettersController,
        StatementsController,
        ExplanationsController,
        SimulationsController,
        OwnDestinationsController,
        SubscriptionsController,
        ReceiptsController,
        ReplaysController,
        ReadingsController,
        EvidenceController,
        ConvertController,
        TransfersController,
        InquiriesController,
        ComparisonsController,
        NodeController,
        ...federationControllers,
        DocsController,
        BrokerIntakeController,
      ],
      providers: [
        ...flow,
        ...common(node, metrics, measure),
        { provide: FederationOffice, useValue: federation },
        SharedItems,
      ],
    };
  }

  static worker(node: OpenNode, metrics: Metrics, lanes: DynamicModule): DynamicModule {
    return {
      module: HubModule,
      imports: [lanes],
      controllers: [HealthController],
      providers: common(node, metrics, () => Promise.resolve([])),
    };
  }
}
