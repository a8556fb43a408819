import type { Fault } from '#kernel';
import type { EventSource } from '../event.js';

/** Characters of a request that are kept with an attempt. */
export const requestHeadLimit = 1_000;

/** One event as it goes out: the same id and body over every channel, so that a subscriber may change channels. */
export interface OutboundEvent {
  readonly id: string;
  /** A CloudEvent 1.0 as JSON text. */
  readonly body: string;
  /** When the event was made, Unix milliseconds. */
  readonly time: number;
  /** What shares it keeps its order; for channels that hand out a batch in parts. */
  readonly orderKey?: string;
  /** What it is made of, for channels that hand out something else than the event. */
  readonly source?: EventSource;
}

/**
 * How one attempt ended.
 *
 * - `delivered`: the receiver has taken the whole batch.
 * - `retry`: not now; the same batch again later, in its place in the order. `DELIVERY_INTERRUPTED` is nobody's
 *   failure: do not count it.
 * - `dead-letter`: the receiver refuses this content and would again. Of a batch of several it is not known which
 *   one: send them one by one before giving any up.
 * - `gone`: the destination itself is at an end or set up wrongly, every event would fare the same. It is to be
 *   disabled with its deliveries still owed: once its owner has corrected it they go out in order.
 */
export interface ChannelOutcome {
  readonly kind: 'delivered' | 'retry' | 'dead-letter' | 'gone';
  /** HTTP status, if there was an answer. */
  readonly status?: number;
  /** Why it is not delivered. */
  readonly error?: Fault;
  /** What the receiver asked for, capped; no attempt before. */
  readonly retryAfterMs?: number;
  /** The beginning of the answer's body, as text. */
  readonly responseHead?: string;
  /** The request without its body: method, address, its own headers, size. At most {@link requestHeadLimit} characters. */
  readonly request?: string;
  /** How long the attempt took. */
  readonly ms: number;
  /** Events of the batch, by their ids, that fared otherwise than the rest: where the receiver says so of each. */
  readonly apart?: ReadonlyMap<string, Apart>;
}

/** How one event of a batch ended. */
export interface Apart {
  readonly kind: 'delivered' | 'retry' | 'dead-letter';
  readonly error?: Fault;
}

/** A way to hand events to a destination. `send` never rejects for what the network or the receiver does. */
export interface Channel<Destination> {
  /** @param batch one event or more, in order, no more than the destination's own batch size */
  send(
    destination: Destination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome>;
  /** Closes idle and open connections. */
  close(): void;
}
