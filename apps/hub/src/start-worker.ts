import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { LaneTransport } from '#queue';
import type { Config } from './config.js';
import { Metrics } from './health/metrics.js';
import { HubModule } from './hub.module.js';
import { httpAdapter, serverLimits } from './http/server.js';
import { listen, type Started } from './listen.js';
import { NestLog } from './log.js';
import { openLaneNode } from './node/open-node.js';
import type { Stand } from './node/stand.js';
import { watchPromises } from './node/watch-promises.js';
import type { Shutdown } from './shutdown.js';
import { openLaneFlow, type LaneNews } from './workers/lane-flow.js';
import { LanesModule } from './workers/lanes.module.js';

/** Doors are other processes: those who wait there look for themselves. */
const nobody: LaneNews = { settled: () => undefined, delivered: () => undefined };

/** A process that runs lanes; over HTTP it can be asked for its health and nothing else. */
export async function startWorker(
  config: Config,
  stand: Stand,
  log: Logger,
  shutdown: Shutdown,
): Promise<Started> {
  const node = await openLaneNode(config, stand, log);
  shutdown.add(() => node.close());
  const metrics = new Metrics(node.sql);
  metrics.countProcess();
  const flow = openLaneFlow(config, node, metrics, nobody, log);
  shutdown.add(() => Promise.resolve(flow.close()));
  const app = await NestFactory.create<NestFastifyApplication>(
    HubModule.worker(node, metrics, LanesModule.with(flow)),
    httpAdapter(serverLimits, config.trustProxy),
    { logger: new NestLog(log), bodyParser: false, abortOnError: false },
  );
  const concurrency = { normalise: config.laneConcurrency, deliver: config.laneConcurrency };
  app.connectMicroservice({ strategy: new LaneTransport(node.lanes, { concurrency }) });
  await app.startAllMicroservices();
  const port = await listen(app, config, shutdown);
  watchPromises(config, node, metrics, (id) => node.lanes.nudge('deliver', id), log, shutdown);
  node.sweep.start();
  shutdown.add(() => node.sweep.stop());
  return { port, key: undefined };
}
