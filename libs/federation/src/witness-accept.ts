import { fail, ok, type Fault, type Result } from '#kernel';
import type { Actor } from '#store';
import { federationFaults } from './faults.js';
import type { FederationParts } from './parts.js';

/**
 * A node that was restored from a backup shows another history than was seen of it. When its operators have said so, an
 * administrator accepts that: from then on what it shows is co-signed again. What was seen before is kept.
 */
export function acceptHistory(
  { administration }: Pick<FederationParts, 'administration'>,
  actor: Actor,
  code: string,
): Promise<Result<true, Fault>> {
  return administration.act(actor, async ({ federation: fed }) =>
    (await fed.acceptFork(code))
      ? ok(true)
      : fail(federationFaults.make('FEDERATION_FORK_ABSENT', { values: { code: code.slice(0, 64) } })),
  );
}
