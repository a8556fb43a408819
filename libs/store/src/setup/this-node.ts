import { type Fault, fail, ok, type Result } from '#kernel';
import type { Participant } from '../entities/participant.entity.js';
import { storeFaults } from '../faults.js';

/** What is known from the directory alone is not for this node to change, and nobody of another node gets a key. */
export function ofThisNode({ code, nodeCode }: Participant): Result<true, Fault> {
  if (nodeCode === null) return ok(true);
  return fail(storeFaults.make('STORE_REMOTE_PARTICIPANT', { values: { code, node: nodeCode } }));
}
