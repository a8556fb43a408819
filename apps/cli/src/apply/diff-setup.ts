import type { Fault, JsonObject } from '#kernel';
import type { CurrentSetup } from './current-setup.js';
import { diffAgreements } from './diff-agreements.js';
import { diffDestinations, diffKeys, diffParticipants, diffRoutes } from './diff-lists.js';
import { indexOf } from './setup-index.js';
import type { SetupFile } from './setup-file.js';

/** One request to the administration API. */
export interface Step {
  /** For the reader: `create participant dalian-customs`. */
  readonly title: string;
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: JsonObject;
  /** The version that the change was planned on. */
  readonly version?: number;
  /** The member of the answer that is shown this once. */
  readonly reveals?: 'key' | 'secret';
}

export interface Plan {
  /** In an order in which everything referred to exists before. */
  readonly steps: readonly Step[];
  /** What was left alone although the file could be read otherwise. */
  readonly notes: readonly string[];
  /** Why nothing can be done at all. */
  readonly faults: readonly Fault[];
}

/**
 * What to do so that the node is as the file says. Pure: the same input gives the same plan, and after the plan was
 * done there is nothing left to do. What the file does not name is left alone.
 *
 * @param now Unix time in milliseconds, for keys that have expired
 */
export function diffSetup(current: CurrentSetup, wanted: SetupFile, now: number): Plan {
  const index = indexOf(current, wanted);
  const parts = [
    diffParticipants(index, wanted.participants),
    diffKeys(index, wanted.keys, now),
    diffDestinations(index, wanted.destinations),
    diffAgreements(index, wanted.agreements),
    diffRoutes(index, wanted.routes),
  ];
  return {
    steps: parts.flatMap(({ steps }) => steps),
    notes: parts.flatMap(({ notes }) => notes),
    faults: parts.flatMap(({ faults }) => faults),
  };
}
