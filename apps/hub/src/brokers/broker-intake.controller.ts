import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { OnBrokerMessage, type InboundMessage, type Taken } from '#brokers';
import { BrokerIntake } from './broker-intake.js';

/** The door for brokers: a Nest microservice with one transport for each subscription. */
@Controller()
export class BrokerIntakeController {
  constructor(private readonly intake: BrokerIntake) {}

  @OnBrokerMessage()
  take(@Payload() message: InboundMessage): Promise<Taken> {
    return this.intake.take(message);
  }
}
