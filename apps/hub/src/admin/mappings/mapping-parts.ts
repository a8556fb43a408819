import type { Normalisers, ReadingLog } from '#exchange';
import type { Setup, Sql } from '#store';
import type { DryRuns } from './dry-runs.js';

/** What the administration of mappings works with. */
export interface MappingParts {
  readonly sql: Sql;
  readonly normalisers: Normalisers;
  /** The set-up that this process knows of. */
  readonly setup: () => Setup;
  /** Whether somebody may publish what they wrote themselves. */
  readonly publishAlone: boolean;
  readonly dryRuns: DryRuns;
  readonly readings: ReadingLog;
  /** Tells the lanes that these senders have work. */
  readonly ring: (participantIds: readonly string[]) => void;
}

export const MAPPING_PARTS = 'tongguan:mapping-parts';
