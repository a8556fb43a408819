import type { Row } from '../sql.js';

/** What runs these statements: a transaction of either kind. */
export interface Asks {
  query<R extends Row>(text: string, values: unknown[]): Promise<R[]>;
}

/** Which interchanges that were held or rejected are to be done again. All conditions that are given must be true. */
export interface RenormaliseFilter {
  readonly ids?: readonly string[];
  readonly state?: 'held' | 'rejected';
  readonly adapterId?: string;
  /** Code of a fault that it has. */
  readonly fault?: string;
  readonly participantId?: string;
  /** Unix milliseconds, inclusive. */
  readonly from?: number;
  /** Unix milliseconds, exclusive. */
  readonly to?: number;
  readonly limit: number;
}

export interface Renormalised {
  readonly id: string;
  readonly participantId: string;
}

const chosen = `
  SELECT n.interchange_id, n.participant_id, n.seq FROM normalisation n
  WHERE n.state IN ('held', 'rejected')
    AND ($1::uuid[] IS NULL OR n.interchange_id = ANY ($1))
    AND ($2::text IS NULL OR n.state = $2)
    AND ($3::text IS NULL OR n.adapter_id = $3)
    AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM json_array_elements(n.faults) AS fault WHERE fault->>'code' = $4))
    AND ($5::uuid IS NULL OR n.participant_id = $5)
    AND ($6::float8 IS NULL OR n.interchange_id >= uuid_at(to_timestamp($6 / 1000)))
    AND ($7::float8 IS NULL OR n.interchange_id < uuid_at(to_timestamp($7 / 1000)))
  ORDER BY n.interchange_id LIMIT $8`;

const valuesOf = (filter: RenormaliseFilter): unknown[] => [
  filter.ids ? [...filter.ids] : null,
  filter.state ?? null,
  filter.adapterId ?? null,
  filter.fault ?? null,
  filter.participantId ?? null,
  filter.from ?? null,
  filter.to ?? null,
  filter.limit,
];

/**
 * Makes interchanges that were held or rejected due again, the oldest first, after a mapping or a right was mended.
 * They keep their place in the lane of their sender: before whatever was accepted after them and is still waiting.
 * One that gave documents is left alone, so nothing is ever doubled.
 */
export const renormalise = (tx: Asks, filter: RenormaliseFilter): Promise<Renormalised[]> =>
  tx.query<{ id: string; participantId: string }>(
    `WITH chosen AS (${chosen} FOR UPDATE), due AS (
       UPDATE normalisation n SET state = 'pending', finished_at = NULL FROM chosen
       WHERE n.interchange_id = chosen.interchange_id RETURNING n.interchange_id, n.participant_id, n.seq
     ) SELECT interchange_id AS id, participant_id AS "participantId" FROM due ORDER BY seq`,
    valuesOf(filter),
  );

/** Those that `renormalise` would make due, and changes nothing. */
export const toRenormalise = (tx: Asks, filter: RenormaliseFilter): Promise<Renormalised[]> =>
  tx.query<{ id: string; participantId: string }>(
    `SELECT interchange_id AS id, participant_id AS "participantId" FROM (${chosen}) AS chosen ORDER BY seq`,
    valuesOf(filter),
  );
