import { uuidv7, type Fault } from '#kernel';
import type { Tx } from '../sql.js';

/**
 * Disable a destination, because its receiving end said that it is gone or has failed for too long. Its deliveries
 * stay owed: they go on when it is activated again. Audited as an act of the hub itself (no actor), and its owner
 * has a notice of it.
 *
 * @param fault why, as the owner is told
 * @returns whether it was active until now
 */
export async function disableDestination(
  tx: Tx,
  destinationId: string,
  fault: Fault,
  now: number,
): Promise<boolean> {
  const disabled = await tx.execute(
    `WITH disabled AS (
       UPDATE destination SET state = 'disabled', version = version + 1, updated_at = now()
       WHERE id = $1 AND state = 'active' RETURNING id, participant_id
     ), recorded AS (
       INSERT INTO audit_event (id, action, subject_type, subject_id, reason, before, after)
       SELECT $2, 'destination.disabled', 'destination', id::text, $3, '{"state":"active"}', '{"state":"disabled"}'
       FROM disabled
     )
     INSERT INTO notice (id, at, participant_id, kind, subject_type, subject_id, fault)
     SELECT $4, to_timestamp($5::float8 / 1000), participant_id, 'destination-disabled', 'destination', id::text, $6
     FROM disabled`,
    [destinationId, uuidv7(now), fault.code, uuidv7(now), now, JSON.stringify(fault)],
  );
  return disabled > 0;
}
