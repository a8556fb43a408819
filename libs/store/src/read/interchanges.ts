import type { Fault } from '#kernel';
import type { NormalisationState } from '../hot/normalisation.js';
import { plainArray } from '../hot/packed.js';
import type { Tx } from '../sql.js';

/** An interchange and what became of it, without its bytes. */
export interface InterchangeView {
  readonly id: string;
  readonly participantId: string;
  readonly receivedAt: number;
  readonly channel: string;
  readonly contentType: string | undefined;
  readonly adapterHint: string | undefined;
  readonly sha256: Buffer;
  readonly size: number;
  readonly state: NormalisationState;
  readonly adapterId: string | undefined;
  readonly mappingVersion: string | undefined;
  readonly identity: string | undefined;
  readonly duplicateOf: string | undefined;
  readonly faults: readonly Fault[];
  readonly documentIds: readonly string[];
  readonly finishedAt: number | undefined;
}

interface InterchangeRow {
  id: string;
  participant_id: string;
  received_at: Date;
  channel: string;
  content_type: string | null;
  adapter_hint: string | null;
  sha256: Buffer;
  size: number;
  state: NormalisationState;
  adapter_id: string | null;
  mapping_version: string | null;
  identity: string | null;
  duplicate_of: string | null;
  faults: Fault[] | null;
  document_ids: string[];
  finished_at: Date | null;
}

const columns = `i.id, i.participant_id, i.received_at, i.channel, i.content_type, i.adapter_hint, i.sha256, i.size,
  n.state, n.adapter_id, n.mapping_version, n.identity, n.duplicate_of, n.faults, n.finished_at,
  (coalesce((SELECT first.document_ids FROM normalisation first WHERE first.interchange_id = n.duplicate_of),
    n.document_ids))[1:1000] AS document_ids`;

const view = (row: InterchangeRow): InterchangeView => ({
  id: row.id,
  participantId: row.participant_id,
  receivedAt: row.received_at.getTime(),
  channel: row.channel,
  contentType: row.content_type ?? undefined,
  adapterHint: row.adapter_hint ?? undefined,
  sha256: row.sha256,
  size: row.size,
  state: row.state,
  adapterId: row.adapter_id ?? undefined,
  mappingVersion: row.mapping_version ?? undefined,
  identity: row.identity ?? undefined,
  duplicateOf: row.duplicate_of ?? undefined,
  faults: row.faults ?? [],
  documentIds: row.document_ids,
  finishedAt: row.finished_at?.getTime(),
});

export async function interchangeById(tx: Tx, id: string): Promise<InterchangeView | undefined> {
  const [row] = await tx.query<InterchangeRow>(
    {
      name: 'interchange-by-id',
      text: `SELECT ${columns} FROM interchange i JOIN normalisation n ON n.interchange_id = i.id WHERE i.id = $1`,
    },
    [id],
  );
  return row && view(row);
}

/** Those of the interchanges that there are, in no order. */
export async function interchangesByIds(tx: Tx, ids: readonly string[]): Promise<InterchangeView[]> {
  const rows = await tx.query<InterchangeRow>(
    {
      name: 'interchanges-by-ids',
      text: `SELECT ${columns} FROM interchange i JOIN normalisation n ON n.interchange_id = i.id
        WHERE i.id = ANY ($1::uuid[])`,
    },
    [plainArray(ids)],
  );
  return rows.map(view);
}

/** The bytes of several interchanges; keep an eye on their sizes. */
export async function interchangeBodies(tx: Tx, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await tx.query<{ id: string; body: Buffer }>(
    'SELECT id, body FROM interchange WHERE id = ANY ($1::uuid[])',
    [plainArray(ids)],
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** The bytes exactly as they were received. */
export async function interchangeBody(
  tx: Tx,
  id: string,
): Promise<{ participantId: string; contentType: string | undefined; body: Buffer } | undefined> {
  const [row] = await tx.query<{ participant_id: string; content_type: string | null; body: Buffer }>(
    'SELECT participant_id, content_type, body FROM interchange WHERE id = $1',
    [id],
  );
  return (
    row && { participantId: row.participant_id, contentType: row.content_type ?? undefined, body: row.body }
  );
}

export interface InterchangeFilter {
  readonly participantId?: string;
  readonly state?: string;
  readonly adapterId?: string;
  /** Unix milliseconds, inclusive. */
  readonly from?: number;
  /** Unix milliseconds, exclusive. */
  readonly to?: number;
  /** Only what is older than this id. */
  readonly before?: string;
  readonly limit: number;
}

/** Newest first, one page. The order is that of the ids, which is that of arrival. */
export async function listInterchanges(tx: Tx, filter: InterchangeFilter): Promise<InterchangeView[]> {
  const rows = await tx.query<InterchangeRow>(
    {
      name: 'list-interchanges',
      text: `
      SELECT ${columns} FROM normalisation n JOIN interchange i ON i.id = n.interchange_id
      WHERE ($1::uuid IS NULL OR n.participant_id = $1) AND ($2::text IS NULL OR n.state = $2)
        AND ($3::text IS NULL OR n.adapter_id = $3)
        AND ($4::float8 IS NULL OR n.interchange_id >= uuid_at(to_timestamp($4 / 1000)))
        AND ($5::float8 IS NULL OR n.interchange_id < uuid_at(to_timestamp($5 / 1000)))
        AND ($6::uuid IS NULL OR n.interchange_id < $6)
      ORDER BY n.interchange_id DESC LIMIT $7`,
    },
    [
      filter.participantId ?? null,
      filter.state ?? null,
      filter.adapterId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.before ?? null,
      filter.limit,
    ],
  );
  return rows.map(view);
}
