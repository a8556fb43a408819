import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { sha256 } from '../digest.js';
import { parseObject } from '../json-object.js';
import type { PublicKeyLike } from '../node-key.js';
import type { KeptBlock } from './chain.js';
import {
  follows,
  readPayload,
  verifyCheckpoint,
  verifyCosignature,
  type BlockHead,
  type Cosigned,
} from './checkpoint.js';
import { entryOf, isEntryKind, readEntries, type EntryKind } from './entry.js';
import { chainFaults } from './faults.js';
import { merkleLevels, merklePath, rootOfPath, type MerkleLevels } from './merkle.js';

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
  /** Signed parts of the heads that follow, as far as a co-signature. */
  readonly later?: readonly string[];
  /** What other nodes signed of this block or of the last of `later`. */
  readonly cosignatures?: readonly string[];
  /** The content whose hash the record holds: of a document its JSON text, of an interchange its bytes in base64. */
  readonly content?: string;
}

/** What a proof proved. */
export interface Proven {
  readonly kind: EntryKind;
  readonly record: JsonObject;
  readonly head: BlockHead;
  /** Whether the content was there and is what was recorded; `undefined`: it was not there. */
  readonly content: true | undefined;
  /** Other nodes that have seen this very history. */
  readonly cosigned: readonly Cosigned[];
}

/** Gives the proofs of one block: its tree is made once. */
export class BlockProofs {
  private readonly places = new Map<string, number>();
  private readonly levels: MerkleLevels;

  constructor(private readonly block: KeptBlock) {
    const entries = readEntries(block.entries) ?? [];
    entries.forEach(({ bytes }, index) => this.places.set(bytes.toString('latin1'), index));
    this.levels = merkleLevels(entries.map(({ bytes }) => bytes));
  }

  /** `undefined` when the block has no entry of this very record. */
  of(kind: EntryKind, record: string): InclusionProof | undefined {
    const index = this.places.get(entryOf(kind, record)?.toString('latin1') ?? '');
    if (index === undefined) return undefined;
    const path = merklePath(this.levels, index).map((one) => one.toString('hex'));
    return { type: proofType, kind, record, index, path, checkpoint: this.block.checkpoint };
  }
}

/** What a proof is verified with beside the keys of its node. */
export interface ProofAids {
  /** The bytes that the record is about, when they come by another way than in the proof. */
  readonly content?: Uint8Array | undefined;
  /** Public keys of other nodes: without them co-signatures do not count. */
  readonly peers?: readonly PublicKeyLike[] | undefined;
}

/**
 * Offline: it needs the proof and the public keys of the node, nothing else.
 *
 * @param keys of the node, retired ones too
 */
export function verifyProof(
  proof: unknown,
  keys: readonly PublicKeyLike[],
  { content, peers = [] }: ProofAids = {},
): Result<Proven, Fault> {
  const read = readProof(proof);
  if (!read) return fail(chainFaults.make('EVIDENCE_INCLUSION_MALFORMED'));
  const verified = verifyCheckpoint(read.checkpoint, keys);
  if (!verified.ok) return verified;
  const head = verified.value;
  const entry = entryOf(read.kind, read.record);
  const path = read.path.map((one) => Buffer.from(one, 'hex'));
  const root = entry && rootOfPath(entry, read.index, head.entries, path);
  const record = parseObject(Buffer.from(read.record));
  if (root?.toString('hex') !== head.root || !record) {
    const values = { kind: read.kind, height: head.height };
    return fail(chainFaults.make('EVIDENCE_NOT_INCLUDED', { values }));
  }
  const given = content ?? contentOf(read);
  if (given && sha256(given).toString('hex') !== record['sha256'])
    return fail(chainFaults.make('EVIDENCE_CONTENT_CHANGED', { values: { kind: read.kind } }));
  const cosigned = cosignedIn(read, head, peers);
  return ok({ kind: read.kind, record, head, content: given && true, cosigned });
}

const contentOf = ({ kind, content }: InclusionProof): Buffer | undefined =>
  content === undefined ? undefined : Buffer.from(content, kind === 'interchange' ? 'base64' : 'utf8');

/** Those that do not verify, or that sign another history, prove nothing and spoil nothing. */
function cosignedIn(
  { cosignatures = [], later = [] }: InclusionProof,
  head: BlockHead,
  peers: readonly PublicKeyLike[],
): Cosigned[] {
  const seen = [head];
  for (const payload of later) {
    const next = readPayload(payload);
    const before = seen.at(-1);
    if (!next || !before || !follows(next, before)) break;
    seen.push(next);
  }
  return cosignatures.flatMap((one) => {
    const verified = verifyCosignature(one, peers);
    if (!verified.ok) return [];
    const { node, height, hash } = verified.value;
    const fits = seen.some(
      (known) => known.node === node && known.height === height && known.hash.toString('hex') === hash,
    );
    return fits ? [verified.value] : [];
  });
}

/** Levels of a tree of a million entries, and some; heads and co-signatures of one proof. */
const most = { levels: 40, heads: 1_000, cosignatures: 100 };

export function readProof(value: unknown): InclusionProof | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const proof: Partial<Record<keyof InclusionProof, unknown>> = value;
  const { type, kind, record, index, path, checkpoint, later = [], cosignatures = [], content } = proof;
  if (type !== proofType || typeof kind !== 'string' || !isEntryKind(kind)) return undefined;
  if (typeof record !== 'string' || typeof index !== 'number' || typeof checkpoint !== 'string')
    return undefined;
  if (!isTexts(path, most.levels) || !path.every((one) => /^[0-9a-f]{64}$/.test(one))) return undefined;
  if (!isTexts(later, most.heads) || !isTexts(cosignatures, most.cosignatures)) return undefined;
  if (content !== undefined && typeof content !== 'string') return undefined;
  const read = { type: proofType, kind, record, index, path, checkpoint, later, cosignatures } as const;
  return content === undefined ? read : { ...read, content };
}

const isTexts = (value: unknown, limit: number): value is string[] =>
  Array.isArray(value) && value.length <= limit && value.every((one) => typeof one === 'string');
