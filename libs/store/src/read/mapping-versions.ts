import type { Tx } from '../sql.js';
import type { SetupMapping } from '../setup/setup.js';

/** A stored mapping, in whatever state it is: what a message was read with stays to be read. */
export async function mappingVersion(
  tx: Tx,
  adapterId: string,
  number: number,
): Promise<SetupMapping | undefined> {
  const [row] = await tx.query<SetupMapping & Record<string, unknown>>(
    `SELECT id, adapter_id AS "adapterId", number, definition::json, codes::json FROM mapping_version
     WHERE adapter_id = $1 AND number = $2`,
    [adapterId, number],
  );
  return row;
}
