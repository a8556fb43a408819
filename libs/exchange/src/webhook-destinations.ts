import type { BlockList } from 'node:net';
import type { SetupDestination } from '#store';
import type { Channel, ChannelOutcome, OutboundEvent } from './channel/channel.js';
import { WebhookChannel, type WebhookDestination, type WebhookOptions } from './channel/webhook.js';

/**
 * Webhooks with what differs by who named the address, as {@link WebhookDestinations} wants them.
 *
 * @param options beside the networks
 */
export const webhooks = (
  networks: { readonly administrator: BlockList; readonly participant: BlockList },
  options: Partial<Omit<WebhookOptions, 'allowNetworks'>>,
): WebhookDestinations =>
  new WebhookDestinations({
    administrator: new WebhookChannel({ ...options, allowNetworks: networks.administrator }),
    participant: new WebhookChannel({ ...options, allowNetworks: networks.participant }),
  });

/** Webhooks as the setup keeps them, for the channel that speaks HTTP: translated once for each version. */
export class WebhookDestinations implements Channel<SetupDestination> {
  private readonly known = new WeakMap<SetupDestination, WebhookDestination>();

  /** @param channels by who named the address: each keeps its connections to itself, and so to its networks */
  constructor(
    private readonly channels: {
      readonly administrator: WebhookChannel;
      readonly participant: WebhookChannel;
    },
  ) {}

  send(
    destination: SetupDestination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    return this.channels[destination.config.addressBy ?? 'administrator'].send(
      this.of(destination),
      batch,
      signal,
    );
  }

  close(): void {
    this.channels.administrator.close();
    this.channels.participant.close();
  }

  private of(destination: SetupDestination): WebhookDestination {
    const known = this.known.get(destination);
    if (known) return known;
    const { url = '', batchLimit, timeout } = destination.config;
    const made: WebhookDestination = {
      url,
      secrets: destination.secrets,
      ...(batchLimit === undefined ? {} : { batch: batchLimit }),
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    };
    this.known.set(destination, made);
    return made;
  }
}
