/**
 * The advisory locks of the database that have a number of their own, in one place so that no two of them are the same.
 * Locks on something that has a name are taken on its hash, with a seed below 16.
 */
export const advisoryLocks = {
  /** Until the tables are this program's: migrate.ts. */
  migration: 8_661_037_401,
  /** While the first key of an administrator is made: setup/administration.ts. */
  firstKey: 8_661_037_402,
  /** While the first key of the node is made: setup/node-keys.ts. */
  nodeKey: 8_661_037_403,
  /** While the tables are made to leave entries, or none: evidence/watch.ts. */
  evidenceSwitch: 8_661_037_404,
  /** While a block is sealed: evidence/blocks.ts. */
  chain: 8_661_037_405,
  /** During an act on the federation: federation/federation-desk.ts. */
  federation: 8_661_037_406,
} as const;
