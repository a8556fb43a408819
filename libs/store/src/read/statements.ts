import type { Tx } from '../sql.js';

/** A day as two instants, Unix milliseconds: included, and not included. */
export interface Day {
  readonly from: number;
  readonly to: number;
}

/** Documents of one type: how many, and a digest that the other side can make of the ids that it has. */
export interface StatementLine {
  readonly documentType: string;
  readonly count: number;
  /** SHA-256, in hexadecimal, of the ids in lower case, sorted, each followed by a line feed. */
  readonly digest: string;
}

interface LineRow {
  type: string;
  count: number;
  digest: string;
}

const digest = (id: string): string =>
  `encode(sha256(convert_to(string_agg(${id}::text || E'\\n', '' ORDER BY ${id}), 'UTF8')), 'hex')`;

const line = ({ type, count, digest: of }: LineRow): StatementLine => ({
  documentType: type,
  count,
  digest: of,
});

/** What was made of a sender's messages on a day. */
export async function documentsSent(tx: Tx, senderId: string, day: Day): Promise<StatementLine[]> {
  const rows = await tx.query<LineRow>(
    `SELECT type, count(*)::int AS count, ${digest('id')} AS digest FROM document
     WHERE sender_id = $1 AND id >= uuid_at(to_timestamp($2::float8 / 1000)) AND id < uuid_at(to_timestamp($3::float8 / 1000))
     GROUP BY type ORDER BY type`,
    [senderId, day.from, day.to],
  );
  return rows.map(line);
}

export interface MessageCount {
  readonly state: string;
  /** Absent for messages that no adapter was found for. */
  readonly adapter: string | undefined;
  readonly count: number;
  /** As in {@link StatementLine}, of the ids of the interchanges. */
  readonly digest: string;
}

/** What a sender handed in on a day, and what became of it. */
export async function messagesSent(tx: Tx, senderId: string, day: Day): Promise<MessageCount[]> {
  const rows = await tx.query<{ state: string; adapter: string | null; count: number; digest: string }>(
    `SELECT state, adapter_id AS adapter, count(*)::int AS count, ${digest('interchange_id')} AS digest FROM normalisation
     WHERE participant_id = $1 AND interchange_id >= uuid_at(to_timestamp($2::float8 / 1000))
       AND interchange_id < uuid_at(to_timestamp($3::float8 / 1000))
     GROUP BY state, adapter_id ORDER BY state, adapter_id`,
    [senderId, day.from, day.to],
  );
  return rows.map(({ adapter, ...row }) => ({ ...row, adapter: adapter ?? undefined }));
}

/** Deliveries of one destination, by what became of them. */
export interface DeliveredLine extends StatementLine {
  readonly state: string;
}

/** Of one route or subscription only, where `routeId` is given. */
export interface StatementOf {
  readonly destinationId: string;
  readonly routeId?: string;
}

const ofDay = `d.destination_id = $1 AND ($2::uuid IS NULL OR d.route_id = $2 OR d.also @> ARRAY[$2::uuid])
  AND d.document_id >= uuid_at(to_timestamp($3::float8 / 1000))
  AND d.document_id < uuid_at(to_timestamp($4::float8 / 1000))`;

/** Documents made on a day that a destination was owed. */
export async function deliveriesStated(tx: Tx, of: StatementOf, day: Day): Promise<DeliveredLine[]> {
  const rows = await tx.query<LineRow & { state: string }>(
    `SELECT d.state, doc.type, count(*)::int AS count, ${digest('d.document_id')} AS digest
     FROM delivery d JOIN document doc ON doc.id = d.document_id
     WHERE ${ofDay} GROUP BY d.state, doc.type ORDER BY d.state, doc.type`,
    [of.destinationId, of.routeId ?? null, day.from, day.to],
  );
  return rows.map((row) => ({ ...line(row), state: row.state }));
}

/** One document of a statement. */
export interface StatedDelivery {
  readonly documentId: string;
  readonly documentType: string;
  readonly state: string;
  /** Unix milliseconds. */
  readonly finishedAt: number | undefined;
}

/** The documents of a statement in the order of their ids, one page. */
export async function statedDeliveries(
  tx: Tx,
  of: StatementOf,
  day: Day,
  page: { readonly after?: string; readonly limit: number },
): Promise<StatedDelivery[]> {
  const rows = await tx.query<{
    document_id: string;
    type: string;
    state: string;
    finished_at: Date | null;
  }>(
    `SELECT d.document_id, doc.type, d.state, d.finished_at FROM delivery d JOIN document doc ON doc.id = d.document_id
     WHERE ${ofDay} AND ($5::uuid IS NULL OR d.document_id > $5) ORDER BY d.document_id LIMIT $6`,
    [of.destinationId, of.routeId ?? null, day.from, day.to, page.after ?? null, page.limit],
  );
  return rows.map((row) => ({
    documentId: row.document_id,
    documentType: row.type,
    state: row.state,
    finishedAt: row.finished_at?.getTime(),
  }));
}

/** Where two sides differ about a day. */
export interface StatementDifferences {
  /** Delivered as this side sees it, and not among the ids given. */
  readonly missing: readonly StatedDelivery[];
  /** Among the ids given, and not delivered to this destination on that day. */
  readonly unknown: readonly string[];
}

/** @param ids what the other side has of the day */
export async function statementDifferences(
  tx: Tx,
  of: StatementOf,
  day: Day,
  ids: readonly string[],
  limit: number,
): Promise<StatementDifferences> {
  const missing = await tx.query<{
    document_id: string;
    type: string;
    state: string;
    finished_at: Date | null;
  }>(
    `SELECT d.document_id, doc.type, d.state, d.finished_at FROM delivery d JOIN document doc ON doc.id = d.document_id
     WHERE ${ofDay} AND d.state = 'delivered'
       AND NOT EXISTS (SELECT 1 FROM unnest($5::uuid[]) AS given (id) WHERE given.id = d.document_id)
     ORDER BY d.document_id LIMIT $6`,
    [of.destinationId, of.routeId ?? null, day.from, day.to, [...ids], limit],
  );
  const unknown = await tx.query<{ id: string }>(
    `SELECT given.id FROM unnest($5::uuid[]) AS given (id)
     WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE ${ofDay} AND d.document_id = given.id AND d.state = 'delivered')
     ORDER BY given.id LIMIT $6`,
    [of.destinationId, of.routeId ?? null, day.from, day.to, [...ids], limit],
  );
  return {
    missing: missing.map((row) => ({
      documentId: row.document_id,
      documentType: row.type,
      state: row.state,
      finishedAt: row.finished_at?.getTime(),
    })),
    unknown: unknown.map(({ id }) => id),
  };
}
