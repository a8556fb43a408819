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

/** A checkpoint of another node whose signature was verified. */
export interface PeerCheckpoint {
  readonly nodeCode: string;
  readonly height: number;
  readonly hash: Buffer;
  /** JWS. */
  readonly checkpoint: string;
  /** Unix milliseconds. */
  readonly seenAt: number;
}

/**
 * What a checkpoint means beside what was seen before: `forked` is another block at a height that was seen, `behind`
 * a chain that has become shorter. Either says that the peer's history was rewritten, or was put back from a backup.
 */
export type PeerCheckpointFinding = 'new' | 'known' | 'behind' | 'forked';

/** One checkpoint of a peer is kept for so long. What lies between is vouched for by the next. */
const KEPT_EVERY_MS = 600_000;

/** Look at a verified checkpoint of a peer before co-signing it; what is `behind` or `forked` is not to be signed. */
export async function keepPeerCheckpoint(tx: Tx, seen: PeerCheckpoint): Promise<PeerCheckpointFinding> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 2))`, [seen.nodeCode]);
  const rows = await tx.query<{ height: number; hash: Buffer; seen_at: Date }>(
    `(SELECT height, hash, seen_at FROM peer_checkpoint WHERE node_code = $1 ORDER BY height DESC LIMIT 1)
     UNION ALL (SELECT height, hash, seen_at FROM peer_checkpoint WHERE node_code = $1 AND height = $2)`,
    [seen.nodeCode, seen.height],
  );
  const same = rows.find((row) => row.height === seen.height);
  if (same) return same.hash.equals(seen.hash) ? 'known' : 'forked';
  const last = rows[0];
  if (last && seen.height < last.height) return 'behind';
  // The one before goes when the one before that is still young: the newest is always there.
  await tx.execute(
    `WITH newest AS (
       SELECT height, lead(seen_at) OVER (ORDER BY height DESC) AS before, seen_at FROM peer_checkpoint
       WHERE node_code = $1 ORDER BY height DESC LIMIT 2
     )
     DELETE FROM peer_checkpoint WHERE node_code = $1 AND height = (SELECT max(height) FROM newest
       WHERE before IS NOT NULL AND seen_at - before < $2 * interval '1 millisecond')`,
    [seen.nodeCode, KEPT_EVERY_MS],
  );
  await tx.execute(
    `INSERT INTO peer_checkpoint (node_code, height, hash, checkpoint, seen_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))`,
    [seen.nodeCode, seen.height, seen.hash, seen.checkpoint, seen.seenAt],
  );
  return 'new';
}
