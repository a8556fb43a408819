import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { DeliverLane, NormaliseLane } from '#exchange';
import { LaneContext, type LaneOutcome } from '#queue';

/** The hands of the hub: what a lane that was armed does. A Nest microservice whose transport is the queue. */
@Controller()
export class LanesController {
  constructor(
    private readonly normaliseLane: NormaliseLane,
    private readonly deliverLane: DeliverLane,
  ) {}

  @EventPattern<string>('normalise')
  normalise(@Payload() participantId: string): Promise<LaneOutcome> {
    return this.normaliseLane.run(participantId);
  }

  @EventPattern<string>('deliver')
  deliver(@Payload() destinationId: string, @Ctx() context: LaneContext): Promise<LaneOutcome> {
    return this.deliverLane.run(destinationId, context.signal);
  }
}
