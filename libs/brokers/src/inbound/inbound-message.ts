import { BaseRpcContext, EventPattern } from '@nestjs/microservices';
import type { Fault } from '#kernel';
import type { BrokerSubscription } from '../settings.js';

/** A message as a broker handed it over. */
export interface InboundMessage {
  readonly subscription: BrokerSubscription;
  /** Exactly as received: nothing has decoded them. */
  readonly bytes: Buffer;
  /** Its id, where the sender gave it one. */
  readonly id?: string;
  readonly contentType?: string;
}

/** What came of a message: the broker is told that it is taken only after it is stored. */
export type Taken = { readonly stored: true } | { readonly stored: false; readonly fault: Fault };

/** What a handler of messages gets beside the message, by `@Ctx()`. */
export class BrokerContext extends BaseRpcContext<[AbortSignal]> {
  /** Aborted when the process is closing. */
  get signal(): AbortSignal {
    return this.args[0];
  }
}

export const brokerMessage = 'broker-message';

/** Marks the controller method that stores messages: it answers with {@link Taken}, and is asked again until it is stored. */
export const OnBrokerMessage = (): MethodDecorator => EventPattern<string>(brokerMessage);
