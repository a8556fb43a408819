import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { parentPort, workerData } from 'node:worker_threads';
import { LaneTransport } from '#queue';
import { useCodeLists } from '../code-lists.js';
import { readConfig } from '../config.js';
import { Metrics } from '../health/metrics.js';
import { NestLog, openLog } from '../log.js';
import { openLaneNode } from '../node/open-node.js';
import { openLaneFlow, type LaneFlow } from './lane-flow.js';
import { LanesModule } from './lanes.module.js';
import type { FromLanes, LaneThreadStart, ToLanes } from './thread-messages.js';

/** The lanes in a thread of their own, beside the door: reading messages does not keep senders waiting. */
async function main(start: LaneThreadStart): Promise<void> {
  const config = readConfig(process.env, 'worker');
  if (!config.ok) throw new Error('the configuration of the door is not one for its lanes');
  if (!useCodeLists(config.value.codeLists).ok)
    throw new Error('the code lists of the door are not ones for its lanes');
  const log = openLog(config.value.logLevel, config.value.nodeCode);
  const stand = {
    databaseUrl: start.databaseUrl,
    masterKey: Buffer.from(start.masterKey),
    close: () => Promise.resolve(),
  };
  const node = await openLaneNode(config.value, stand, log);
  const metrics = new Metrics(node.sql);
  const flow = openLaneFlow(
    config.value,
    node,
    metrics,
    {
      settled: (interchangeIds) => tell({ kind: 'settled', interchangeIds }),
      delivered: (destinationId) => tell({ kind: 'delivered', destinationId }),
    },
    log,
  );
  const { laneConcurrency } = config.value;
  const app = await NestFactory.createMicroservice(LanesModule.with(flow), {
    strategy: new LaneTransport(node.lanes, {
      concurrency: { normalise: laneConcurrency, deliver: laneConcurrency },
    }),
    logger: new NestLog(log),
    abortOnError: false,
  });
  await app.listen();
  node.sweep.start();
  parentPort?.on('message', (message: ToLanes) => {
    if (message.kind === 'committed') takeInHand(message, flow, (id) => node.lanes.nudge('normalise', id));
    else if (message.kind === 'normalise')
      for (const id of message.participantIds) node.lanes.nudge('normalise', id);
    else if (message.kind === 'deliver') node.lanes.nudge('deliver', message.destinationId);
    else if (message.kind === 'replay') node.lanes.nudge('replay', message.replayId);
    else if (message.kind === 'measure')
      void metrics
        .measured()
        .then((measured) => tell({ kind: 'measured', question: message.question, metrics: measured }));
    else
      void node.sweep
        .stop()
        .then(() => app.close())
        .then(() => flow.close())
        .then(() => node.close())
        .finally(() => parentPort?.close());
  });
  tell({ kind: 'ready' });
}

function takeInHand(
  message: Extract<ToLanes, { kind: 'committed' }>,
  flow: LaneFlow,
  nudge: (participantId: string) => void,
): void {
  const bytes = Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.byteLength);
  let at = 0;
  message.ids.forEach((id, index) => {
    const size = message.sizes[index] ?? 0;
    flow.interchangesInHand.put(id, bytes.subarray(at, at + size));
    at += size;
  });
  message.participantIds.forEach(nudge);
}

function tell(message: FromLanes): void {
  parentPort?.postMessage(message);
}

const started: LaneThreadStart = workerData;
await main(started);
