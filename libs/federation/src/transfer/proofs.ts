import { setImmediate as otherWork } from 'node:timers/promises';
import { issueDocument, kidOf, type NodeKey } from '#evidence';
import type { JsonObject } from '#kernel';
import {
  keepProofs,
  nodeItself,
  proofsOf,
  replaceProofs,
  type KeptProof,
  type Sql,
  type StoredEnvelope,
} from '#store';
import { proofDigest } from './custody.js';
import { claimsOfDocument } from './document-claims.js';
import type { TransferLimits } from './limits.js';

/** A document whose proof is asked for, with its body as it is stored. */
export interface ProvableDocument {
  readonly document: StoredEnvelope;
  readonly body: string;
}

export interface ProofWork {
  readonly sql: Sql;
  readonly self: string;
  readonly key: () => NodeKey;
  readonly codeOf: (participantId: string) => string;
  readonly limits: TransferLimits;
  readonly now: () => number;
}

/** Documents between two pauses for whoever else has work in this thread. */
const AT_ONCE = 20;

/**
 * The proofs of documents, by their ids: read in one statement, and where one of this node has none yet, made and
 * kept in another. Without those of other nodes that are not here.
 */
export async function proofsFor(
  work: ProofWork,
  documents: readonly ProvableDocument[],
): Promise<Map<string, KeptProof>> {
  const ids = documents.map(({ document }) => document.id);
  const kept = await proofsOf(work.sql, ids);
  const bare = documents.filter(
    ({ document }) => document.originNode === work.self && !kept.has(document.id),
  );
  if (bare.length === 0) return kept;
  const made = await issueAll(work, work.key(), bare);
  const first = await keepProofs(work.sql, made);
  for (const proof of made) if (first.has(proof.documentId)) kept.set(proof.documentId, proof);
  // Somebody else made those at the same time: theirs stand.
  const others = made.filter(({ documentId }) => !first.has(documentId)).map((one) => one.documentId);
  if (others.length > 0) for (const [id, proof] of await proofsOf(work.sql, others)) kept.set(id, proof);
  return kept;
}

/**
 * Signs documents of this node anew that a peer does not take because the key of their proof proves nothing new any
 * more. What a node has signed for stays as it is, as does what the present key has signed.
 *
 * @param documents each with the proof that it was offered with
 * @returns the ids of those that are to be offered again
 */
export async function renewProofs(
  work: ProofWork,
  documents: readonly (ProvableDocument & { readonly proof: string })[],
): Promise<ReadonlySet<string>> {
  const key = work.key();
  const own = documents.filter(
    ({ document, proof }) => document.originNode === work.self && kidOf(proof) !== key.kid,
  );
  const offered = new Map(own.map(({ document, proof }) => [document.id, proofDigest(proof)]));
  const kept = await proofsOf(work.sql, [...offered.keys()]);
  const renewed = new Set<string>();
  for (const [id, { proof }] of kept) if (proofDigest(proof) !== offered.get(id)) renewed.add(id);
  const made = await issueAll(
    work,
    key,
    own.filter(({ document }) => !renewed.has(document.id)),
  );
  const instead = (id: string): Buffer => Buffer.from(offered.get(id) ?? '', 'hex');
  const replaced = await replaceProofs(
    work.sql,
    made.map((proof) => ({ ...proof, instead: instead(proof.documentId) })),
  );
  return new Set([...renewed, ...replaced]);
}

async function issueAll(
  work: ProofWork,
  key: NodeKey,
  documents: readonly ProvableDocument[],
): Promise<KeptProof[]> {
  const made: KeptProof[] = [];
  for (const [index, one] of documents.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await otherWork();
    const proof = issue(work, key, one);
    if (proof) made.push(proof);
  }
  return made;
}

function issue(
  { self, codeOf, limits, now }: ProofWork,
  key: NodeKey,
  { document, body }: ProvableDocument,
): KeptProof | undefined {
  const issuedAt = now();
  const expiresAt = document.receivedAt + limits.expiryMs;
  const sender = document.senderId === nodeItself ? self : `${codeOf(document.senderId)}@${self}`;
  const content: JsonObject = JSON.parse(body);
  const issued = issueDocument(key, claimsOfDocument(document, { sender, issuedAt, expiresAt }), content);
  if (!issued.ok) return undefined;
  return {
    documentId: document.id,
    originNode: self,
    fromNode: undefined,
    hops: [],
    expiresAt,
    proof: issued.value,
    createdAt: issuedAt,
  };
}
