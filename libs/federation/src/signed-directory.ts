import { claimsOf, sha256, signJws, verifyJws, type NodeKey, type PublicKeyLike } from '#evidence';
import { canonicalJson, fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { activeKeys, jwksOf } from './dated-keys.js';
import { federationFaults } from './faults.js';
import type { DatedKey, Directory } from './generated/directory.js';
import { followRolls } from './key-roll.js';
import { isDirectory, violationOf } from './schema.js';

/** Type of a directory, in the header of its JWS. */
export const directoryType = 'tongguan-directory+jws';

/** Characters of a signed directory at most. */
export const directoryLimit = 16 * 1024 * 1024;

/** What a directory is believed by. */
export interface Trust {
  /** Code of the province. */
  readonly issuer: string;
  /** Its keys as they are pinned: by the invitation at first, then by each directory that they verified. */
  readonly keys: readonly DatedKey[];
}

/** The directory that is in use. */
export interface KnownDirectory {
  readonly version: number;
  /** See `contentHash`, in hexadecimal. */
  readonly content: string;
}

/** A directory that may be used. */
export interface GoodDirectory {
  readonly directory: Directory;
  readonly content: string;
  readonly signed: string;
  /** It is the one that is known. */
  readonly known: boolean;
}

/** SHA-256 of what a directory says, its version and time left out, in hexadecimal. */
export const contentHash = ({
  nodes,
  shared,
  rolls,
}: Pick<Directory, 'nodes' | 'shared' | 'rolls'>): string =>
  sha256(canonicalJson(plain({ nodes, shared, rolls }))).toString('hex');

export const signDirectory = (key: NodeKey, directory: Directory): string =>
  signJws(key, directoryType, plain(directory));

/**
 * A directory as it was received, if it is to be believed: signed with a pinned key of the province, or with one that
 * these hand over to; of that province; and not older than the one known.
 *
 * @param now Unix milliseconds
 */
export function readDirectory(
  signed: string,
  trust: Trust,
  known: KnownDirectory | undefined,
  now: number,
): Result<GoodDirectory, Fault> {
  const read = verifyJws(signed, directoryType, signers(signed, trust, now), directoryLimit);
  if (!read.ok) {
    return fail(
      read.error.code === 'EVIDENCE_RECEIPT_MALFORMED'
        ? invalid('not a compact JWS')
        : federationFaults.make('FEDERATION_DIRECTORY_UNTRUSTED'),
    );
  }
  const { claims } = read.value;
  if (!isDirectory(claims)) return fail(invalid(violationOf(isDirectory)));
  return check(claims, signed, trust, known, now);
}

function check(
  directory: Directory,
  signed: string,
  { issuer }: Trust,
  known: KnownDirectory | undefined,
  now: number,
): Result<GoodDirectory, Fault> {
  const { version } = directory;
  if (directory.issuer !== issuer) {
    const values = { issuer: directory.issuer, province: issuer };
    return fail(federationFaults.make('FEDERATION_DIRECTORY_ISSUER', { values }));
  }
  const codes = directory.nodes.map(({ code }) => code);
  if (new Set(codes).size < codes.length) return fail(invalid('a node stands in it twice'));
  if (pinnedBy(directory, now).length === 0) return fail(invalid('the province has no key in it'));
  const content = contentHash(directory);
  if (known && version < known.version) {
    const values = { version, known: known.version };
    return fail(federationFaults.make('FEDERATION_DIRECTORY_OLDER', { values }));
  }
  if (known?.version === version && known.content !== content)
    return fail(federationFaults.make('FEDERATION_DIRECTORY_FORKED', { values: { version } }));
  return ok({ directory, content, signed, known: known?.version === version });
}

/**
 * A directory that was taken over before, as the database gives it: it is verified again, because the database could have
 * been written to. A key that is retired by now will do, as a province may be away for long.
 *
 * @param pinned the keys of the province as they are pinned since
 */
export function keptDirectory(
  signed: string,
  province: string,
  pinned: readonly DatedKey[],
): Directory | undefined {
  const read = verifyJws(signed, directoryType, jwksOf(pinned), directoryLimit);
  if (!read.ok) return undefined;
  const { claims } = read.value;
  return isDirectory(claims) && claims.issuer === province ? claims : undefined;
}

/** The keys of the province that the next directory may be signed with, as this one has them. */
export function pinnedBy(directory: Directory, now: number): DatedKey[] {
  const province = directory.nodes.find(({ code }) => code === directory.issuer);
  return activeKeys(province?.state === 'active' ? province.keys : [], now);
}

/**
 * Retired keys hand over no more, unless all are: then this node was away for longer than the time that a province
 * gives its old key.
 */
function signers(signed: string, { issuer, keys }: Trust, now: number): PublicKeyLike[] {
  const active = activeKeys(keys, now);
  const start = jwksOf(active.length > 0 ? active : keys);
  const rolls = signed.length <= directoryLimit ? claimsOf(signed)?.['rolls'] : undefined;
  if (!Array.isArray(rolls)) return jwksOf(active);
  const texts = rolls.slice(0, 1000).filter((roll) => typeof roll === 'string');
  const followed = followRolls(texts, issuer, start);
  return active.length > 0 ? followed : followed.slice(start.length);
}

/** A directory as JSON: members that are absent are left out. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

const invalid = (reason: string): Fault =>
  federationFaults.make('FEDERATION_DIRECTORY_INVALID', { values: { reason } });
