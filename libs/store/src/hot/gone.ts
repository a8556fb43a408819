import { uuidv7 } from '#kernel';
import type { Tx } from '../sql.js';

/**
 * Disable a destination because its receiving end said that it is gone. Its deliveries stay owed: they go on when
 * an administrator enables it again. Audited as an act of the hub itself (no actor).
 */
export async function disableGone(tx: Tx, destinationId: string, reason: string, now: number): Promise<void> {
  await tx.execute(
    `WITH gone AS (
       UPDATE destination SET state = 'disabled', version = version + 1, updated_at = now()
       WHERE id = $1 AND state = 'active' RETURNING id
     )
     INSERT INTO audit_event (id, action, subject_type, subject_id, reason, before, after)
     SELECT $2, 'destination.disabled', 'destination', id::text, $3, '{"state":"active"}', '{"state":"disabled"}' FROM gone`,
    [destinationId, uuidv7(now), reason],
  );
}
