import { type DynamicModule, Module } from '@nestjs/common';
import { DeliverLane, NormaliseLane, ReplayLane } from '#exchange';
import type { LaneFlow } from './lane-flow.js';
import { LanesController } from './lanes.controller.js';

/** The lanes as a Nest microservice. */
@Module({})
export class LanesModule {
  static with({ normaliseLane, deliverLane, replayLane }: LaneFlow): DynamicModule {
    return {
      module: LanesModule,
      controllers: [LanesController],
      providers: [
        { provide: NormaliseLane, useValue: normaliseLane },
        { provide: DeliverLane, useValue: deliverLane },
        { provide: ReplayLane, useValue: replayLane },
      ],
    };
  }
}
