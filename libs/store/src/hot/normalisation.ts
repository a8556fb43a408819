import type { Fault } from '#kernel';
import type { Tx } from '../sql.js';
import { hexArray, pack, plainArray } from './packed.js';

export type NormalisationState = 'pending' | 'normalised' | 'duplicate' | 'held' | 'rejected';

/** An interchange of a sender's lane, claimed for normalising. */
export interface PendingInterchange {
  readonly id: string;
  /** The door that it came in by. */
  readonly channel: string;
  readonly receivedAt: number;
  readonly contentType: string | undefined;
  readonly adapterHint: string | undefined;
  readonly sha256: Buffer;
  readonly body: Buffer;
}

interface PendingRow {
  id: string;
  channel: string;
  received_at: Date;
  content_type: string | null;
  adapter_hint: string | null;
  sha256: Buffer;
}

/**
 * Take the lane for this transaction and read the version of the setup that its decisions must be made with.
 * `false`: another worker has the lane.
 */
const enter = {
  name: 'enter-lane',
  text: `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS entered, (SELECT version::text FROM setup_version) AS version`,
};

export async function enterLane(tx: Tx, lane: string): Promise<{ entered: boolean; setupVersion: string }> {
  const [row] = await tx.query<{ entered: boolean; version: string }>(enter, [lane]);
  return { entered: row?.entered ?? false, setupVersion: row?.version ?? '0' };
}

const claim = {
  name: 'claim-normalisations',
  text: `
  WITH due AS (
    SELECT n.interchange_id, n.seq FROM normalisation n
    WHERE n.participant_id = $1 AND n.state = 'pending' ORDER BY n.seq LIMIT $2 FOR UPDATE SKIP LOCKED
  ), sized AS (
    SELECT due.seq, i.id, i.channel, i.received_at, i.content_type, i.adapter_hint, i.sha256,
      sum(i.size) OVER (ORDER BY due.seq) - i.size AS before
    FROM due JOIN interchange i ON i.id = due.interchange_id
  )
  SELECT id, channel, received_at, content_type, adapter_hint, sha256 FROM sized WHERE before < $3 ORDER BY seq`,
};

const bodiesOf = {
  name: 'bodies-of-interchanges',
  text: 'SELECT id, body FROM interchange WHERE id = ANY ($1::uuid[])',
};

/**
 * Rows up to a count and, past the first, up to a sum of bytes: a batch is bounded in memory as well.
 *
 * @param inHand bodies that this process still has, so that they need not be read back
 */
export async function claimInterchanges(
  tx: Tx,
  participantId: string,
  limit: { readonly rows: number; readonly bytes: number },
  inHand: (id: string) => Buffer | undefined = () => undefined,
): Promise<PendingInterchange[]> {
  const rows = await tx.query<PendingRow>(claim, [participantId, limit.rows, limit.bytes]);
  const bodies = new Map<string, Buffer>();
  const missing: string[] = [];
  for (const { id } of rows) {
    const body = inHand(id);
    if (body) bodies.set(id, body);
    else missing.push(id);
  }
  if (missing.length > 0) {
    const read = await tx.query<{ id: string; body: Buffer }>(bodiesOf, [plainArray(missing)]);
    for (const { id, body } of read) bodies.set(id, body);
  }
  return rows.map((row) => {
    const body = bodies.get(row.id);
    if (!body) throw new Error(`interchange ${row.id} has no body`);
    return {
      id: row.id,
      channel: row.channel,
      receivedAt: row.received_at.getTime(),
      contentType: row.content_type ?? undefined,
      adapterHint: row.adapter_hint ?? undefined,
      sha256: row.sha256,
      body,
    };
  });
}

export interface IdentityClaim {
  readonly identity: string;
  readonly interchangeId: string;
  readonly sha256: Buffer;
}

const claimIdentity = {
  name: 'claim-identities',
  text: `
  INSERT INTO message_identity (participant_id, identity, interchange_id, sha256, created_at)
  SELECT $1, identity, interchange_id, sha256, now()
  FROM unnest($2::text[], $3::uuid[], $4::bytea[]) AS t (identity, interchange_id, sha256)
  ORDER BY identity ON CONFLICT DO NOTHING RETURNING interchange_id`,
};

const ownerOfIdentity = {
  name: 'owners-of-identities',
  text: `SELECT identity, interchange_id, sha256 FROM message_identity WHERE participant_id = $1 AND identity = ANY ($2::text[])`,
};

/**
 * Claim the messages' own references for their sender. Gives the earlier owner of each reference that was taken:
 * by the same content (a repetition) or by other content (a reference used twice).
 */
export async function claimIdentities(
  tx: Tx,
  participantId: string,
  claims: readonly IdentityClaim[],
): Promise<Map<string, { interchangeId: string; sha256: Buffer }>> {
  const taken = new Map<string, { interchangeId: string; sha256: Buffer }>();
  if (claims.length === 0) return taken;
  const won = await tx.query<{ interchange_id: string }>(claimIdentity, [
    participantId,
    claims.map((one) => one.identity),
    plainArray(claims.map((one) => one.interchangeId)),
    hexArray(claims.map((one) => one.sha256)),
  ]);
  if (won.length === claims.length) return taken;
  const winners = new Set(won.map((row) => row.interchange_id));
  const lost = claims.filter((one) => !winners.has(one.interchangeId));
  const rows = await tx.query<{ identity: string; interchange_id: string; sha256: Buffer }>(ownerOfIdentity, [
    participantId,
    lost.map((one) => one.identity),
  ]);
  const owners = new Map(rows.map((row) => [row.identity, row]));
  for (const one of lost) {
    const owner = owners.get(one.identity);
    if (owner && owner.interchange_id !== one.interchangeId) {
      taken.set(one.interchangeId, { interchangeId: owner.interchange_id, sha256: owner.sha256 });
    }
  }
  return taken;
}

export interface NewDocument {
  readonly id: string;
  readonly interchangeId: string;
  readonly ordinal: number;
  readonly type: string;
  readonly schemaVersion: string;
  readonly occurredAt: number | undefined;
  readonly receivedAt: number;
  /** `kind:value` of every business key. */
  readonly keys: readonly string[];
  readonly orderKey: string;
  readonly sha256: Buffer;
  readonly body: Buffer;
  /** The decisions of every candidate, as JSON text. */
  readonly decisions: Buffer;
}

export interface NewDelivery {
  readonly destinationId: string;
  readonly documentId: string;
  readonly routeId: string;
  readonly agreementId: string | undefined;
  /** The version of the agreement that it was decided under. */
  readonly agreementVersion?: number | undefined;
  readonly orderKey: string;
  /** Of what is shared, the fields that the subscription wants as it is now; `undefined`: all. */
  readonly wanted?: readonly string[] | undefined;
  /** The adapter that it wants it written with; `undefined`: JSON. */
  readonly format?: string | undefined;
  /** Further routes and subscriptions that would have given it to this destination. */
  readonly also?: readonly string[] | undefined;
}

export interface NormalisationOutcome {
  readonly interchangeId: string;
  readonly state: Exclude<NormalisationState, 'pending'>;
  readonly adapterId: string | undefined;
  readonly mappingVersion: string | undefined;
  readonly identity: string | undefined;
  readonly duplicateOf: string | undefined;
  readonly faults: readonly Fault[];
}

export interface NormalisedBatch {
  readonly originNode: string;
  readonly senderId: string;
  readonly now: number;
  readonly outcomes: readonly NormalisationOutcome[];
  readonly documents: readonly NewDocument[];
  readonly deliveries: readonly NewDelivery[];
}

/** One statement writes what a batch came to: nothing of it is seen by halves. */
const settle = {
  name: 'settle-normalisations',
  text: `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::float8[], $7::float8[],
      $8::text[], $9::text[], $10::bytea[], $11::int[], $12::int[], $13::int[], $14::int[])
      AS t (id, interchange_id, ordinal, type, schema_version, occurred, received, keys, order_key, sha256, body_at,
        body_size, decisions_at, decisions_size)
  ), documents AS (
    INSERT INTO document (id, interchange_id, ordinal, type, schema_version, origin_node, sender_id, occurred_at,
      received_at, keys, order_key, sha256, size, body)
    SELECT id, interchange_id, ordinal, type, schema_version, $17, $18, to_timestamp(occurred / 1000),
      to_timestamp(received / 1000), CASE WHEN keys = '' THEN '{}' ELSE string_to_array(keys, E'\\x1f') END, order_key,
      sha256, body_size, convert_from(substring($15::bytea FROM body_at FOR body_size), 'UTF8')::json FROM input
  ), decided AS (
    INSERT INTO decision (document_id, decided_at, decisions)
    SELECT id, to_timestamp($19::float8 / 1000),
      convert_from(substring($16::bytea FROM decisions_at FOR decisions_size), 'UTF8')::json FROM input
  ), owed AS (
    INSERT INTO delivery (destination_id, document_id, route_id, agreement_id, order_key, created_at, agreement_version,
      wanted, format, also)
    SELECT destination_id, document_id, route_id, agreement_id, order_key, to_timestamp($19::float8 / 1000),
      agreement_version, CASE WHEN wanted = '' THEN '{}' ELSE string_to_array(wanted, E'\\x1f') END, format, also::uuid[]
    FROM unnest($20::uuid[], $21::uuid[], $22::uuid[], $23::uuid[], $24::text[], $33::int[], $34::text[], $35::text[],
      $36::text[]) WITH ORDINALITY
      AS t (destination_id, document_id, route_id, agreement_id, order_key, agreement_version, wanted, format, also, n)
    ORDER BY n ON CONFLICT DO NOTHING
  )
  UPDATE normalisation SET state = t.state, adapter_id = t.adapter_id, mapping_version = t.mapping_version,
    identity = t.identity, duplicate_of = t.duplicate_of,
    document_ids = t.document_ids::uuid[], faults = t.faults::json,
    attempts = attempts + 1, finished_at = to_timestamp($19::float8 / 1000)
  FROM unnest($25::uuid[], $26::text[], $27::text[], $28::text[], $29::text[], $30::uuid[], $31::text[], $32::text[])
    AS t (interchange_id, state, adapter_id, mapping_version, identity, duplicate_of, document_ids, faults)
  WHERE normalisation.interchange_id = t.interchange_id`,
};

/** Between the keys of one document in one text: a control character that no key holds. */
const KEY_SEPARATOR = '\x1f';

export async function settleNormalisations(tx: Tx, batch: NormalisedBatch): Promise<void> {
  const { documents, deliveries, outcomes } = batch;
  const idsOf = new Map<string, string[]>();
  for (const { id, interchangeId } of documents) {
    const ids = idsOf.get(interchangeId);
    if (ids) ids.push(id);
    else idsOf.set(interchangeId, [id]);
  }
  const bodies = pack(documents.map((one) => one.body));
  const decisions = pack(documents.map((one) => one.decisions));
  await tx.query(settle, [
    plainArray(documents.map((one) => one.id)),
    plainArray(documents.map((one) => one.interchangeId)),
    plainArray(documents.map((one) => one.ordinal)),
    documents.map((one) => one.type),
    documents.map((one) => one.schemaVersion),
    plainArray(documents.map((one) => one.occurredAt ?? null)),
    plainArray(documents.map((one) => one.receivedAt)),
    documents.map((one) => one.keys.join(KEY_SEPARATOR)),
    documents.map((one) => one.orderKey),
    hexArray(documents.map((one) => one.sha256)),
    bodies.starts,
    bodies.sizes,
    decisions.starts,
    decisions.sizes,
    bodies.bytes,
    decisions.bytes,
    batch.originNode,
    batch.senderId,
    batch.now,
    plainArray(deliveries.map((one) => one.destinationId)),
    plainArray(deliveries.map((one) => one.documentId)),
    plainArray(deliveries.map((one) => one.routeId)),
    plainArray(deliveries.map((one) => one.agreementId ?? null)),
    deliveries.map((one) => one.orderKey),
    plainArray(outcomes.map((one) => one.interchangeId)),
    plainArray(outcomes.map((one) => one.state)),
    outcomes.map((one) => one.adapterId ?? null),
    outcomes.map((one) => one.mappingVersion ?? null),
    outcomes.map((one) => one.identity ?? null),
    plainArray(outcomes.map((one) => one.duplicateOf ?? null)),
    outcomes.map((one) => plainArray(idsOf.get(one.interchangeId) ?? [])),
    outcomes.map((one) => (one.faults.length > 0 ? JSON.stringify(one.faults) : null)),
    plainArray(deliveries.map((one) => one.agreementVersion ?? null)),
    deliveries.map((one) => one.wanted?.join(KEY_SEPARATOR) ?? null),
    deliveries.map((one) => one.format ?? null),
    deliveries.map((one) => (one.also ? plainArray(one.also) : null)),
  ]);
}
