import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  claimsOf,
  sha256,
  signJws,
  thumbprint,
  verifyJws,
  type NodeKey,
  type PublicKeyLike,
} from '#evidence';
import { canonicalJson, fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { jwksOf, publicJwk } from './dated-keys.js';
import { federationFaults } from './faults.js';
import type { NodeEntry } from './generated/node-entry.js';
import { isNodeEntry, violationOf } from './schema.js';

/** Type of what a node says of itself, in the header of its JWS. */
export const nodeEntryType = 'tongguan-node-entry+jws';

/** Characters of a signed entry at most. */
export const entryLimit = 8 * 1024 * 1024;

/** What an entry says, without what is about the saying of it. */
export type EntryContent = Omit<NodeEntry, 'sequence' | 'issuedAt' | 'proof'>;

/** SHA-256 of what an entry says: the same again need not be sent. */
export const entryHash = ({ code, nameZh, nameEn, endpoint, keys, participants }: EntryContent): Buffer =>
  sha256(canonicalJson(plain({ code, nameZh, nameEn, endpoint, keys, participants })));

export const signEntry = (key: NodeKey, entry: NodeEntry): string =>
  signJws(key, nodeEntryType, plain(entry));

/** The code that an entry claims to be of, before anything of it is believed. */
export function claimedCode(signed: string): string | undefined {
  const code = signed.length <= entryLimit ? claimsOf(signed)?.['code'] : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** An entry that is signed with one of the keys of its node. */
export function readEntry(
  signed: string,
  code: string,
  keys: readonly PublicKeyLike[],
): Result<NodeEntry, Fault> {
  const read = verifyJws(signed, nodeEntryType, keys, entryLimit);
  if (!read.ok)
    return fail(
      read.error.code === 'EVIDENCE_RECEIPT_MALFORMED'
        ? invalid('not a compact JWS')
        : federationFaults.make('FEDERATION_ENTRY_SIGNATURE', { values: { code } }),
    );
  const { claims } = read.value;
  if (!isNodeEntry(claims)) return fail(invalid(violationOf(isNodeEntry)));
  if (!claims.keys.every((key) => publicJwk(key) && thumbprint(key.jwk) === key.jwk.kid))
    return fail(invalid('a key is not what its kid says'));
  if (claims.code === code) return ok(claims);
  const values = { code: claims.code, place: code };
  return fail(federationFaults.make('FEDERATION_ENTRY_OTHER_NODE', { values }));
}

/**
 * The entry by which a node joins: signed with a key that it brings itself, and proven by an invitation.
 *
 * @param tokenHashes of the live invitations for the node
 * @returns the entry, and the invitation that it is proven by
 */
export function readJoining(
  signed: string,
  code: string,
  tokenHashes: readonly Buffer[],
): Result<{ entry: NodeEntry; tokenHash: Buffer }, Fault> {
  const claims = signed.length <= entryLimit ? claimsOf(signed) : undefined;
  if (!claims || !isNodeEntry(claims)) return fail(invalid(claims ? violationOf(isNodeEntry) : 'no JWS'));
  const entry = readEntry(signed, code, jwksOf(claims.keys));
  if (!entry.ok) return entry;
  const { proof = '' } = entry.value;
  const tokenHash = tokenHashes.find((hash) => sameText(proof, joinProof(hash, entry.value)));
  return tokenHash
    ? ok({ entry: entry.value, tokenHash })
    : fail(federationFaults.make('FEDERATION_INVITATION_REFUSED', { values: { code } }));
}

/**
 * Shows that whoever brings these keys has the token, without giving it away: what is overheard serves no other key
 * and no other address.
 */
export function joinProof(
  tokenHash: Buffer,
  { code, endpoint, keys }: Pick<NodeEntry, 'code' | 'endpoint' | 'keys'>,
): string {
  const kids = keys.map(({ jwk }) => jwk.kid);
  return createHmac('sha256', tokenHash).update(canonicalJson({ code, endpoint, kids })).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

const invalid = (reason: string): Fault =>
  federationFaults.make('FEDERATION_ENTRY_INVALID', { values: { reason } });
