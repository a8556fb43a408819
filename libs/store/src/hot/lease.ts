import type { Tx } from '../sql.js';

/**
 * Takes or keeps what one process does for all, for so long. The clock is the database's, so that it does not matter
 * what the clocks of the processes say.
 *
 * @returns whether it is this owner's
 */
export async function holdLease(tx: Tx, lane: string, owner: string, ms: number): Promise<boolean> {
  const held = await tx.execute(
    {
      name: 'hold-lease',
      text: `
      INSERT INTO lane_lease (lane, owner, until) VALUES ($1, $2, now() + $3 * interval '1 millisecond')
      ON CONFLICT (lane) DO UPDATE SET owner = excluded.owner, until = excluded.until
      WHERE lane_lease.until < now() OR lane_lease.owner = excluded.owner`,
    },
    [lane, owner, ms],
  );
  return held > 0;
}

export async function releaseLease(tx: Tx, lane: string, owner: string): Promise<void> {
  await tx.execute('DELETE FROM lane_lease WHERE lane = $1 AND owner = $2', [lane, owner]);
}
