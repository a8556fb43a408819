import type { Administration, SetupSnapshot, Sql } from '#store';
import type { Keyring } from './keyring.js';
import type { OwnName } from './own-entry.js';

/** What being a node among nodes needs. */
export interface FederationParts {
  readonly sql: Sql;
  readonly administration: Administration;
  readonly snapshot: SetupSnapshot;
  readonly keyring: Keyring;
  readonly self: OwnName;
  /** Where others reach this node, as it is configured; comes before what was said when it joined. */
  readonly endpoint: string | undefined;
  /** How long a key verifies after another one took its place, in milliseconds. */
  readonly keyOverlapMs: number;
  /** A directory older than this is told of, in milliseconds; the province signs anew four times as often. */
  readonly staleMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}
