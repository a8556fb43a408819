import type { Fault, Result } from '#kernel';

/** One event as it is published: structured mode of CloudEvents, the same bytes as over every other channel. */
export interface Publication {
  /** The id of the event: the message's id at the broker, by which a receiver drops doubles. */
  readonly id: string;
  /** A CloudEvent 1.0 as JSON text. */
  readonly body: Buffer;
  /** Unix milliseconds. */
  readonly time: number;
  /** What shares it keeps its order. */
  readonly orderKey: string;
}

/** What a publication is, in the words of CloudEvents. */
export const contentType = 'application/cloudevents+json; charset=utf-8';
/** The event's id beside the body, where a broker has no member of its own for it. */
export const messageIdHeader = 'message-id';

/**
 * One connection to one broker, opened by the first publication and kept. Nothing is queued while it is down: the
 * lane has the queue, and only the lane knows what was withdrawn meanwhile.
 */
export interface BrokerLink {
  /**
   * @returns what the broker said when it took the message for good, for a person; never before it said so
   * @throws TimedOut when it says nothing; what comes of the message then is not known
   */
  publish(topic: string, publication: Publication, ms: number): Promise<Result<string, Fault>>;
  readonly connected: boolean;
  close(): Promise<void>;
}
