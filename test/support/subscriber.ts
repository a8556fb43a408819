import { startReceiver, type CloudEvent, type Receiver } from '../../apps/simulator/src/receiver/index.js';
import { eventually } from './eventually.js';

export interface Arrival {
  readonly event: CloudEvent;
  /** The body of the request that brought it, as it was signed. */
  readonly body: string;
  /** How many came in the same request. */
  readonly together: number;
}

/** A subscriber's end of a webhook. What is not signed as Standard Webhooks say is refused and does not arrive. */
export interface Subscriber extends Receiver {
  /** In the order of arrival, repeats included. */
  readonly arrivals: readonly Arrival[];
  /** The first arrival that fits, once it is there. */
  arrival(of: (event: CloudEvent) => boolean): Promise<Arrival>;
}

const subscribers = new Set<Subscriber>();

/** Started before the webhook that leads to it, whose secret it is then to trust. */
export async function startSubscriber(): Promise<Subscriber> {
  const arrivals: Arrival[] = [];
  const receiver = await startReceiver({
    secret: nobodysSecret,
    onEvents: (events, _bytes, body) => {
      const text = body.toString('utf8');
      arrivals.push(...events.map((event) => ({ event, body: text, together: events.length })));
    },
  });
  const subscriber: Subscriber = {
    ...receiver,
    arrivals,
    arrival: (of) => eventually('the event arrives', () => arrivals.find(({ event }) => of(event))),
  };
  subscribers.add(subscriber);
  return subscriber;
}

/** Ends what a spec has started; for afterAll. */
export async function endSubscribers(): Promise<void> {
  await Promise.all([...subscribers].map((one) => one.close()));
  subscribers.clear();
}

/** Until it trusts the secret of its webhook, a subscriber trusts nobody. */
const nobodysSecret = `whsec_${Buffer.from('nobody signs with this secret').toString('base64')}`;

/** Whether an event is about the message whose interchange has this id. */
export const ofInterchange =
  (id: string) =>
  (event: CloudEvent): boolean =>
    'interchangeid' in event && event.interchangeid === id;
