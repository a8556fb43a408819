import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import {
  DeliverLane,
  deliverLimits,
  InHand,
  NormaliseLane,
  normaliseLimits,
  ReplayLane,
  replayLimits,
  Rulebook,
} from '#exchange';
import type { OutboundDocument } from '#store';
import type { Config } from '../config.js';
import type { Metrics } from '../health/metrics.js';
import type { LaneNode } from '../node/open-node.js';
import { openReceiptWriter } from '../node/receipt-writer.js';
import { openChannels } from './channels.js';

/** Kept from one stage to the next at most: bytes of interchanges, characters of documents. */
const INTERCHANGE_BYTES = 32 * 1024 * 1024;
const DOCUMENT_CHARACTERS = 8 * 1024 * 1024;

/**
 * What half of a lease leaves for reading the end of an answer and for writing down what came of it. A worker that
 * was killed holds up its destinations for as long as its leases last, so no more than that.
 */
const LEASE_ROOM_MS = 5_000;

/** Told what the lanes came to, for whoever waits for it. */
export interface LaneNews {
  settled(interchangeIds: readonly string[]): void;
  delivered(destinationId: string): void;
}

export interface LaneFlow {
  readonly normaliseLane: NormaliseLane;
  readonly deliverLane: DeliverLane;
  readonly replayLane: ReplayLane;
  /** Bodies that the door has just committed. */
  readonly interchangesInHand: InHand<Buffer>;
  /** Closes the connections that documents are handed out by; after the lanes. */
  close(): void;
}

/** The life of a message behind the door, put together from its stages: who tells whom that there is work. */
export function openLaneFlow(
  config: Config,
  node: LaneNode,
  metrics: Metrics,
  news: LaneNews,
  log: Logger,
): LaneFlow {
  const { sql, lanes, snapshot, normalisers } = node;
  const interchangesInHand = new InHand<Buffer>(INTERCHANGE_BYTES, (body) => body.length);
  const documentsInHand = new InHand<OutboundDocument>(DOCUMENT_CHARACTERS, ({ body }) => body.length);
  const rulebook = new Rulebook(snapshot, normalisers, (faults) =>
    log.error({ faults }, 'rules were left out'),
  );
  const receipts = openReceiptWriter(config, node);
  const due = (destinationId: string): void => lanes.nudge('deliver', destinationId);
  const normaliseLane = new NormaliseLane({
    sql,
    rulebook,
    receipts,
    inHand: (id) => interchangesInHand.take(id),
    nodeCode: config.nodeCode,
    now: node.now,
    limits: { ...normaliseLimits, batchRows: config.normaliseBatch },
    settled: ({ outcomes, documents, destinationIds }) => {
      if (destinationIds.size > 0)
        for (const document of documents) documentsInHand.put(document.envelope.id, document);
      destinationIds.forEach(due);
      news.settled(outcomes.map((one) => one.interchangeId));
      metrics.countNormalised(outcomes, documents);
    },
    broken: (error, interchange) =>
      log.error(
        { interchange, error: error instanceof Error ? error.stack : String(error) },
        'a normalisation failed',
      ),
  });
  const channel = openChannels(config, node, receipts, due, metrics, log);
  const deliverLane = new DeliverLane({
    sql,
    rulebook,
    receipts,
    due,
    inHand: (id) => documentsInHand.get(id),
    channel,
    owner: randomUUID(),
    now: node.now,
    random: Math.random,
    limits: {
      ...deliverLimits,
      claim: config.deliverClaim,
      leaseMs: (config.deliveryTimeout + LEASE_ROOM_MS) * 2,
      schedule: config.retry,
      breaker: { ...config.breaker, probeMs: (config.deliveryTimeout + LEASE_ROOM_MS) * 2 },
      disableAfterMs: config.disableAfterMs,
      peer: { batch: config.transfer.batch, longestWaitMs: config.transfer.longestWaitMs },
      troubled: Math.max(1, Math.floor(config.laneConcurrency / 4)),
    },
    settled: (delivered) => {
      if (delivered.outcome === 'delivered') news.delivered(delivered.destinationId);
      metrics.countDelivered(delivered, node.now());
    },
  });
  const replayLane = new ReplayLane({
    sql,
    rulebook,
    now: node.now,
    limits: replayLimits,
    due,
  });
  return { normaliseLane, deliverLane, replayLane, interchangesInHand, close: () => channel.close() };
}
