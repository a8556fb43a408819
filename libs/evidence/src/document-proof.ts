import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import { conceal, readDisclosures, reveal, type Disclosures } from './disclosures.js';
import { evidenceFaults } from './faults.js';
import { isObject } from './json-object.js';
import { claimsOf, signJws, verifyJws } from './jws.js';
import type { NodeKey, PublicKeyLike } from './node-key.js';
import { pointerTree, type PointerTree } from './pointer-tree.js';
import { selectDisclosures } from './select-disclosures.js';

/** Type of a proof, in the header of its JWS. */
export const documentProofType = 'tongguan-document+sd-jwt';

/** Characters of a proof that are read, and members that it discloses. A document of 10 MiB stays below. */
const proofLimit = 64 * 1024 * 1024;
const disclosuresLimit = 500_000;

/**
 * The proof of where a document comes from: an SD-JWT (RFC 9901) of its origin node, from which every member of every
 * object can be left out and what is left still verifies.
 *
 * @param claims what is said of the document beside its body, always shown: `iss` is the code of the node
 * @returns `<issuer-signed JWT>~<disclosure>~…~`; members and values of the document are in the disclosures alone
 */
export function issueDocument(key: NodeKey, claims: JsonObject, body: JsonObject): Result<string, Fault> {
  const concealed = conceal(body);
  if (!concealed.ok) return concealed;
  const payload = { ...claims, _sd_alg: 'sha-256', body: concealed.value.value };
  const jwt = signJws(key, documentProofType, payload);
  return ok(`${[jwt, ...concealed.value.disclosures].join('~')}~`);
}

/** What of a document may be shown. Both lists are JSON pointers in which `*` stands for every member of a list. */
export interface Showing {
  /** `undefined`: everything. */
  readonly fields?: readonly string[] | undefined;
  /** Never, whatever else is said. */
  readonly without?: readonly string[] | undefined;
  /** Of `fields`, those that are wanted; `undefined`: all. */
  readonly wanted?: readonly string[] | undefined;
}

/**
 * The proof without the disclosures of what may not be shown: done by whoever has the proof, without any key, also
 * with one that shows less than the whole already.
 */
export function presentDocument(proof: string, { fields, without, wanted }: Showing): Result<string, Fault> {
  if (!fields && !wanted && (without ?? []).length === 0) return ok(proof);
  const parts = partsOf(proof);
  const body = parts && claimsOf(parts.jwt)?.['body'];
  if (!parts || !isObject(body)) return malformed();
  const hidden = pointerTree(without ?? []);
  const granted = (list: readonly string[] | undefined): PointerTree => pointerTree(list ?? ['']);
  const ofGrant = selectDisclosures(body, parts.disclosures, granted(fields), hidden);
  const shown = wanted
    ? intersection(ofGrant, selectDisclosures(body, parts.disclosures, granted(wanted), hidden))
    : ofGrant;
  const kept = [...parts.disclosures.values()].filter((one) => shown.has(one)).map((one) => one.text);
  return ok(`${[parts.jwt, ...kept].join('~')}~`);
}

export interface ProvenDocument {
  /** The key that signed it. */
  readonly kid: string;
  /** What was said of the document at its origin. */
  readonly claims: JsonObject;
  /** The document as far as it is shown. */
  readonly body: JsonObject;
  /** Nothing of it is held back. */
  readonly whole: boolean;
}

/**
 * The document as far as a proof shows it, if one of the keys signed the proof and every disclosure belongs to it.
 * Whose keys these must be, and whether its time is over, is for the caller to see: `claims.iss`, `claims.exp`.
 */
export function verifyDocument(
  proof: string,
  keys: PublicKeyLike | readonly PublicKeyLike[],
): Result<ProvenDocument, Fault> {
  const parts = partsOf(proof);
  if (!parts) return malformed();
  const opened = verifyJws(parts.jwt, documentProofType, 'x' in keys ? [keys] : keys, proofLimit);
  if (!opened.ok) return opened;
  const { kid } = opened.value;
  const { _sd_alg: algorithm, body, ...claims } = opened.value.claims;
  if (algorithm !== 'sha-256' || !isObject(body)) return malformed();
  const revealed = reveal(body, parts.disclosures);
  if (!revealed) return fail(evidenceFaults.make('EVIDENCE_PROOF_DISCLOSURE'));
  return ok({ kid, claims, ...revealed });
}

/** What a proof says of its document, before anything is verified: to find whose keys are needed. */
export function unverifiedClaims(proof: string): JsonObject | undefined {
  const end = proof.indexOf('~');
  return end === -1 || proof.length > proofLimit ? undefined : claimsOf(proof.slice(0, end));
}

/** Without a key binding, which would stand behind the last `~` (RFC 9901 §4). */
function partsOf(proof: string): { readonly jwt: string; readonly disclosures: Disclosures } | undefined {
  if (proof.length > proofLimit || !proof.endsWith('~')) return undefined;
  const [jwt = '', ...texts] = proof.slice(0, -1).split('~', disclosuresLimit + 2);
  const disclosures = texts.length <= disclosuresLimit ? readDisclosures(texts) : undefined;
  return disclosures && { jwt, disclosures };
}

const malformed = (): Result<never, Fault> => fail(evidenceFaults.make('EVIDENCE_PROOF_MALFORMED'));

function intersection<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...one].filter((value) => other.has(value)));
}
