import { ChannelsByKind, WebhookChannel, WebhookDestinations } from '#exchange';
import type { Config } from '../config.js';

/** Every way in which this process hands out documents, by the kind of the destination. */
export function openChannels(config: Config): ChannelsByKind {
  const webhook = new WebhookChannel({
    timeoutMs: config.deliveryTimeout,
    allowNetworks: config.allowedNetworks,
  });
  return new ChannelsByKind({ webhook: new WebhookDestinations(webhook) });
}
