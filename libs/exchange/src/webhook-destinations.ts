import type { SetupDestination } from '#store';
import type { Channel, ChannelOutcome, OutboundEvent } from './channel/channel.js';
import type { WebhookChannel, WebhookDestination } from './channel/webhook.js';

/** Webhooks as the setup keeps them, for the channel that speaks HTTP: translated once for each version. */
export class WebhookDestinations implements Channel<SetupDestination> {
  private readonly known = new WeakMap<SetupDestination, WebhookDestination>();

  constructor(private readonly channel: WebhookChannel) {}

  send(
    destination: SetupDestination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    return this.channel.send(this.of(destination), batch, signal);
  }

  close(): void {
    this.channel.close();
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
