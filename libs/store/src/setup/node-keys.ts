import type { JsonObject } from '#kernel';
import { advisoryLocks } from '../advisory-locks.js';
import type { Sql, Tx } from '../sql.js';

/** A signing key of the node as it is kept: the private half sealed. */
export interface SealedNodeKey {
  readonly kid: string;
  readonly privateSealed: Buffer;
}

export interface NewNodeKey extends SealedNodeKey {
  readonly algorithm: string;
  readonly publicJwk: JsonObject;
}

/** The public half of a key of the node, and its times in Unix milliseconds. */
export interface NodeKeyDates {
  readonly publicJwk: JsonObject;
  readonly createdAt: number;
  /** Since when it signs; absent while others are yet to be told of it. */
  readonly activatedAt?: number;
  /** Nothing that it signs from then on counts. */
  readonly retiredAt?: number;
}

/**
 * The key that the node signs with now: the one activated last. The first process that asks makes it; of several that
 * start together one does.
 */
export function ensureNodeKey(sql: Sql, make: () => NewNodeKey): Promise<SealedNodeKey> {
  return sql.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.nodeKey]);
    const known = await signingKey(tx);
    if (known) return known;
    const made = make();
    await tx.execute(
      'INSERT INTO node_key (kid, algorithm, private_sealed, public_jwk) VALUES ($1, $2, $3, $4)',
      [made.kid, made.algorithm, made.privateSealed, JSON.stringify(made.publicJwk)],
    );
    return made;
  });
}

export async function signingKey(tx: Tx): Promise<SealedNodeKey | undefined> {
  const [row] = await tx.query<{ kid: string; private_sealed: Buffer }>(
    `SELECT kid, private_sealed FROM node_key WHERE activated_at IS NOT NULL
     ORDER BY activated_at DESC, created_at DESC LIMIT 1`,
  );
  return row && { kid: row.kid, privateSealed: row.private_sealed };
}

/** The public halves of every key that this node signed with, newest first: what receipts are checked with. */
export async function publicNodeKeys(tx: Tx): Promise<JsonObject[]> {
  return (await nodeKeyDates(tx)).map(({ publicJwk }) => publicJwk);
}

/** Newest first. */
export async function nodeKeyDates(tx: Tx): Promise<NodeKeyDates[]> {
  const rows = await tx.query<{
    jwk: JsonObject;
    created: Date;
    activated: Date | null;
    retired: Date | null;
  }>(
    `SELECT public_jwk AS jwk, created_at AS created, activated_at AS activated, retired_at AS retired
     FROM node_key ORDER BY created_at DESC, kid LIMIT 100`,
  );
  return rows.map(({ jwk, created, activated, retired }) => ({
    publicJwk: jwk,
    createdAt: created.getTime(),
    ...(activated ? { activatedAt: activated.getTime() } : {}),
    ...(retired ? { retiredAt: retired.getTime() } : {}),
  }));
}
