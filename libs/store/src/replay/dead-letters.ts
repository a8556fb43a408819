import type { Tx } from '../sql.js';

/** Dead deliveries of one destination that ended for the same reason. */
export interface DeadLetterGroup {
  readonly destinationId: string;
  readonly cause: string;
  readonly documentType: string;
  readonly count: number;
  /** When the first and the last were given up, Unix milliseconds. */
  readonly first: number;
  readonly last: number;
  /** Some of the documents, oldest first. */
  readonly examples: readonly string[];
}

interface GroupRow {
  destination_id: string;
  cause: string | null;
  type: string;
  count: number;
  first: Date;
  last: Date;
  examples: string[];
}

/** Dead deliveries that are looked through at most: past that the counts say "at least". */
export const deadLettersLooked = 100_000;

/** By destination, cause and type, the largest first. */
export async function deadLetterGroups(
  tx: Tx,
  filter: { readonly participantId?: string; readonly destinationId?: string },
  limit: number,
): Promise<DeadLetterGroup[]> {
  const rows = await tx.query<GroupRow>(
    `SELECT destination_id, cause, type, count(*)::int AS count, min(at) AS first, max(at) AS last,
       (array_agg(document_id ORDER BY seq))[1:3] AS examples
     FROM (SELECT d.destination_id, d.seq, d.document_id, d.fault->>'code' AS cause, doc.type,
         coalesce(d.finished_at, d.created_at) AS at
       FROM destination t JOIN delivery d ON d.destination_id = t.id AND d.state = 'dead'
       JOIN document doc ON doc.id = d.document_id
       WHERE ($1::uuid IS NULL OR t.participant_id = $1) AND ($2::uuid IS NULL OR t.id = $2)
       LIMIT ${deadLettersLooked}) AS dead
     GROUP BY destination_id, cause, type ORDER BY count DESC, destination_id, cause, type LIMIT $3`,
    [filter.participantId ?? null, filter.destinationId ?? null, limit],
  );
  return rows.map((row) => ({
    destinationId: row.destination_id,
    cause: row.cause ?? '',
    documentType: row.type,
    count: row.count,
    first: row.first.getTime(),
    last: row.last.getTime(),
    examples: row.examples,
  }));
}
