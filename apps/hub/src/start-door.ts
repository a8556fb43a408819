import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { inboundTransport } from '#brokers';
import { BrokerReading } from './brokers/broker-reading.js';
import { Exchange, Rulebook } from '#exchange';
import { refusePeer } from '#federation';
import type { Config, FileDropConfig } from './config.js';
import { openFederation } from './federation/index.js';
import { FileDrop } from './file-drop/file-drop.js';
import { doorProviders, newsFor, openWaiting } from './gateway/door-flow.js';
import { Metrics } from './health/metrics.js';
import { HubModule } from './hub.module.js';
import { guardServer, httpAdapter, serverLimits } from './http/server.js';
import { listen, type Started } from './listen.js';
import { NestLog } from './log.js';
import { openMappingParts } from './node/mapping-parts.js';
import { openDoorNode, openLanes, type DoorNode } from './node/open-node.js';
import type { Stand } from './node/stand.js';
import { watchPromises } from './node/watch-promises.js';
import type { Measure } from './node/tokens.js';
import { Refusal } from './refusal.js';
import type { Shutdown } from './shutdown.js';
import { QueueBell, type LaneBell } from './workers/lane-bell.js';
import type { LaneNews } from './workers/lane-flow.js';
import { LaneThreadBell } from './workers/lane-thread-bell.js';

/** The door; with the role `all` its lanes too, in a thread beside it. */
export async function startDoor(
  config: Config,
  stand: Stand,
  log: Logger,
  shutdown: Shutdown,
): Promise<Started> {
  const node = await openDoorNode(config, stand, log);
  if (!node.ok) throw new Refusal([node.error]);
  shutdown.add(() => node.value.close());
  const { administration, snapshot, sql } = node.value;
  const key = await administration.firstKey(config.bootstrapKey);
  if (!key.ok) throw new Refusal([key.error]);
  // The first request may come with this key: it must find it.
  await snapshot.refresh();

  const waiting = openWaiting();
  shutdown.add(await sql.listen('feed', (id) => waiting.feeds.wake([id])));
  const { bell, measure } = await openBell(config, stand, newsFor(waiting), log, shutdown);
  const mappings = openMappingParts(config, node.value, stand, bell, log);
  shutdown.add(() => mappings.close());
  const metrics = new Metrics(sql);
  metrics.countProcess();
  const limits = {
    ...serverLimits,
    body: config.bodyLimit,
    bodies: config.bodiesLimit,
    requestTimeout: config.requestSeconds * 1000,
    openBodies: config.openBodiesLimit,
    ratePerSecond: config.ratePerSecond,
  };
  const federation = openFederation(config, node.value, log);
  const app = await NestFactory.create<NestFastifyApplication>(
    HubModule.door(
      node.value,
      mappings,
      config.brokers,
      doorProviders(config, node.value, bell, waiting, metrics, mappings.readings, log),
      metrics,
      measure,
      federation,
    ),
    httpAdapter(limits, config.trustProxy),
    { logger: new NestLog(log), bodyParser: false, abortOnError: false },
  );
  guardServer(app.getHttpAdapter().getInstance(), limits, snapshot, node.value.now, (headers) =>
    refusePeer(headers, node.value.directory),
  );
  await openSubscriptions(app, config);
  watchPromises(config, node.value, metrics, (id) => bell.deliver(id), log, shutdown);
  const port = await listen(app, config, shutdown);
  if (config.fileDrop) openFileDrop(config.fileDrop, config, app, node.value, log, shutdown);
  await federation.loop.start();
  shutdown.add(() => federation.close());
  return { port, key: config.bootstrapKey === undefined ? key.value : undefined };
}

/** What is read from brokers comes through this door too; the hub does not wait until they are there. */
async function openSubscriptions(app: NestFastifyApplication, config: Config): Promise<void> {
  for (const one of config.brokers.subscriptions)
    app.connectMicroservice({ strategy: inboundTransport(one, config.nodeCode, app.get(BrokerReading)) });
  if (config.brokers.subscriptions.length > 0) await app.startAllMicroservices();
}

/** The door for files, beside the one for requests. */
function openFileDrop(
  fileDrop: FileDropConfig,
  config: Config,
  app: NestFastifyApplication,
  { sql, snapshot, now }: DoorNode,
  log: Logger,
  shutdown: Shutdown,
): void {
  const drop = new FileDrop({
    config: fileDrop,
    most: config.bodyLimit,
    exchange: app.get(Exchange),
    rulebook: app.get(Rulebook),
    ...{ sql, snapshot, now, log },
  });
  drop.start();
  shutdown.add(() => drop.stop());
}

async function openBell(
  config: Config,
  stand: Stand,
  news: LaneNews,
  log: Logger,
  shutdown: Shutdown,
): Promise<{ bell: LaneBell; measure: Measure }> {
  if (config.role === 'gateway') {
    const lanes = await openLanes(config, stand, log);
    shutdown.add(() => lanes.close());
    return { bell: new QueueBell(lanes), measure: () => Promise.resolve([]) };
  }
  const { databaseUrl, masterKey } = stand;
  const bell = new LaneThreadBell({ databaseUrl, masterKey }, news, log);
  await bell.open();
  shutdown.add(() => bell.close());
  return { bell, measure: () => bell.measure() };
}
