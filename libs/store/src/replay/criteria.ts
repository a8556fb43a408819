/** Deliveries of one destination that are finished, by what became of them. All that is given must hold. */
export interface ReplayCriteria {
  readonly destinationId: string;
  readonly states: readonly ReplayableState[];
  /** Code of the fault that ended them. */
  readonly cause?: string;
  readonly documentType?: string;
  readonly documentIds?: readonly string[];
  /** When they were decided, Unix milliseconds: included, and not included. */
  readonly from?: number;
  readonly to?: number;
}

export const replayableStates = ['dead', 'delivered', 'cancelled'] as const;
export type ReplayableState = (typeof replayableStates)[number];

/** `original`: the documents as they are. `current`: read again with the mappings in force, corrected where they differ. */
export const replayMappings = ['original', 'current'] as const;
export type ReplayMapping = (typeof replayMappings)[number];

/** A condition on `delivery d` and `document doc`, with its parameters from `$1` on. */
export function criteriaSql(criteria: ReplayCriteria): { readonly text: string; readonly values: unknown[] } {
  return {
    text: `d.destination_id = $1 AND d.state = ANY ($2::text[]) AND ($3::text IS NULL OR d.fault->>'code' = $3)
      AND ($4::text IS NULL OR doc.type = $4) AND ($5::uuid[] IS NULL OR d.document_id = ANY ($5))
      AND ($6::float8 IS NULL OR d.created_at >= to_timestamp($6 / 1000))
      AND ($7::float8 IS NULL OR d.created_at < to_timestamp($7 / 1000))`,
    values: [
      criteria.destinationId,
      [...criteria.states],
      criteria.cause ?? null,
      criteria.documentType ?? null,
      criteria.documentIds ? [...criteria.documentIds] : null,
      criteria.from ?? null,
      criteria.to ?? null,
    ],
  };
}
