import type { Fault } from '#kernel';
import type { Tx } from '../sql.js';

/** What another node signed of a block of this node. */
export interface Cosignature {
  readonly height: number;
  readonly nodeCode: string;
  /** Of the block that was signed. */
  readonly hash: Buffer;
  /** JWS. */
  readonly signature: string;
  /** Unix milliseconds. */
  readonly receivedAt: number;
}

/** Keep a co-signature that was verified. The same again changes nothing. */
export async function keepCosignature(tx: Tx, given: Cosignature): Promise<void> {
  await tx.execute(
    `INSERT INTO evidence_cosignature (height, node_code, hash, signature, received_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)) ON CONFLICT DO NOTHING`,
    [given.height, given.nodeCode, given.hash, given.signature, given.receivedAt],
  );
}

interface CosignatureRow {
  height: number;
  node_code: string;
  hash: Buffer;
  signature: string;
  received_at: Date;
}

const cosignature = (row: CosignatureRow): Cosignature => ({
  height: row.height,
  nodeCode: row.node_code,
  hash: row.hash,
  signature: row.signature,
  receivedAt: row.received_at.getTime(),
});

/** From a height on, in order: a later one vouches for every block before it. */
export async function cosignaturesFrom(tx: Tx, height: number, limit: number): Promise<Cosignature[]> {
  const rows = await tx.query<CosignatureRow>(
    `SELECT height, node_code, hash, signature, received_at FROM evidence_cosignature
     WHERE height >= $1 ORDER BY height, node_code LIMIT $2`,
    [height, limit],
  );
  return rows.map(cosignature);
}

/** A block of another node, by its place and its hash. */
export interface PeerHead {
  readonly height: number;
  readonly hash: Buffer;
}

/** A checkpoint of another node whose signature was verified. */
export interface PeerCheckpoint extends PeerHead {
  readonly nodeCode: string;
  /** Hash of the block before. */
  readonly previous: Buffer;
  /** JWS. */
  readonly checkpoint: string;
  /** Unix milliseconds. */
  readonly seenAt: number;
}

/**
 * What a checkpoint means beside what was seen before: `forked` is another block at a height that was seen, or one that
 * does not follow the one seen. Of a `gap`, and of what is `behind` the one seen last, only the blocks between tell.
 */
export type PeerCheckpointFinding =
  | { readonly kind: 'new' | 'known' | 'forked' }
  | { readonly kind: 'behind' | 'gap'; readonly last: PeerHead };

/** One checkpoint of a peer is kept for so long. What lies between is vouched for by the next. */
const KEPT_EVERY_MS = 600_000;

/**
 * Look at a verified checkpoint of a peer before co-signing it: only what is `new` or `known` is to be signed. What is
 * new is kept, and ends a fork that was found before.
 *
 * @param followed the block that the blocks between lead back to, when somebody has looked
 */
export async function keepPeerCheckpoint(
  tx: Tx,
  seen: PeerCheckpoint,
  followed?: PeerHead,
): Promise<PeerCheckpointFinding> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [seen.nodeCode]);
  const rows = await tx.query<{ height: number; hash: Buffer }>(
    `(SELECT height, hash FROM peer_checkpoint WHERE node_code = $1 AND replaced_at IS NULL ORDER BY height DESC LIMIT 1)
     UNION ALL (SELECT height, hash FROM peer_checkpoint WHERE node_code = $1 AND replaced_at IS NULL AND height = $2)`,
    [seen.nodeCode, seen.height],
  );
  const same = rows.find((row) => row.height === seen.height);
  if (same) return { kind: same.hash.equals(seen.hash) ? 'known' : 'forked' };
  const last = rows[0];
  if (last && seen.height < last.height) return { kind: 'behind', last };
  if (last && seen.height === last.height + 1 && !seen.previous.equals(last.hash)) return { kind: 'forked' };
  const reached = last && followed?.height === last.height && followed.hash.equals(last.hash);
  if (last && seen.height > last.height + 1 && reached !== true) return { kind: 'gap', last };
  // The one before goes when the one before that is still young: the newest is always there.
  await tx.execute(
    `WITH newest AS (
       SELECT height, lead(seen_at) OVER (ORDER BY height DESC) AS before, seen_at FROM peer_checkpoint
       WHERE node_code = $1 AND replaced_at IS NULL ORDER BY height DESC LIMIT 2
     )
     DELETE FROM peer_checkpoint WHERE node_code = $1 AND replaced_at IS NULL AND height = (SELECT max(height) FROM newest
       WHERE before IS NOT NULL AND seen_at - before < $2 * interval '1 millisecond')`,
    [seen.nodeCode, KEPT_EVERY_MS],
  );
  await insertSeen(tx, seen);
  await tx.execute('DELETE FROM peer_fork WHERE node_code = $1', [seen.nodeCode]);
  return { kind: 'new' };
}

const insertSeen = (tx: Tx, seen: Omit<PeerCheckpoint, 'previous'>): Promise<number> =>
  tx.execute(
    `INSERT INTO peer_checkpoint (node_code, height, hash, checkpoint, seen_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))
     ON CONFLICT (node_code, height, hash) DO UPDATE SET replaced_at = NULL`,
    [seen.nodeCode, seen.height, seen.hash, seen.checkpoint, seen.seenAt],
  );

/** A checkpoint of a peer as it is held, to be shown to that peer or to others. */
export interface HeldCheckpoint extends PeerHead {
  readonly checkpoint: string;
  readonly seenAt: Date;
  /** When another history was accepted in place of the one that it is of. */
  readonly replacedAt: Date | null;
}

/** The newest first, those of accepted histories and those before them. */
export const heldCheckpoints = (tx: Tx, nodeCode: string, limit: number): Promise<HeldCheckpoint[]> =>
  tx.query<HeldCheckpoint & Record<string, unknown>>(
    `SELECT height, hash, checkpoint, seen_at AS "seenAt", replaced_at AS "replacedAt" FROM peer_checkpoint
     WHERE node_code = $1 ORDER BY replaced_at DESC NULLS FIRST, height DESC LIMIT $2`,
    [nodeCode, limit],
  );

/** A peer whose history is another than the one seen. */
export interface PeerFork extends PeerHead {
  readonly nodeCode: string;
  readonly checkpoint: string;
  readonly fault: Fault;
  /** Unix milliseconds. */
  readonly foundAt: number;
}

/**
 * Writes down that a peer shows another history, and tells the administration when that is news.
 *
 * @returns whether it was told now
 */
export async function tellFork(tx: Tx, fork: PeerFork, noticeId: string): Promise<boolean> {
  const { nodeCode, height, hash, checkpoint, fault, foundAt } = fork;
  const [row] = await tx.query<{ news: boolean }>(
    `INSERT INTO peer_fork (node_code, height, hash, checkpoint, fault, found_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (node_code) DO UPDATE SET height = $2, hash = $3, checkpoint = $4 RETURNING xmax = 0 AS news`,
    [nodeCode, height, hash, checkpoint, JSON.stringify(fault), new Date(foundAt)],
  );
  if (row?.news !== true) return false;
  await tx.execute(
    `INSERT INTO notice (id, at, participant_id, kind, subject_type, subject_id, fault)
     SELECT $1, $2, id, 'peer-forked', 'node', $3, $4 FROM participant WHERE code = 'administration'`,
    [noticeId, new Date(foundAt), nodeCode, JSON.stringify(fault)],
  );
  return true;
}

export async function peerForks(tx: Tx): Promise<PeerFork[]> {
  return tx.query<PeerFork & Record<string, unknown>>(
    `SELECT node_code AS "nodeCode", height::float8 AS height, hash, checkpoint, fault,
       (extract(epoch FROM found_at) * 1000)::float8 AS "foundAt"
     FROM peer_fork ORDER BY node_code`,
  );
}

/**
 * The history that a peer shows now takes the place of the one seen before, which is kept to be shown.
 *
 * @param now Unix milliseconds
 * @returns the block that was seen last, and the one that is; `undefined`: no fork of that peer is known
 */
export async function acceptFork(
  tx: Tx,
  nodeCode: string,
  now: number,
): Promise<{ readonly before: PeerHead | undefined; readonly after: PeerHead } | undefined> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [nodeCode]);
  const fork = (await peerForks(tx)).find((one) => one.nodeCode === nodeCode);
  if (!fork) return undefined;
  const [before] = await tx.query<{ height: number; hash: Buffer }>(
    `SELECT height::float8 AS height, hash FROM peer_checkpoint WHERE node_code = $1 AND replaced_at IS NULL
     ORDER BY peer_checkpoint.height DESC LIMIT 1`,
    [nodeCode],
  );
  await tx.execute(
    'UPDATE peer_checkpoint SET replaced_at = $2 WHERE node_code = $1 AND replaced_at IS NULL',
    [nodeCode, new Date(now)],
  );
  await insertSeen(tx, { ...fork, seenAt: now });
  await tx.execute('DELETE FROM peer_fork WHERE node_code = $1', [nodeCode]);
  return { before, after: fork };
}
