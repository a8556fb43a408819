import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { LaneTransport } from '#queue';
import { describeFaults } from './describe-faults.js';
import { readConfig, type Config } from './config.js';
import { Readiness } from './health/readiness.js';
import { HubModule } from './hub.module.js';
import { guardServer, httpAdapter, serverLimits } from './http/server.js';
import { NestLog, openLog } from './log.js';
import { openNode, type OpenNode } from './node/open-node.js';

/** `--role gateway|worker|all` on the command line comes before the environment. */
function roleArgument(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--role');
  return at >= 0 ? argv[at + 1] : argv.find((one) => one.startsWith('--role='))?.slice('--role='.length);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, roleArgument(process.argv));
  if (!config.ok) return refuse(describeFaults(config.error));
  const log = openLog(config.value.logLevel, config.value.nodeCode);
  const node = await openNode(config.value, log);
  if (!node.ok) return refuse(describeFaults([node.error]));
  await start(config.value, node.value, log);
}

async function start(config: Config, node: OpenNode, log: Logger): Promise<void> {
  const key = await node.administration.firstKey(config.bootstrapKey);
  if (!key.ok) {
    await node.close();
    return refuse(describeFaults([key.error]));
  }
  // The first request may come with this key: it must find it.
  await node.snapshot.refresh();
  const limits = {
    ...serverLimits,
    body: config.bodyLimit,
    bodies: config.bodiesLimit,
    ratePerSecond: config.ratePerSecond,
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    HubModule.with(config, node, log),
    httpAdapter(limits, config.trustProxy),
    { logger: new NestLog(log), bodyParser: false, abortOnError: false },
  );
  guardServer(app.getHttpAdapter().getInstance(), limits, node.snapshot);
  if (config.role !== 'gateway') {
    const concurrency = { normalise: config.laneConcurrency, deliver: config.laneConcurrency };
    app.connectMicroservice({ strategy: new LaneTransport(node.lanes, { concurrency }) });
    await app.startAllMicroservices();
    node.sweep.start();
  }
  await app.listen(config.port, config.host);
  closeOnSignal(app, node, log, config.closeSeconds);
  announce(app, config, config.bootstrapKey === undefined ? key.value : undefined);
}

/** Standard output is for the operator: where the hub is, and once in its life the first key. */
function announce(app: NestFastifyApplication, config: Config, key: string | undefined): void {
  const address: string | AddressInfo | null = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const lines = [`tongguan ${config.nodeCode} (${config.role}) http://${config.host}:${port}`];
  if (key !== undefined) lines.push(`administrator key, shown this once: ${key}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Takes nothing more, finishes what runs, and lets go of everything; a second signal or a full wait ends it at once. */
function closeOnSignal(app: NestFastifyApplication, node: OpenNode, log: Logger, seconds: number): void {
  let closing = false;
  const close = (signal: NodeJS.Signals): void => {
    if (closing) process.exit(1);
    closing = true;
    log.info({ signal }, 'closing');
    app.get(Readiness).close();
    setTimeout(() => process.exit(1), seconds * 1000).unref();
    node.sweep
      .stop()
      .then(() => app.close())
      .then(() => node.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ reason: String(error) }, 'closing failed');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

await main();
