import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AdminModule } from './admin/admin.module.js';
import { DocsController } from './docs/docs.controller.js';
import { ConvertController } from './gateway/convert.controller.js';
import { DeliveriesController } from './gateway/deliveries.controller.js';
import { DocumentsController } from './gateway/documents.controller.js';
import { FeedsController } from './gateway/feeds.controller.js';
import { InterchangesController } from './gateway/interchanges.controller.js';
import { NodeController } from './gateway/node.controller.js';
import { HealthController } from './health/health.controller.js';
import { CallerGuard } from './http/caller.js';
import { ProblemFilter } from './http/problem.filter.js';
import type { Logger } from 'pino';
import type { Config, HubRole } from './config.js';
import { adminParts } from './node/admin-parts.js';
import { flowProviders } from './node/flow.js';
import type { OpenNode } from './node/open-node.js';
import { LanesController } from './workers/lanes.controller.js';

const gateway = [
  InterchangesController,
  DocumentsController,
  DeliveriesController,
  FeedsController,
  ConvertController,
  NodeController,
];

/** The hub's parts by role: a worker has no door, a gateway runs no lanes; both can be asked for their health. */
@Module({})
export class HubModule {
  static with(config: Config, node: OpenNode, log: Logger): DynamicModule {
    const has = (role: HubRole): boolean => config.role === 'all' || config.role === role;
    return {
      module: HubModule,
      imports: has('gateway') ? [AdminModule.register(adminParts(node))] : [],
      controllers: [
        HealthController,
        ...(has('gateway') ? [...gateway, DocsController] : []),
        ...(has('worker') ? [LanesController] : []),
      ],
      providers: [
        ...flowProviders(config, node, log),
        { provide: APP_GUARD, useClass: CallerGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
