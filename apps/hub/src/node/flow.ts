import type { Provider } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { adapterFaults, adapters, createNormaliser } from '#adapters';
import { documentTypes, validateDocument } from '#canonical';
import {
  DeliverLane,
  deliverLimits,
  Exchange,
  FeedWaiters,
  InHand,
  Intake,
  intakeLimits,
  normaliseLimits,
  NormaliseLane,
  OutcomeWaiters,
  Rulebook,
  WebhookChannel,
  WebhookDestinations,
} from '#exchange';
import { Lanes } from '#queue';
import { SetupSnapshot } from '#store';
import type { Config } from '../config.js';
import { Metrics } from '../health/metrics.js';
import { Readiness } from '../health/readiness.js';
import type { OpenNode } from './open-node.js';
import { NORMALISER, SQL } from './tokens.js';

/** Bytes of interchanges, and characters of documents, kept from one stage to the next at most. */
const IN_HAND_BYTES = 32 * 1024 * 1024;

/** The life of a message, put together from its stages: who tells whom that there is something to do. */
export function flowProviders(config: Config, node: OpenNode, log: Logger): Provider[] {
  const { sql, lanes, snapshot } = node;
  const normaliser = createNormaliser(adapters);
  // Validators are compiled when first used; here before the first sender waits for them.
  if (config.role !== 'gateway') for (const type of documentTypes) validateDocument(type, {});
  const metrics = new Metrics(sql);
  const runsLanes = config.role !== 'gateway';
  const interchangesInHand = new InHand<Buffer>(IN_HAND_BYTES);
  const documentsInHand = new InHand<string>(IN_HAND_BYTES);
  const outcomes = new OutcomeWaiters();
  const feeds = new FeedWaiters();
  const rulebook = new Rulebook(snapshot, (faults) => log.error({ faults }, 'rules were left out'));
  const intake = new Intake(
    sql,
    intakeLimits,
    (batch) => {
      if (runsLanes) for (const one of batch) interchangesInHand.put(one.id, one.body);
      for (const id of new Set(batch.map((one) => one.participantId))) lanes.nudge('normalise', id);
    },
    (error) => log.error({ reason: String(error) }, 'a batch of interchanges could not be stored'),
  );
  const exchange = new Exchange({
    sql,
    intake,
    snapshot,
    waiters: outcomes,
    signer: { nodeCode: config.nodeCode, key: node.nodeKey },
    observed: (outcome, ms) => {
      metrics.received.inc({ outcome });
      if (outcome !== 'refused') metrics.accept.observe(ms / 1000);
    },
    checkAdapter: (id) =>
      adapters.some((one) => one.id === id)
        ? undefined
        : adapterFaults.make('ADAPTER_UNKNOWN', { values: { adapter: id } }),
  });
  const normaliseLane = new NormaliseLane({
    sql,
    normaliser,
    inHand: (id) => interchangesInHand.take(id),
    rulebook,
    nodeCode: config.nodeCode,
    now: Date.now,
    limits: { ...normaliseLimits, batchRows: config.normaliseBatch },
    settled: (news) => {
      outcomes.wake(news.outcomes.map((one) => one.interchangeId));
      news.destinationIds.forEach((id) => lanes.nudge('deliver', id));
      for (const one of news.outcomes) metrics.normalised.inc({ state: one.state });
      for (const { id, type, body } of news.documents) {
        metrics.documents.inc({ type });
        if (news.destinationIds.size > 0) documentsInHand.put(id, body.toString());
      }
    },
    broken: (error, interchange) =>
      log.error(
        { interchange, error: error instanceof Error ? error.stack : String(error) },
        'a normalisation failed',
      ),
  });
  const webhook = new WebhookDestinations(
    new WebhookChannel({
      timeoutMs: config.deliveryTimeout,
      allowNetworks: config.allowedNetworks,
    }),
  );
  const deliverLane = new DeliverLane({
    sql,
    rulebook,
    inHand: (id) => documentsInHand.get(id),
    channel: webhook,
    owner: randomUUID(),
    now: Date.now,
    random: Math.random,
    limits: { ...deliverLimits, claim: config.deliverClaim, leaseMs: config.deliveryTimeout * 2 + 30_000 },
    settled: (news) => {
      metrics.deliveries.inc({ outcome: news.outcome }, news.count);
      if (news.outcome !== 'delivered') return;
      feeds.wake([news.destinationId]);
      const now = Date.now();
      for (const at of news.receivedAt) metrics.endToEnd.observe((now - at) / 1000);
    },
  });
  return [
    { provide: SQL, useValue: sql },
    { provide: NORMALISER, useValue: normaliser },
    { provide: SetupSnapshot, useValue: snapshot },
    { provide: Lanes, useValue: lanes },
    { provide: Exchange, useValue: exchange },
    { provide: Rulebook, useValue: rulebook },
    { provide: FeedWaiters, useValue: feeds },
    { provide: NormaliseLane, useValue: normaliseLane },
    { provide: DeliverLane, useValue: deliverLane },
    { provide: Metrics, useValue: metrics },
    { provide: Readiness, useValue: new Readiness() },
  ];
}
