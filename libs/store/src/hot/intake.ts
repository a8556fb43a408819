import type { Sql } from '../sql.js';
import { hexArray, pack, plainArray } from './packed.js';

/** An interchange as it came through the door, not yet stored. */
export interface NewInterchange {
  readonly id: string;
  readonly participantId: string;
  /** Unix milliseconds. */
  readonly receivedAt: number;
  readonly channel: string;
  readonly contentType?: string;
  readonly adapterHint?: string;
  /** What makes the same request again the same: the sender's Idempotency-Key, else the hash of the content. */
  readonly idempotencyKey: string;
  readonly sha256: Buffer;
  readonly body: Buffer;
}

export type StoreOutcome =
  | { readonly kind: 'stored' }
  /** The same key and the same content were stored before: the same answer is owed. */
  | { readonly kind: 'repeated'; readonly interchangeId: string; readonly receivedAt: number }
  /** The key was used before for other content. */
  | { readonly kind: 'conflict'; readonly interchangeId: string };

/**
 * The order of the idempotency rows is that of their key so that two batches never wait for each other in a
 * circle; the order of `seq` is that of arrival.
 */
const store = {
  name: 'store-interchanges',
  text: `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::bytea[], $9::int[], $10::int[]) WITH ORDINALITY
      AS t (id, participant_id, received, channel, content_type, adapter_hint, key, sha256, start, size, n)
  ), claimed AS (
    INSERT INTO idempotency (participant_id, key, interchange_id, sha256, created_at)
    SELECT participant_id, key, id, sha256, to_timestamp(received / 1000) FROM input ORDER BY participant_id, key
    ON CONFLICT DO NOTHING RETURNING interchange_id
  ), kept AS (
    SELECT input.* FROM input JOIN claimed ON claimed.interchange_id = input.id
  ), stored AS (
    INSERT INTO interchange (id, participant_id, received_at, channel, content_type, adapter_hint, idempotency_key,
      sha256, size, body)
    SELECT id, participant_id, to_timestamp(received / 1000), channel, content_type, adapter_hint, key, sha256, size,
      substring($11::bytea FROM start FOR size) FROM kept
  )
  INSERT INTO normalisation (interchange_id, participant_id)
  SELECT id, participant_id FROM kept ORDER BY n
  RETURNING interchange_id AS id`,
};

const earlier = {
  name: 'earlier-interchanges',
  text: `
  SELECT k.participant_id, k.key, k.interchange_id, k.sha256, i.received_at
  FROM unnest($1::uuid[], $2::text[]) AS t (participant_id, key)
  JOIN idempotency k USING (participant_id, key)
  JOIN interchange i ON i.id = k.interchange_id`,
};

interface EarlierRow {
  participant_id: string;
  key: string;
  interchange_id: string;
  sha256: Buffer;
  received_at: Date;
}

/**
 * Store a batch durably: when the promise resolves, every outcome is committed. One statement for the batch, a
 * second one only when something in it was seen before.
 */
export async function storeInterchanges(sql: Sql, batch: readonly NewInterchange[]): Promise<StoreOutcome[]> {
  const bodies = pack(batch.map((one) => one.body));
  const rows = await sql.query<{ id: string }>(store, [
    plainArray(batch.map((one) => one.id)),
    plainArray(batch.map((one) => one.participantId)),
    plainArray(batch.map((one) => one.receivedAt)),
    batch.map((one) => one.channel),
    batch.map((one) => one.contentType ?? null),
    batch.map((one) => one.adapterHint ?? null),
    batch.map((one) => one.idempotencyKey),
    hexArray(batch.map((one) => one.sha256)),
    bodies.starts,
    bodies.sizes,
    bodies.bytes,
  ]);
  const stored = new Set(rows.map((row) => row.id));
  if (stored.size === batch.length) return batch.map(() => ({ kind: 'stored' }));
  return withEarlier(sql, batch, stored);
}

async function withEarlier(
  sql: Sql,
  batch: readonly NewInterchange[],
  stored: ReadonlySet<string>,
): Promise<StoreOutcome[]> {
  const seen = batch.filter((one) => !stored.has(one.id));
  const rows = await sql.query<EarlierRow>(earlier, [
    plainArray(seen.map((one) => one.participantId)),
    seen.map((one) => one.idempotencyKey),
  ]);
  const byKey = new Map(rows.map((row) => [`${row.participant_id} ${row.key}`, row]));
  return batch.map((one) => {
    if (stored.has(one.id)) return { kind: 'stored' };
    const row = byKey.get(`${one.participantId} ${one.idempotencyKey}`);
    if (!row) throw new Error('an idempotency key vanished between two statements');
    return row.sha256.equals(one.sha256)
      ? { kind: 'repeated', interchangeId: row.interchange_id, receivedAt: row.received_at.getTime() }
      : { kind: 'conflict', interchangeId: row.interchange_id };
  });
}
