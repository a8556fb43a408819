import { fail, ok, type Fault, type Json, type JsonObject, type Result } from '#kernel';
import { sha256 } from '../digest.js';
import { chainFaults } from './faults.js';
import type { PublicKeyLike } from '../node-key.js';
import { verifyCheckpoint, verifyCosignature, type BlockHead, type Cosigned } from './checkpoint.js';
import { entryOf, isEntryKind, readEntries, type EntryKind } from './entry.js';
import { merklePath, rootOfPath } from './merkle.js';

/** `type` of a proof in a file. */
export const proofType = 'tongguan-evidence';

/** That a record is in the chain of a node: what `GET …/evidence` answers, and a line of an export holds. */
export interface InclusionProof {
  readonly type: typeof proofType;
  readonly kind: EntryKind;
  /** What was hashed: JSON text with a member for each column, times in microseconds since 1970. */
  readonly record: string;
  readonly index: number;
  /** Neighbours up to the root, in hexadecimal. */
  readonly path: readonly string[];
  /** The signed head of the block. */
  readonly checkpoint: string;
  /** What other nodes signed of this block or a later one, with the heads that lead there. */
  readonly cosignatures?: readonly string[];
  /** The content whose hash the record holds: a document as JSON text. */
  readonly content?: string;
}

/** What a proof proved. */
export interface Proven {
  readonly kind: EntryKind;
  readonly record: JsonObject;
  readonly head: BlockHead;
  /** Whether the content was there and is what was recorded; `undefined`: it was not there. */
  readonly content: true | undefined;
  /** Other nodes that have seen this very block. */
  readonly cosigned: readonly Cosigned[];
}

/** The proof that the block gives for a record; `undefined` when it has no entry of it. */
export function proofIn(
  block: { readonly entries: Buffer; readonly checkpoint: string },
  kind: EntryKind,
  record: string,
): InclusionProof | undefined {
  const entry = entryOf(kind, record);
  const entries = readEntries(block.entries)?.map(({ bytes }) => bytes) ?? [];
  const index = entry ? entries.findIndex((one) => one.equals(entry)) : -1;
  if (index < 0) return undefined;
  const path = merklePath(entries, index).map((one) => one.toString('hex'));
  return { type: proofType, kind, record, index, path, checkpoint: block.checkpoint };
}

/**
 * Offline: it needs the proof and the public keys of the nodes, nothing else.
 *
 * @param keys of the node and, for co-signatures to count, of the others
 * @param content the bytes that the record is about, when they come by another way than in the proof
 */
export function verifyProof(
  proof: Json | undefined,
  keys: readonly PublicKeyLike[],
  content?: Uint8Array,
): Result<Proven, Fault> {
  const read = readProof(proof);
  if (!read) return fail(chainFaults.make('EVIDENCE_PROOF_MALFORMED'));
  const verified = verifyCheckpoint(read.checkpoint, keys);
  if (!verified.ok) return verified;
  const head = verified.value;
  const entry = entryOf(read.kind, read.record);
  const path = read.path.map((one) => Buffer.from(one, 'hex'));
  const root = entry && rootOfPath(entry, read.index, head.entries, path);
  if (root?.toString('hex') !== head.root)
    return fail(
      chainFaults.make('EVIDENCE_NOT_INCLUDED', { values: { kind: read.kind, height: head.height } }),
    );
  const record = recordOf(read.record);
  const given = content ?? (read.content === undefined ? undefined : Buffer.from(read.content));
  if (given && sha256(given).toString('hex') !== record['sha256'])
    return fail(chainFaults.make('EVIDENCE_CONTENT_CHANGED', { values: { kind: read.kind } }));
  return ok({
    kind: read.kind,
    record,
    head,
    content: given && true,
    cosigned: cosignedIn(read, head, keys),
  });
}

/** Those that do not verify prove nothing and spoil nothing. */
function cosignedIn(
  { cosignatures = [] }: InclusionProof,
  head: BlockHead,
  keys: readonly PublicKeyLike[],
): Cosigned[] {
  return cosignatures.flatMap((one) => {
    const verified = verifyCosignature(one, keys);
    const fits =
      verified.ok &&
      verified.value.node === head.node &&
      verified.value.height === head.height &&
      verified.value.hash === head.hash.toString('hex');
    return fits ? [verified.value] : [];
  });
}

/** `entryOf` has read it as an object before. */
const recordOf = (text: string): JsonObject => JSON.parse(text) as JsonObject;

/** Levels of a tree of a million entries, and some. */
const levels = 40;

export function readProof(value: unknown): InclusionProof | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const proof: Partial<Record<keyof InclusionProof, unknown>> = value;
  const { type, kind, record, index, path, checkpoint, cosignatures = [], content } = proof;
  if (type !== proofType || typeof kind !== 'string' || !isEntryKind(kind)) return undefined;
  if (typeof record !== 'string' || typeof index !== 'number' || typeof checkpoint !== 'string')
    return undefined;
  if (!isTexts(path) || path.length > levels || !path.every((one) => /^[0-9a-f]{64}$/.test(one)))
    return undefined;
  if (!isTexts(cosignatures) || cosignatures.length > 100) return undefined;
  if (content !== undefined && typeof content !== 'string') return undefined;
  return {
    type,
    kind,
    record,
    index,
    path,
    checkpoint,
    cosignatures,
    ...(content === undefined ? {} : { content }),
  };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
