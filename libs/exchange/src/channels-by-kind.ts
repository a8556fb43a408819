import type { DestinationKind, SetupDestination } from '#store';
import type { Channel, ChannelOutcome, OutboundEvent } from './channel/channel.js';
import { exchangeFaults } from './faults.js';

/** Kinds of destinations that something is sent to; a mailbox is read. */
export type SentKind = Exclude<DestinationKind, 'mailbox'>;

export type Channels = { readonly [Kind in SentKind]?: Channel<SetupDestination> };

/** One channel for all destinations: each is reached by the channel of its kind. */
export class ChannelsByKind implements Channel<SetupDestination> {
  constructor(private readonly channels: Channels) {}

  send(
    destination: SetupDestination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    const { kind } = destination;
    const channel = kind === 'mailbox' ? undefined : this.channels[kind];
    if (channel) return channel.send(destination, batch, signal);
    // Another process may be set up for it, and this one after its next start: nothing is given up.
    const error = exchangeFaults.make('EXCHANGE_CHANNEL_ABSENT', { values: { kind } });
    return Promise.resolve({ kind: 'retry', error, ms: 0 });
  }

  close(): void {
    for (const channel of Object.values(this.channels)) channel.close();
  }
}
