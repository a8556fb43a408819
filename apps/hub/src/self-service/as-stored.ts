import { fail, ok, type Fault, type Result } from '#kernel';
import type { Destination, SetupDestination, SetupSnapshot } from '#store';
import { selfServiceFaults } from './faults.js';

/**
 * A destination as this process is to use it, in the very version that was just read from the database: what is sent
 * must not go to the address of a version before.
 *
 * @returns `DESTINATION_CHANGING` when it changes while it is being looked at
 */
export async function asStored(
  snapshot: Pick<SetupSnapshot, 'current' | 'refresh'>,
  { id, version }: Pick<Destination, 'id' | 'version'>,
): Promise<Result<SetupDestination, Fault>> {
  const known = snapshot.current().destinations.get(id);
  if (known?.version === version) return ok(known);
  const fresh = (await snapshot.refresh()).destinations.get(id);
  return fresh?.version === version ? ok(fresh) : fail(selfServiceFaults.make('DESTINATION_CHANGING'));
}
