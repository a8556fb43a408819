import { uuidv7, type Fault } from '#kernel';
import { plainArray } from '../hot/packed.js';
import type { Tx } from '../sql.js';

/** What is promised: that a message is read, that its documents reach their receivers, that it is answered. */
export const promiseSteps = ['normalised', 'delivered', 'answered'] as const;
export type PromiseStep = (typeof promiseSteps)[number];

/** Something that was not done by the time promised. */
export interface BrokenPromise {
  readonly step: PromiseStep;
  readonly interchangeId: string;
  readonly senderId: string;
  /** A document that it is about; none while the message is not read. */
  readonly document: { readonly id: string; readonly type: string } | undefined;
  /** The participant that a document has not reached. */
  readonly consumerId?: string;
  /** Unix milliseconds at which the time began to run. */
  readonly since: number;
}

/** What one lane has overdue, and up to where it was looked at. */
export interface LaneLook {
  readonly overdue: readonly BrokenPromise[];
  readonly marks: readonly PromiseMark[];
  /** There may be more to look at now. */
  readonly full: boolean;
}

/** Up to where a lane was looked at for a step: each thing that is overdue is found once. */
export interface PromiseMark {
  readonly step: string;
  readonly lane: string;
  readonly seq?: number;
  readonly afterId?: string;
}

export interface LookLimits {
  /** Lanes looked into at once. */
  readonly lanes: number;
  /** Of each lane what is looked at. */
  readonly rows: number;
}

/** One process looks for all: `false` while another does. Ends with the transaction. */
export async function enterPromiseLook(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ entered: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended('promises', 0)) AS entered`,
  );
  return row?.entered ?? false;
}

interface OverdueMessage {
  lane: string;
  seq: number;
  interchange_id: string;
  received_at: Date;
}

/**
 * Messages that wait to be read for longer than promised. Of each sender the oldest alone is looked at, unless that is
 * overdue: then those behind it too, from where the last look ended.
 *
 * @param before Unix milliseconds; what was received earlier is overdue
 */
export async function overdueMessages(tx: Tx, before: number, limits: LookLimits): Promise<LaneLook> {
  const rows = await tx.query<OverdueMessage>(
    `WITH late AS (
       SELECT p.id AS lane, coalesce(m.seq, 0) AS mark FROM participant p
       LEFT JOIN promise_mark m ON m.step = 'normalised' AND m.lane = p.id
       CROSS JOIN LATERAL (SELECT n.interchange_id FROM normalisation n
         WHERE n.participant_id = p.id AND n.state = 'pending' AND n.seq > coalesce(m.seq, 0) ORDER BY n.seq LIMIT 1) head
       WHERE head.interchange_id < uuid_at(to_timestamp($1::float8 / 1000)) ORDER BY head.interchange_id LIMIT $2
     )
     SELECT late.lane, n.seq, n.interchange_id, i.received_at FROM late CROSS JOIN LATERAL (
       SELECT n.seq, n.interchange_id FROM normalisation n
       WHERE n.participant_id = late.lane AND n.state = 'pending' AND n.seq > late.mark ORDER BY n.seq LIMIT $3) n
     JOIN interchange i ON i.id = n.interchange_id
     WHERE n.interchange_id < uuid_at(to_timestamp($1::float8 / 1000)) ORDER BY n.seq`,
    [before, limits.lanes, limits.rows],
  );
  return {
    overdue: rows.map((row) => ({
      step: 'normalised',
      interchangeId: row.interchange_id,
      senderId: row.lane,
      document: undefined,
      since: row.received_at.getTime(),
    })),
    marks: lastOfLanes('normalised', rows),
    full: rows.length >= limits.rows,
  };
}

interface OverdueDelivery {
  lane: string;
  seq: number;
  document_id: string;
  type: string;
  interchange_id: string;
  sender_id: string;
  consumer_id: string;
  created_at: Date;
}

/**
 * Deliveries that are owed for longer than promised, or were given up. Of each destination the oldest alone is looked
 * at, as above.
 *
 * @param state `pending` or `dead`: each has its index and its mark
 * @param since what was owed before is not looked at: Unix milliseconds
 */
export async function overdueDeliveries(
  tx: Tx,
  state: 'pending' | 'dead',
  times: { readonly before: number; readonly since: number },
  limits: LookLimits,
): Promise<LaneLook> {
  const step = `delivered:${state}`;
  const rows = await tx.query<OverdueDelivery>(
    `WITH late AS (
       SELECT t.id AS lane, t.participant_id, coalesce(m.seq, 0) AS mark FROM destination t
       LEFT JOIN promise_mark m ON m.step = $2 AND m.lane = t.id
       CROSS JOIN LATERAL (SELECT d.created_at FROM delivery d
         WHERE d.destination_id = t.id AND d.state = '${state}' AND d.seq > coalesce(m.seq, 0) ORDER BY d.seq LIMIT 1) head
       WHERE head.created_at < to_timestamp($1::float8 / 1000) ORDER BY head.created_at LIMIT $3
     )
     SELECT late.lane, d.seq, d.document_id, doc.type, doc.interchange_id, doc.sender_id,
       late.participant_id AS consumer_id, d.created_at
     FROM late CROSS JOIN LATERAL (
       SELECT d.seq, d.document_id, d.created_at FROM delivery d
       WHERE d.destination_id = late.lane AND d.state = '${state}' AND d.seq > late.mark ORDER BY d.seq LIMIT $4) d
     JOIN document doc ON doc.id = d.document_id
     WHERE d.created_at < to_timestamp($1::float8 / 1000) ORDER BY d.seq`,
    [times.before, step, limits.lanes, limits.rows],
  );
  return {
    overdue: rows
      .filter((row) => row.created_at.getTime() >= times.since)
      .map((row) => ({
        step: 'delivered',
        interchangeId: row.interchange_id,
        senderId: row.sender_id,
        document: { id: row.document_id, type: row.type },
        consumerId: row.consumer_id,
        since: row.created_at.getTime(),
      })),
    marks: lastOfLanes(step, rows),
    full: rows.length >= limits.rows,
  };
}

function lastOfLanes(step: string, rows: readonly { lane: string; seq: number }[]): PromiseMark[] {
  const last = new Map<string, number>();
  for (const { lane, seq } of rows) last.set(lane, Math.max(seq, last.get(lane) ?? 0));
  return [...last].map(([lane, seq]) => ({ step, lane, seq }));
}

/** Since when the node keeps promises: what came before is not looked at. An id of that time. */
export async function promisesSince(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ after_id: string }>(
    `SELECT after_id FROM promise_mark WHERE step = 'since'`,
  );
  if (!row) throw new Error('there is no mark of when promises began');
  return row.after_id;
}

/** Documents whose answers are looked for at once, as a multiple of those of one sender: each costs a look by its keys. */
const LANES_FULL = 5;

/** A document whose answer was promised by now. */
export interface PromisedDocument {
  readonly id: string;
  readonly type: string;
  readonly senderId: string;
  readonly interchangeId: string;
  readonly keys: readonly string[];
  readonly receivedAt: number;
}

interface PromisedRow {
  id: string;
  type: string;
  sender_id: string;
  interchange_id: string;
  keys: string[];
  received_at: Date;
}

/**
 * Documents of some senders and types that were made by a time, from where the last look ended. Each is looked at once.
 *
 * @param step name of the mark: one for each time that is promised
 * @param before Unix milliseconds
 */
export async function promisedAnswers(
  tx: Tx,
  step: string,
  wanted: { readonly senderIds: readonly string[]; readonly types: readonly string[] },
  times: { readonly before: number; readonly sinceId: string },
  limits: LookLimits,
): Promise<{ documents: PromisedDocument[]; marks: PromiseMark[]; full: boolean }> {
  if (wanted.senderIds.length === 0) return { documents: [], marks: [], full: false };
  const rows = await tx.query<PromisedRow>(
    `SELECT d.id, d.type, d.sender_id, d.interchange_id, d.keys, d.received_at
     FROM unnest($1::uuid[]) AS p (id) LEFT JOIN promise_mark m ON m.step = $2 AND m.lane = p.id
     CROSS JOIN LATERAL (SELECT d.id, d.type, d.sender_id, d.interchange_id, d.keys, d.received_at FROM document d
       WHERE d.sender_id = p.id AND d.id > coalesce(m.after_id, $3::uuid)
         AND d.id < uuid_at(to_timestamp($4::float8 / 1000)) ORDER BY d.id LIMIT $5) d ORDER BY d.id LIMIT $6`,
    [[...wanted.senderIds], step, times.sinceId, times.before, limits.rows, limits.rows * LANES_FULL],
  );
  const last = new Map<string, string>();
  for (const row of rows) last.set(row.sender_id, row.id);
  return {
    documents: rows
      .filter(({ type }) => wanted.types.includes(type))
      .map(({ sender_id, interchange_id, received_at, ...row }) => ({
        ...row,
        senderId: sender_id,
        interchangeId: interchange_id,
        receivedAt: received_at.getTime(),
      })),
    marks: [...last].map(([lane, afterId]) => ({ step, lane, afterId })),
    full: rows.length >= limits.rows,
  };
}

/** Remembers up to where was looked. */
export async function markPromises(tx: Tx, marks: readonly PromiseMark[]): Promise<void> {
  if (marks.length === 0) return;
  await tx.execute(
    `INSERT INTO promise_mark (step, lane, seq, after_id)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[])
     ON CONFLICT (step, lane) DO UPDATE SET seq = excluded.seq, after_id = excluded.after_id`,
    [
      marks.map((one) => one.step),
      plainArray(marks.map((one) => one.lane)),
      plainArray(marks.map((one) => one.seq ?? 0)),
      plainArray(marks.map((one) => one.afterId ?? null)),
    ],
  );
}

/**
 * Writes down what is broken and tells the sender of it, once for each interchange and step. Administrators see the
 * notices of all.
 *
 * @returns those that were not known before
 */
export async function tellBroken<T extends BrokenPromise>(
  tx: Tx,
  broken: readonly (T & { readonly fault: Fault })[],
  now: number,
): Promise<T[]> {
  const first = new Map<string, T & { readonly fault: Fault }>();
  for (const one of broken) {
    const name = `${one.interchangeId} ${one.step}`;
    if (!first.has(name)) first.set(name, one);
  }
  const each = [...first.values()];
  if (each.length === 0) return [];
  const rows = await tx.query<{ interchange_id: string; step: string }>(
    `INSERT INTO broken_promise (interchange_id, step, at)
     SELECT interchange_id, step, to_timestamp($3::float8 / 1000) FROM unnest($1::uuid[], $2::text[])
       AS t (interchange_id, step)
     ON CONFLICT DO NOTHING RETURNING interchange_id, step`,
    [plainArray(each.map((one) => one.interchangeId)), each.map((one) => one.step), now],
  );
  const written = new Set(rows.map(({ interchange_id, step }) => `${interchange_id} ${step}`));
  const news = each.filter(({ interchangeId, step }) => written.has(`${interchangeId} ${step}`));
  await tx.execute(
    `INSERT INTO notice (id, at, participant_id, kind, subject_type, subject_id, fault)
     SELECT id, to_timestamp($5::float8 / 1000), participant_id, 'promise-broken', 'interchange', subject_id, fault::json
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS t (id, participant_id, subject_id, fault)`,
    [
      plainArray(news.map(() => uuidv7(now))),
      plainArray(news.map((one) => one.senderId)),
      news.map((one) => one.interchangeId),
      news.map((one) => JSON.stringify(one.fault)),
      now,
    ],
  );
  return news;
}
