import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { brokerFaults } from '../faults.js';
import { BrokerContext, type InboundMessage, type Taken } from './inbound-message.js';

/** Nest's handler of messages as a function. One that throws has stored nothing: the message waits. */
export const taker =
  (handler: () => MessageHandler | undefined, signal: AbortSignal, failed: (error: unknown) => void) =>
  async (message: InboundMessage): Promise<Taken> => {
    try {
      const answer: unknown = await handler()?.(message, new BrokerContext([signal]));
      const taken: unknown = isObservable(answer)
        ? await lastValueFrom(answer, { defaultValue: undefined })
        : answer;
      if (isTaken(taken)) return taken;
      throw new TypeError('a handler of messages answers whether they are stored');
    } catch (error) {
      failed(error);
      const values = { subscription: message.subscription.name };
      return { stored: false, fault: brokerFaults.make('BROKER_NOT_STORED', { values }) };
    }
  };

const isTaken = (answer: unknown): answer is Taken =>
  typeof answer === 'object' && answer !== null && 'stored' in answer && typeof answer.stored === 'boolean';
