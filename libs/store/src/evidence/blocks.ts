import { advisoryLocks } from '../advisory-locks.js';
import type { Tx } from '../sql.js';

/** The newest block, as far as the next one needs it. */
export interface ChainHead {
  readonly height: number;
  readonly hash: Buffer;
}

export interface NewBlock extends ChainHead {
  /** Unix milliseconds. */
  readonly sealedAt: number;
  readonly entries: Buffer;
  /** The signed head of the block: JWS. */
  readonly checkpoint: string;
}

export type Block = NewBlock;

/** One process at a time appends. `undefined`: another one is at it. */
export async function enterChain(tx: Tx): Promise<{ head: ChainHead | undefined } | undefined> {
  const [lock] = await tx.query<{ entered: boolean }>(
    { name: 'enter-chain', text: 'SELECT pg_try_advisory_xact_lock($1) AS entered' },
    [advisoryLocks.chain],
  );
  if (lock?.entered !== true) return undefined;
  // A statement of its own: it sees what the last holder of the lock has committed.
  const [head] = await tx.query<{ height: number; hash: Buffer }>({
    name: 'chain-head',
    text: 'SELECT height, hash FROM evidence_block ORDER BY height DESC LIMIT 1',
  });
  return { head };
}

/**
 * Entries that no block has yet, in the order in which they were made: those of a row that was written twice stand in
 * the order of its writing, because the second writer waited for the first to commit.
 *
 * @param limit statements at most, and bytes past the first statement
 */
export async function takePending(
  tx: Tx,
  limit: { readonly rows: number; readonly bytes: number },
): Promise<Buffer[]> {
  const rows = await tx.query<{ entries: Buffer }>(
    {
      name: 'take-evidence',
      text: `
      WITH first AS (
        SELECT seq, sum(octet_length(entries)) OVER (ORDER BY seq) - octet_length(entries) AS before
        FROM (SELECT seq, entries FROM evidence_pending ORDER BY seq LIMIT $1) AS p
      ), taken AS (
        DELETE FROM evidence_pending WHERE seq = ANY (ARRAY(SELECT seq FROM first WHERE before < $2))
        RETURNING seq, entries
      ) SELECT entries FROM taken ORDER BY seq`,
    },
    [limit.rows, limit.bytes],
  );
  return rows.map((row) => row.entries);
}

export async function appendBlock(tx: Tx, block: NewBlock): Promise<void> {
  await tx.execute(
    {
      name: 'append-block',
      text: `INSERT INTO evidence_block (height, sealed_at, hash, entries, checkpoint)
        VALUES ($1, to_timestamp($2::float8 / 1000), $3, $4, $5)`,
    },
    [block.height, block.sealedAt, block.hash, block.entries, block.checkpoint],
  );
}

interface BlockRow {
  height: number;
  sealed_at: Date;
  hash: Buffer;
  entries: Buffer;
  checkpoint: string;
}

const columns = 'height, sealed_at, hash, entries, checkpoint';

const block = (row: BlockRow): Block => ({
  height: row.height,
  sealedAt: row.sealed_at.getTime(),
  hash: row.hash,
  entries: row.entries,
  checkpoint: row.checkpoint,
});

/** Blocks from a height on, in order. */
export async function blocksFrom(tx: Tx, height: number, limit: number): Promise<Block[]> {
  const rows = await tx.query<BlockRow>(
    {
      name: 'blocks-from',
      text: `SELECT ${columns} FROM evidence_block WHERE height >= $1 ORDER BY height LIMIT $2`,
    },
    [height, limit],
  );
  return rows.map(block);
}

/**
 * The first block with an entry of a row, among those that were sealed after it was written.
 *
 * @param prefix kind, length and subject of the entry
 * @param writtenAt Unix milliseconds
 * @param limit blocks that are looked through at most
 */
export async function blockWith(
  tx: Tx,
  prefix: Buffer,
  writtenAt: number,
  limit: number,
): Promise<Block | undefined> {
  const [row] = await tx.query<BlockRow>(
    {
      name: 'block-with',
      text: `SELECT ${columns} FROM (
          SELECT * FROM evidence_block WHERE sealed_at >= to_timestamp($2::float8 / 1000) ORDER BY sealed_at, height LIMIT $3
        ) AS near WHERE position($1::bytea IN entries) > 0 ORDER BY height LIMIT 1`,
    },
    [prefix, writtenAt, limit],
  );
  return row && block(row);
}

export interface CheckpointRow {
  readonly height: number;
  readonly checkpoint: string;
}

/** Signed heads after a height, in order. */
export const checkpointsAfter = (tx: Tx, height: number, limit: number): Promise<CheckpointRow[]> =>
  tx.query<{ height: number; checkpoint: string }>(
    {
      name: 'checkpoints-after',
      text: 'SELECT height, checkpoint FROM evidence_block WHERE height > $1 ORDER BY height LIMIT $2',
    },
    [height, limit],
  );

/** The signed head of the newest block: what a peer is given to co-sign. `undefined` while the chain is empty. */
export async function currentCheckpoint(tx: Tx): Promise<CheckpointRow | undefined> {
  const [row] = await tx.query<{ height: number; checkpoint: string }>({
    name: 'current-checkpoint',
    text: 'SELECT height, checkpoint FROM evidence_block ORDER BY height DESC LIMIT 1',
  });
  return row;
}

/** Entries that wait for a block, counted up to a bound, and seconds since the chain last grew. */
export async function evidenceBacklog(tx: Tx, bound = 100_000): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM (SELECT 1 FROM evidence_pending LIMIT $1) AS x',
    [bound],
  );
  return row?.count ?? 0;
}

/** The first block that was sealed at a time or later. Unix milliseconds. */
export async function heightAt(tx: Tx, at: number): Promise<number | undefined> {
  const [row] = await tx.query<{ height: number | null }>(
    'SELECT min(height) AS height FROM evidence_block WHERE sealed_at >= to_timestamp($1::float8 / 1000)',
    [at],
  );
  return row?.height ?? undefined;
}
