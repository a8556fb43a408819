import type { Logger } from 'pino';
import { promiseLookLimits, PromiseWatch, ReceiptWriter } from '#exchange';
import type { Config } from '../config.js';
import type { Metrics } from '../health/metrics.js';
import type { Shutdown } from '../shutdown.js';
import type { OpenNode } from './open-node.js';

/**
 * Looks for what was promised and not done, until the process ends. Every door and every worker does: what is late may be
 * late because none of the others is there.
 *
 * @param due told of destinations that are owed a receipt
 */
export function watchPromises(
  config: Config,
  { sql, snapshot, keyring }: OpenNode,
  metrics: Metrics,
  due: (destinationId: string) => void,
  log: Logger,
  shutdown: Shutdown,
): void {
  const { nodeCode, promises } = config;
  const watch = new PromiseWatch({
    sql,
    setup: () => snapshot.current(),
    promises,
    writer: new ReceiptWriter({
      nodeCode,
      promises,
      signer: () => ({ nodeCode, key: keyring.current() }),
    }),
    now: Date.now,
    everyMs: config.sweepSeconds * 1000,
    limits: promiseLookLimits,
    broken: (step, count) => metrics.countBroken(step, count),
    due,
    failed: (error) =>
      log.warn({ reason: String(error) }, 'a look for broken promises failed; the next one tries again'),
  });
  watch.start();
  shutdown.add(() => watch.stop());
}
