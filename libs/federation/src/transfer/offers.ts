import { kidOf, unverifiedClaims, verifyDocument } from '#evidence';
import { validateDocument, documentTypes } from '#canonical';
import { fail, ok, type Fault, type JsonObject, type Result } from '#kernel';
import type { PeerDirectory, PeerNode } from '../peer-directory.js';
import { readClaims, type DocumentClaims } from './document-claims.js';
import { transferFaults } from './faults.js';
import type { TransferLimits } from './limits.js';
import { keyOfOrder } from './taking.js';
import type { Offer } from './wire.js';

/** A document whose proof holds and whose way is sound. */
export interface ProvenOffer extends Offer {
  readonly claims: DocumentClaims;
  readonly body: JsonObject;
  /** The key that signed it proves nothing that is new here: what is here already may be offered with it. */
  readonly outdated?: Fault;
}

export interface OfferedBy {
  readonly sender: string;
  readonly directory: PeerDirectory;
  readonly now: number;
  readonly limits: TransferLimits;
}

/** What a document that is refused says of itself; none of it is proven. */
export function said({ proof }: Offer): { readonly id: string; readonly key?: string } {
  const { id, sender, orderKey } = unverifiedClaims(proof) ?? {};
  return {
    id: typeof id === 'string' ? id.slice(0, ID_LENGTH) : '',
    ...(typeof sender === 'string' && typeof orderKey === 'string'
      ? { key: keyOfOrder(sender, orderKey) }
      : {}),
  };
}

const ID_LENGTH = 36;

/**
 * A document, if the node that it comes from signed it, all of it that is shown, and it came a way that it may come.
 * What the directory does not have yet is a reason to ask again (`retry`); everything else is the sender's to mend.
 */
export function checkOffer(offer: Offer, by: OfferedBy): Result<ProvenOffer, Fault> {
  const unverified = unverifiedClaims(offer.proof);
  const origin = unverified?.['iss'];
  if (typeof origin !== 'string') return refuse('TRANSFER_PROOF_INVALID', { reason: 'no issuer' });
  const way = wayFault(offer, origin, by);
  if (way) return fail(way);
  const known = by.directory.node(origin);
  if (!known) return refuse('TRANSFER_NODE_ABSENT', { code: origin });
  const proven = verifyDocument(offer.proof, [...known.keys, ...known.retired.map(({ jwk }) => jwk)]);
  if (!proven.ok) return fail(disbelief(proven.error, offer, known, by));
  const claims = readClaims(proven.value.claims);
  if (!claims) return refuse('TRANSFER_PROOF_INVALID', { reason: 'its claims are not those of a document' });
  const { body, whole, kid } = proven.value;
  const fault = claimsFault(claims, by) ?? bodyFault(claims.type, body, whole);
  if (fault) return fail(fault);
  const outdated = keyFault(known, kid, claims.issuedAt);
  return ok({ ...offer, claims, body, ...(outdated ? { outdated } : {}) });
}

/** The directory may be behind: a key that it has of nobody may be a new one of the origin. */
function disbelief(error: Fault, { proof }: Offer, { code }: PeerNode, { directory }: OfferedBy): Fault {
  const reason = error.text.en;
  if (!forged.has(error.code)) return transferFaults.make('TRANSFER_PROOF_INVALID', { values: { reason } });
  const kid = kidOf(proof) ?? '';
  const ofSomebody = directory
    .nodes()
    .some(({ keys, retired }) => [...keys, ...retired.map(({ jwk }) => jwk)].some((jwk) => jwk.kid === kid));
  return error.code === 'EVIDENCE_KEY_UNKNOWN' && !ofSomebody
    ? transferFaults.make('TRANSFER_KEY_UNKNOWN', { values: { kid, node: code } })
    : transferFaults.make('TRANSFER_ORIGIN_FORGED', { values: { node: code, reason } });
}

/** What was signed before a key was retired counts for good, unless the key may have leaked: then it says any time. */
function keyFault({ code, retired }: PeerNode, kid: string, issuedAt: number): Fault | undefined {
  const key = retired.find(({ jwk }) => jwk.kid === kid);
  return key && (key.revoked || issuedAt > key.retiredAt)
    ? transferFaults.make('TRANSFER_KEY_RETIRED', { values: { kid, node: code } })
    : undefined;
}

/** Nobody but the origin has a key that would do. */
const forged = new Set(['EVIDENCE_KEY_UNKNOWN', 'EVIDENCE_SIGNATURE_INVALID', 'EVIDENCE_RECEIPT_ALGORITHM']);

/** Begins at the origin, ends at the sender, and was never here: nobody passes on what did not go through it. */
function wayFault(
  { hops }: Offer,
  origin: string,
  { sender, directory, limits }: OfferedBy,
): Fault | undefined {
  const node = directory.self();
  const listed = hops.join(' > ');
  if (hops.includes(node)) return transferFaults.make('TRANSFER_LOOP', { values: { node } });
  const sound =
    hops[0] === origin &&
    hops.at(-1) === sender &&
    new Set(hops).size === hops.length &&
    hops.length <= limits.hops;
  return sound ? undefined : transferFaults.make('TRANSFER_HOPS_WRONG', { values: { hops: listed } });
}

function claimsFault(claims: DocumentClaims, { now, limits }: OfferedBy): Fault | undefined {
  const { origin, sender, issuedAt, expiresAt } = claims;
  const toleranceMs = limits.tolerance * 1000;
  if (sender !== origin && sender.split('@')[1] !== origin)
    return transferFaults.make('TRANSFER_ORIGIN_FORGED', {
      values: { node: origin, reason: `${sender} is not of this node` },
    });
  if (issuedAt > now + toleranceMs)
    return transferFaults.make('TRANSFER_PROOF_EARLY', {
      values: { issued: new Date(issuedAt).toISOString() },
    });
  if (expiresAt > issuedAt + limits.spanMs + toleranceMs)
    return transferFaults.make('TRANSFER_PROOF_INVALID', {
      values: { reason: 'it is to be good for longer than any document may be passed on' },
    });
  if (now >= expiresAt)
    return transferFaults.make('TRANSFER_EXPIRED', {
      values: { expires: new Date(expiresAt).toISOString() },
    });
  return undefined;
}

/**
 * Of what is there; of a document that is shown in part, what is not there is no fault. A rule that speaks of several
 * members at once cannot be held against a part.
 */
function bodyFault(type: string, body: JsonObject, whole: boolean): Fault | undefined {
  if (!documentTypes.some((one) => one === type))
    return transferFaults.make('TRANSFER_DOCUMENT_INVALID', {
      values: { type, reason: 'no such type here' },
    });
  const faults = validateDocument(type, body).filter(
    ({ values }) => whole || !ofTheWhole.has(String(values?.['keyword'])),
  );
  const [first] = faults;
  if (!first) return undefined;
  const reason = `${first.place?.pointer ?? ''} ${String(first.values?.['en'] ?? first.text.en)}`.trim();
  return transferFaults.make('TRANSFER_DOCUMENT_INVALID', { values: { type, reason } });
}

const ofTheWhole = new Set([
  'required',
  'minItems',
  'minProperties',
  'dependentRequired',
  'anyOf',
  'oneOf',
  'allOf',
  'not',
  'if',
  'contains',
]);

function refuse(
  code: Parameters<typeof transferFaults.make>[0],
  values: Record<string, string>,
): Result<never, Fault> {
  return fail(transferFaults.make(code, { values }));
}
