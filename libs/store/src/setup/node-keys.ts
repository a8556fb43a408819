import type { JsonObject } from '#kernel';
import type { Sql } from '../sql.js';

/** The node's signing key as it is kept: the private half sealed. */
export interface SealedNodeKey {
  readonly kid: string;
  readonly privateSealed: Buffer;
}

/** Any number, as long as nobody else in this database locks it. */
const lockKey = 8_661_037_403;

/**
 * The node's present signing key. The first process that asks makes it; of several that start together one does.
 */
export function ensureNodeKey(
  sql: Sql,
  make: () => SealedNodeKey & { readonly algorithm: string; readonly publicJwk: JsonObject },
): Promise<SealedNodeKey> {
  return sql.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    const [row] = await tx.query<{ kid: string; private_sealed: Buffer }>(
      'SELECT kid, private_sealed FROM node_key WHERE retired_at IS NULL ORDER BY created_at DESC LIMIT 1',
    );
    if (row) return { kid: row.kid, privateSealed: row.private_sealed };
    const made = make();
    await tx.execute(
      'INSERT INTO node_key (kid, algorithm, private_sealed, public_jwk) VALUES ($1, $2, $3, $4)',
      [made.kid, made.algorithm, made.privateSealed, JSON.stringify(made.publicJwk)],
    );
    return made;
  });
}

/** The public halves of every key that this node signed with, newest first: what receipts are checked with. */
export async function publicNodeKeys(sql: Sql): Promise<JsonObject[]> {
  const rows = await sql.query<{ public_jwk: JsonObject }>(
    'SELECT public_jwk FROM node_key ORDER BY created_at DESC LIMIT 100',
  );
  return rows.map((row) => row.public_jwk);
}
