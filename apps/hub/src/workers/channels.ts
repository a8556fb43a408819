import type { Logger } from 'pino';
import { BrokerChannel } from '#brokers';
import { ChannelsByKind, FileChannel, webhooks, type ReceiptWriter } from '#exchange';
import { countConnections } from '../brokers/broker-reading.js';
import type { Config } from '../config.js';
import { openPeerChannel } from '../federation/transfer-parts.js';
import type { Metrics } from '../health/metrics.js';
import type { OpenNode } from '../node/open-node.js';

/** Every way in which this process hands out documents, by the kind of the destination. */
export function openChannels(
  config: Config,
  node: OpenNode,
  receipts: ReceiptWriter,
  due: (destinationId: string) => void,
  metrics: Metrics,
  log: Logger,
): ChannelsByKind {
  const { snapshot } = node;
  const webhook = webhooks(config.allowedNetworks, { timeoutMs: config.deliveryTimeout, now: node.now });
  const broker = new BrokerChannel({
    brokers: config.brokers.brokers,
    nodeCode: config.nodeCode,
    timeoutMs: config.deliveryTimeout,
    failed: (name, error) =>
      log.warn({ broker: name, reason: String(error) }, 'a connection was not closed in order'),
  });
  countConnections(metrics.registry, () => broker.states);
  const file =
    config.fileDrop &&
    new FileChannel({
      root: config.fileDrop.root,
      limits: config.fileDrop.waiting,
      codeOf: (id) => snapshot.current().participants.get(id)?.code,
    });
  const peer = openPeerChannel(config, node, receipts, due, log);
  return new ChannelsByKind({
    webhook,
    broker,
    peer,
    ...(file ? { file } : {}),
  });
}
