import type { Logger } from 'pino';
import { promiseLookLimits, PromiseWatch } from '#exchange';
import type { Config } from '../config.js';
import type { Metrics } from '../health/metrics.js';
import type { Shutdown } from '../shutdown.js';
import type { OpenNode } from './open-node.js';
import { openReceiptWriter } from './receipt-writer.js';

/**
 * Looks for what was promised and not done, until the process ends. Every door and every worker does: what is late may be
 * late because none of the others is there.
 *
 * @param due told of destinations that are owed a receipt
 */
export function watchPromises(
  config: Config,
  node: OpenNode,
  metrics: Metrics,
  due: (destinationId: string) => void,
  log: Logger,
  shutdown: Shutdown,
): void {
  const { sql, snapshot } = node;
  const watch = new PromiseWatch({
    sql,
    setup: () => snapshot.current(),
    promises: config.promises,
    writer: openReceiptWriter(config, node),
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
