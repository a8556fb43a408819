import type { Logger } from 'pino';
import { ReadingLog, readingLimits } from '#exchange';
import type { MappingParts } from '../admin/mappings/index.js';
import { ThreadedDryRuns } from '../admin/mappings/threaded-dry-runs.js';
import type { Config } from '../config.js';
import type { LaneBell } from '../workers/lane-bell.js';
import type { DoorNode } from './open-node.js';
import type { Stand } from './stand.js';

/** What the administration of mappings needs of the node. */
export function openMappingParts(
  config: Config,
  node: DoorNode,
  { databaseUrl }: Stand,
  bell: LaneBell,
  log: Logger,
): MappingParts & { close(): Promise<void> } {
  const { sql, snapshot, normalisers } = node;
  const dryRuns = new ThreadedDryRuns(databaseUrl, sql, config.dryRuns, log);
  return {
    sql,
    normalisers,
    setup: () => snapshot.current(),
    publishAlone: config.mappingPublishAlone,
    dryRuns,
    readings: new ReadingLog(sql, readingLimits, (error) =>
      log.error({ reason: String(error) }, 'readings could not be recorded'),
    ),
    ring: (participantIds) => bell.normalise(participantIds),
    close: () => dryRuns.close(),
  };
}
