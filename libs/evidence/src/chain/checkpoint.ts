import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { sha256 } from '../digest.js';
import { chainFaults } from './faults.js';
import { claimsOf, signJws, verifyJws } from '../jws.js';
import type { NodeKey, PublicKeyLike } from '../node-key.js';
import { readEntries } from './entry.js';
import { merkleRoot } from './merkle.js';

/** Media types in the headers of the JWS. */
export const checkpointType = 'tongguan-checkpoint+jws';
export const cosignatureType = 'tongguan-cosignature+jws';

/** Characters that are read; one made here has about 600. */
const characters = 4096;

/** `previous` of the first block. */
export const beginning = '0'.repeat(64);

/** The head of a block. Signed it is a checkpoint: it vouches for its block and for every block before. */
export interface BlockHead {
  /** Code of the node. */
  readonly node: string;
  /** From 1, without gaps. */
  readonly height: number;
  /** Hash of the head before, in hexadecimal. */
  readonly previous: string;
  /** Root of the hash tree over the entries, in hexadecimal. */
  readonly root: string;
  readonly entries: number;
  /** When it was sealed, ISO 8601. */
  readonly at: string;
  /** SHA-256 of the head as it was signed. */
  readonly hash: Buffer;
}

export interface SealedBlock {
  readonly height: number;
  readonly hash: Buffer;
  /** The signed head: JWS. */
  readonly checkpoint: string;
}

/**
 * Append a block.
 *
 * @param head the block before; `undefined` for the first
 * @param entries packed, one behind the other, at least one
 * @param now Unix milliseconds
 */
export function sealBlock(
  key: NodeKey,
  node: string,
  head: { readonly height: number; readonly hash: Buffer } | undefined,
  entries: Buffer,
  now: number,
): SealedBlock {
  const leaves = readEntries(entries);
  if (!leaves || leaves.length === 0) throw new Error('what is to be sealed does not end with an entry');
  const height = (head?.height ?? 0) + 1;
  const checkpoint = signJws(key, checkpointType, {
    iss: node,
    height,
    previous: head?.hash.toString('hex') ?? beginning,
    root: merkleRoot(leaves.map(({ bytes }) => bytes)).toString('hex'),
    entries: leaves.length,
    at: new Date(now).toISOString(),
  });
  return { height, hash: headHash(checkpoint), checkpoint };
}

/** The part of a checkpoint that was signed, without header and signature: what the next head is bound to. */
export const payloadOf = (checkpoint: string): string => checkpoint.split('.', 2)[1] ?? '';

/** Of the bytes that were signed, so that a head signed again with another key is the same head. */
const headHash = (checkpoint: string): Buffer => sha256(Buffer.from(payloadOf(checkpoint), 'base64url'));

/** What a checkpoint says, without looking at its signature. */
export function readCheckpoint(checkpoint: string): BlockHead | undefined {
  const claims = checkpoint.length <= characters ? claimsOf(checkpoint) : undefined;
  return claims && headOf(claims, checkpoint);
}

/** What a part that was signed says. */
export const readPayload = (payload: string): BlockHead | undefined => readCheckpoint(`.${payload}.`);

function headOf(claims: JsonObject, checkpoint: string): BlockHead | undefined {
  const { iss, height, previous, root, entries, at } = claims;
  return typeof iss === 'string' &&
    isCount(height) &&
    isCount(entries) &&
    isHash(previous) &&
    isHash(root) &&
    typeof at === 'string'
    ? { node: iss, height, previous, root, entries, at, hash: headHash(checkpoint) }
    : undefined;
}

export function verifyCheckpoint(
  checkpoint: string,
  keys: readonly PublicKeyLike[],
): Result<BlockHead, Fault> {
  const signed = verifyJws(checkpoint, checkpointType, keys, characters);
  if (!signed.ok) return signed;
  const head = headOf(signed.value.claims, checkpoint);
  return head ? ok(head) : fail(chainFaults.make('EVIDENCE_CHECKPOINT_MALFORMED'));
}

/** Whether one head follows the other immediately: what makes a row of blocks a chain. */
export const follows = (later: BlockHead, earlier: BlockHead): boolean =>
  later.height === earlier.height + 1 && later.previous === earlier.hash.toString('hex');

/** What another node says of a checkpoint: that it has seen it, and so that it was there by then. */
export interface Cosigned {
  /** Code of the node that signed. */
  readonly by: string;
  /** Code of the node whose block it is. */
  readonly node: string;
  readonly height: number;
  /** Of the head, in hexadecimal. */
  readonly hash: string;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * Sign the checkpoint of another node, after `verifyCheckpoint` and after seeing that it is no other history than the
 * one known (`keepPeerCheckpoint`).
 *
 * @param by code of the node that signs
 * @param now Unix milliseconds
 */
export const cosign = (key: NodeKey, by: string, head: BlockHead, now: number): string =>
  signJws(key, cosignatureType, {
    iss: by,
    node: head.node,
    height: head.height,
    hash: head.hash.toString('hex'),
    at: new Date(now).toISOString(),
  });

export function verifyCosignature(
  signature: string,
  keys: readonly PublicKeyLike[],
): Result<Cosigned, Fault> {
  const signed = verifyJws(signature, cosignatureType, keys, characters);
  if (!signed.ok) return signed;
  const { iss, node, height, hash, at } = signed.value.claims;
  return typeof iss === 'string' &&
    typeof node === 'string' &&
    isCount(height) &&
    isHash(hash) &&
    typeof at === 'string'
    ? ok({ by: iss, node, height, hash, at })
    : fail(chainFaults.make('EVIDENCE_CHECKPOINT_MALFORMED'));
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
