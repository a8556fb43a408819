import type { Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import { adapterFaults, adapters } from '#adapters';
import {
  Exchange,
  FeedWaiters,
  Intake,
  intakeLimits,
  Normalisers,
  OutcomeWaiters,
  ReadingLog,
  Rulebook,
  waitsOf,
  webhooks,
} from '#exchange';
import { SetupSnapshot } from '#store';
import { BrokerIntake } from '../brokers/broker-intake.js';
import { BrokerReading } from '../brokers/broker-reading.js';
import type { Config } from '../config.js';
import type { Metrics } from '../health/metrics.js';
import { RateLimit } from '../http/rate-limit.js';
import type { DoorNode } from '../node/open-node.js';
import { WebhookTrial } from '../self-service/webhook-trial.js';
import { completenessParts } from '../federation/completeness-parts.js';
import { transferDesk } from '../federation/transfer-parts.js';
import { FeedReader } from './feed-reader.js';
import { FeedStreams } from './feed-streams.js';
import { FEED_DAYS, PREVIEW_PACE, PROMISES, RETENTION, RETRY_WAITS, PEER_KEYS } from '../node/tokens.js';
import { LaneBell } from '../workers/lane-bell.js';
import type { LaneNews } from '../workers/lane-flow.js';

/** Callers that wait for what the lanes come to. */
export interface Waiting {
  readonly outcomes: OutcomeWaiters;
  readonly feeds: FeedWaiters;
}

/** Readers of feeds hear of every event by the database, so they look of themselves only in case that is lost. */
const FEED_LOOK_MS = 2_000;
const FEED_READERS = 5_000;

export const openWaiting = (): Waiting => ({
  outcomes: new OutcomeWaiters(),
  feeds: new FeedWaiters(FEED_READERS, FEED_LOOK_MS),
});

/** Wakes the callers. */
export const newsFor = ({ outcomes, feeds }: Waiting): LaneNews => ({
  settled: (ids) => outcomes.wake(ids),
  delivered: (destinationId) => feeds.wake([destinationId]),
});

/** The life of a message up to its commit. */
export function doorProviders(
  config: Config,
  node: DoorNode,
  bell: LaneBell,
  waiting: Waiting,
  metrics: Metrics,
  readings: ReadingLog,
  log: Logger,
): Provider[] {
  const { sql, snapshot, normalisers } = node;
  const intake = new Intake(
    sql,
    intakeLimits,
    (batch) => bell.committed(batch),
    (error) => log.error({ reason: String(error) }, 'a batch of interchanges could not be stored'),
  );
  const exchange = new Exchange({
    sql,
    intake,
    snapshot,
    waiters: waiting.outcomes,
    now: node.now,
    signer: {
      nodeCode: config.nodeCode,
      get key() {
        return node.keyring.current();
      },
    },
    observed: (outcome, ms) => metrics.countReceived(outcome, ms),
    checkAdapter: (id) =>
      adapters.some((one) => one.id === id)
        ? undefined
        : adapterFaults.make('ADAPTER_UNKNOWN', { values: { adapter: id } }),
  });
  const rulebook = new Rulebook(snapshot, normalisers, (faults) =>
    log.error({ faults }, 'rules were left out'),
  );
  return [
    { provide: Normalisers, useValue: normalisers },
    { provide: SetupSnapshot, useValue: snapshot },
    { provide: Exchange, useValue: exchange },
    {
      provide: PEER_KEYS,
      useValue: () =>
        node.directory.nodes().flatMap(({ keys, retired }) => [...keys, ...retired.map(({ jwk }) => jwk)]),
    },
    { provide: RETRY_WAITS, useValue: waitsOf(config.retry) },
    { provide: FEED_DAYS, useValue: config.feedDays },
    { provide: RETENTION, useValue: config.retention },
    { provide: PROMISES, useValue: config.promises },
    FeedReader,
    FeedStreams,
    {
      provide: WebhookTrial,
      useValue: new WebhookTrial(
        webhooks(config.allowedNetworks, { timeoutMs: config.deliveryTimeout, now: node.now }),
        config.nodeCode,
        new RateLimit(config.trialsPerMinute / 60, config.trialsPerMinute),
      ),
    },
    {
      provide: PREVIEW_PACE,
      useValue: new RateLimit(config.previewsPerMinute / 60, config.previewsPerMinute),
    },
    { provide: ReadingLog, useValue: readings },
    { provide: Rulebook, useValue: rulebook },
    transferDesk(config, node, rulebook, bell, log),
    ...completenessParts(config, node, bell, log),
    { provide: FeedWaiters, useValue: waiting.feeds },
    { provide: LaneBell, useValue: bell },
    {
      provide: BrokerReading,
      useValue: new BrokerReading(config.brokers.subscriptions, log, metrics.registry),
    },
    BrokerIntake,
  ];
}
