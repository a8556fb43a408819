import type { Tx } from '../sql.js';
import { pack, plainArray } from './packed.js';

/** What proves a document to other nodes, as it is kept. */
export interface KeptProof {
  readonly documentId: string;
  readonly originNode: string;
  /** The node that gave it; `undefined`: it was made here. */
  readonly fromNode: string | undefined;
  /** The nodes that had it before this one, the origin first; none of a document of this node. */
  readonly hops: readonly string[];
  /** Unix milliseconds. */
  readonly expiresAt: number;
  readonly proof: string;
  readonly createdAt: number;
}

interface ProofRow {
  document_id: string;
  origin_node: string;
  from_node: string | null;
  hops: string[];
  expires_at: Date;
  proof: string;
  created_at: Date;
}

/** By the id of the document; without those that have none. */
export async function proofsOf(tx: Tx, documentIds: readonly string[]): Promise<Map<string, KeptProof>> {
  const rows = await tx.query<ProofRow>(
    {
      name: 'proofs-of-documents',
      text: `SELECT document_id, origin_node, from_node, hops, expires_at, proof, created_at FROM document_proof
        WHERE document_id = ANY ($1::uuid[])`,
    },
    [plainArray(documentIds)],
  );
  return new Map(rows.map((row) => [row.document_id, keptProof(row)]));
}

const keptProof = (row: ProofRow): KeptProof => ({
  documentId: row.document_id,
  originNode: row.origin_node,
  fromNode: row.from_node ?? undefined,
  hops: row.hops,
  expiresAt: row.expires_at.getTime(),
  proof: row.proof,
  createdAt: row.created_at.getTime(),
});

/** Keeps those of documents that have none yet, in one statement. Gives the ids of those that were kept. */
export async function keepProofs(tx: Tx, proofs: readonly KeptProof[]): Promise<Set<string>> {
  if (proofs.length === 0) return new Set();
  const texts = pack(proofs.map(({ proof }) => Buffer.from(proof)));
  const rows = await tx.query<{ document_id: string }>(
    {
      name: 'keep-proofs',
      text: `INSERT INTO document_proof (document_id, origin_node, from_node, hops, expires_at, proof, created_at)
        SELECT id, origin, giver, string_to_array(hops, ' '), to_timestamp(expires / 1000),
          convert_from(substring($8::bytea FROM start FOR size), 'UTF8'), to_timestamp(created / 1000)
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::int[], $7::int[], $9::float8[])
          AS t (id, origin, giver, hops, expires, start, size, created)
        ORDER BY id ON CONFLICT DO NOTHING RETURNING document_id`,
    },
    [
      plainArray(proofs.map((one) => one.documentId)),
      proofs.map((one) => one.originNode),
      proofs.map((one) => one.fromNode ?? null),
      proofs.map((one) => one.hops.join(' ')),
      plainArray(proofs.map((one) => one.expiresAt)),
      texts.starts,
      texts.sizes,
      texts.bytes,
      plainArray(proofs.map((one) => one.createdAt)),
    ],
  );
  return new Set(rows.map((row) => row.document_id));
}

/** A proof that takes the place of another one. */
export interface RenewedProof extends KeptProof {
  /** SHA-256 of what the origin signed before. */
  readonly instead: Buffer;
}

/**
 * Puts others in the place of proofs that no node has signed for, unless somebody else has done so. Gives the ids of
 * those that were replaced.
 */
export async function replaceProofs(tx: Tx, proofs: readonly RenewedProof[]): Promise<Set<string>> {
  if (proofs.length === 0) return new Set();
  const rows = await tx.query<{ document_id: string }>(
    {
      name: 'replace-proofs',
      text: `UPDATE document_proof AS kept SET proof = t.proof, created_at = to_timestamp(t.created / 1000)
        FROM unnest($1::uuid[], $2::text[], $3::text[], $4::float8[]) AS t (id, instead, proof, created)
        WHERE kept.document_id = t.id AND kept.origin_sha256 = decode(t.instead, 'hex')
          AND NOT EXISTS (SELECT 1 FROM custody_receipt r WHERE r.document_id = t.id)
        RETURNING kept.document_id`,
    },
    [
      plainArray(proofs.map((one) => one.documentId)),
      proofs.map((one) => one.instead.toString('hex')),
      proofs.map((one) => one.proof),
      plainArray(proofs.map((one) => one.createdAt)),
    ],
  );
  return new Set(rows.map((row) => row.document_id));
}

/** The receipt of another node that a document is in its custody. */
export interface CustodyReceipt {
  readonly documentId: string;
  /** Compact JWS of that node. */
  readonly receipt: string;
}

export async function keepCustody(
  tx: Tx,
  nodeCode: string,
  receipts: readonly CustodyReceipt[],
  receivedAt: number,
): Promise<void> {
  if (receipts.length === 0) return;
  await tx.execute(
    {
      name: 'keep-custody',
      text: `INSERT INTO custody_receipt (document_id, node_code, receipt, received_at)
        SELECT id, $3, receipt, to_timestamp($4::float8 / 1000)
        FROM unnest($1::uuid[], $2::text[]) AS t (id, receipt) ORDER BY id ON CONFLICT DO NOTHING`,
    },
    [
      plainArray(receipts.map((one) => one.documentId)),
      receipts.map((one) => one.receipt),
      nodeCode,
      receivedAt,
    ],
  );
}

/**
 * Documents of one origin are taken in one batch after another, whoever gives them: of two that bring the same one,
 * the second finds it. Gives the version of the set-up that decisions about them must be made with.
 */
export async function enterTransfer(tx: Tx, origins: readonly string[]): Promise<string> {
  for (const origin of [...new Set(origins)].sort())
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`transfer:${origin}`]);
  const [row] = await tx.query<{ version: string }>('SELECT version::text FROM setup_version');
  return row?.version ?? '0';
}

/** A document that is here already. */
export interface HeldDocument {
  readonly id: string;
  readonly originNode: string;
  /** Of what its origin signed; `undefined`: there is no proof of it. */
  readonly originSha256: Buffer | undefined;
}

export async function heldDocuments(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldDocument>> {
  const rows = await tx.query<{ id: string; origin_node: string; origin_sha256: Buffer | null }>(
    {
      name: 'held-documents',
      text: `SELECT id, document.origin_node, origin_sha256 FROM document
        LEFT JOIN document_proof ON document_id = id WHERE id = ANY ($1::uuid[])`,
    },
    [plainArray(ids)],
  );
  return new Map(
    rows.map(({ id, origin_node: originNode, origin_sha256: hash }) => [
      id,
      { id, originNode, originSha256: hash ?? undefined },
    ]),
  );
}

/** A batch of another node as it came, with what became of it. */
export interface NewTransfer {
  readonly id: string;
  /** The participant that stands for the node. */
  readonly participantId: string;
  readonly receivedAt: number;
  readonly contentType: string;
  readonly sha256: Buffer;
  readonly body: Buffer;
  readonly documentIds: readonly string[];
  /** What was refused, as JSON text; `undefined`: nothing. */
  readonly faults: string | undefined;
}

/** Kept as any message: its bytes unchanged, settled at once. */
export async function storeTransfer(tx: Tx, transfer: NewTransfer): Promise<void> {
  await tx.execute(
    {
      name: 'store-transfer',
      text: `WITH stored AS (
        INSERT INTO interchange (id, participant_id, received_at, channel, content_type, sha256, size, body)
        VALUES ($1, $2, to_timestamp($3::float8 / 1000), 'peer', $4, $5, $6, $7)
      )
      INSERT INTO normalisation (interchange_id, participant_id, state, attempts, document_ids, faults, finished_at)
      VALUES ($1, $2, 'normalised', 1, $8::uuid[], $9::json, to_timestamp($3::float8 / 1000))`,
    },
    [
      transfer.id,
      transfer.participantId,
      transfer.receivedAt,
      transfer.contentType,
      transfer.sha256,
      transfer.body.length,
      transfer.body,
      plainArray(transfer.documentIds),
      transfer.faults ?? null,
    ],
  );
}
