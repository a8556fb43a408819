import { Controller, UseFilters } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { DeliverLane, NormaliseLane, ReplayLane } from '#exchange';
import { LaneContext, LaneFailureFilter, OnLane, type LaneOutcome } from '#queue';

/** The hands of the hub: what a lane that was armed does. A Nest microservice whose transport is the queue. */
@Controller()
@UseFilters(new LaneFailureFilter())
export class LanesController {
  constructor(
    private readonly normaliseLane: NormaliseLane,
    private readonly deliverLane: DeliverLane,
    private readonly replayLane: ReplayLane,
  ) {}

  @OnLane('normalise')
  normalise(@Payload() participantId: string): Promise<LaneOutcome> {
    return this.normaliseLane.run(participantId);
  }

  @OnLane('deliver')
  deliver(@Payload() destinationId: string, @Ctx() context: LaneContext): Promise<LaneOutcome> {
    return this.deliverLane.run(destinationId, context.signal);
  }

  @OnLane('replay')
  replay(@Payload() replayId: string): Promise<LaneOutcome> {
    return this.replayLane.run(replayId);
  }
}
