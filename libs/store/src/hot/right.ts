import type { Tx } from '../sql.js';
import { plainArray } from './packed.js';

/**
 * What the agreement that a delivery was decided under is worth now.
 *
 * - `withdrawn`: revoked or run out, for good. - `held`: suspended, or not valid yet again: what is owed waits.
 */
export type Standing = 'withdrawn' | 'held';

/** What a delivery may bring now, of what its agreement says. */
export interface Right {
  /** `undefined`: it may go, if `condition` is met. */
  readonly standing: Standing | undefined;
  /** The condition of an agreement that was changed since the decision; `undefined`: as it was, or none. */
  readonly condition: string | undefined;
  /** When the agreement runs out, Unix milliseconds. */
  readonly validTo: number | undefined;
  /** The fields that it grants, as JSON pointers; `undefined`: all. */
  readonly fields: readonly string[] | undefined;
  /** Whether personal fields go as they are; otherwise masked. */
  readonly personal: boolean;
}

export interface RightRow {
  standing: Standing | null;
  changed_condition: string | null;
  valid_to: Date | null;
  fields: string[] | null;
  personal: boolean;
}

/** SQL over `agreement a`: for now, and not for good. */
export const isHeld = `(a.state = 'suspended' OR a.valid_from > now())`;

/** SQL over a delivery and `agreement a`, which is joined to it from the left. */
export const standingSql = (delivery: string): string =>
  `CASE WHEN ${delivery}.agreement_id IS NULL THEN NULL
    WHEN a.id IS NULL OR a.state = 'revoked' OR a.valid_to <= now() THEN 'withdrawn'
    WHEN ${isHeld} THEN 'held' END`;

/** SQL over a delivery and `agreement a`: its condition, if it may be another one than at the decision. */
export const changedSql = (delivery: string): string =>
  `CASE WHEN a.version IS DISTINCT FROM ${delivery}.agreement_version THEN a.condition END`;

/** SQL of the columns of {@link RightRow}. */
export const rightColumns = (delivery: string): string =>
  `${standingSql(delivery)} AS standing, ${changedSql(delivery)} AS changed_condition, a.valid_to, a.fields,
    coalesce(a.personal, true) AS personal`;

export const rightOf = (row: RightRow): Right => ({
  standing: row.standing ?? undefined,
  condition: row.changed_condition ?? undefined,
  validTo: row.valid_to?.getTime(),
  fields: row.fields ?? undefined,
  personal: row.personal,
});

/** How long what is held waits until it is looked at again, if nothing is changed before: SQL. */
const heldFor = `interval '15 minutes'`;

/**
 * SQL of a common table `held`: of the agreements of some deliveries those that hold them, and until when. They are locked, so
 * that nothing is left waiting by a grant of the same moment.
 */
export const heldAgreements = (deliveries: string): string => `held AS (
    SELECT a.id, CASE WHEN a.state = 'suspended' THEN now() + ${heldFor} ELSE least(a.valid_from, now() + ${heldFor}) END AS until
    FROM agreement a WHERE a.id IN (SELECT agreement_id FROM delivery WHERE ${deliveries}) AND ${isHeld} FOR SHARE
  )`;

/**
 * Deliveries whose agreement is suspended, or not valid yet, wait, with what stands behind them about the same key.
 *
 * @param fault why they wait, as JSON text
 * @returns in how many milliseconds they are to be looked at again
 */
export async function holdDeliveries(
  tx: Tx,
  destinationId: string,
  seqs: readonly number[],
  fault: string,
): Promise<number> {
  const [row] = await tx.query<{ wait: number | null }>(hold, [destinationId, plainArray(seqs), fault]);
  return row?.wait ?? 0;
}

const hold = {
  name: 'hold-deliveries',
  text: `WITH ${heldAgreements('destination_id = $1 AND seq = ANY ($2::bigint[])')}, waiting AS (
      UPDATE delivery SET due_at = held.until, fault = $3::json FROM held
      WHERE destination_id = $1 AND seq = ANY ($2::bigint[]) AND state = 'pending' AND agreement_id = held.id
      RETURNING held.until
    )
    SELECT greatest(0, extract(epoch FROM min(until) - now()) * 1000)::float8 AS wait FROM waiting`,
};

/** The condition as it is now was looked at for these, and is met. */
export async function confirmRights(tx: Tx, destinationId: string, seqs: readonly number[]): Promise<void> {
  await tx.execute(
    {
      name: 'confirm-rights',
      text: `UPDATE delivery d SET agreement_version = a.version FROM agreement a
        WHERE d.destination_id = $1 AND d.seq = ANY ($2::bigint[]) AND a.id = d.agreement_id`,
    },
    [destinationId, plainArray(seqs)],
  );
}
