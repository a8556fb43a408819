import {
  contentDigest,
  contentFits,
  keyOfRequest,
  signJws,
  thumbprint,
  verifyJws,
  verifyRequest,
  type NodeKey,
  type PublicJwk,
  type ReceivedRequest,
} from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import type { PeerDirectory, PeerNode } from './peer-directory.js';
import { transferFaults } from './transfer/faults.js';
import { answerType } from './transfer/wire.js';

/** A request of another node as it came. */
export type PeerSigned = Pick<ReceivedRequest, 'headers' | 'body'>;

export interface VerifiedPeer {
  /** The code of the node that signed it. */
  readonly sender: string;
  readonly nonce: string;
}

/** Who sent a request, if an active node of the directory signed exactly this, for this node, now. */
export async function verifyPeer(
  request: PeerSigned,
  path: string,
  { directory, now, tolerance }: { directory: PeerDirectory; now: number; tolerance: number },
): Promise<Result<VerifiedPeer, Fault>> {
  const sender = await senderOf(request, directory);
  if (!sender.ok) return sender;
  const self = directory.self();
  const targetUri = new URL(`${directory.node(self)?.endpoint ?? ''}${path}`, 'http://unset').href;
  const received = { ...request, method: 'POST', targetUri };
  const verified = verifyRequest(received, sender.value.keys, Math.floor(now / 1000), tolerance);
  if (!verified.ok) return verified;
  const { receiver, nonce } = verified.value;
  if (receiver === self) return ok({ sender: sender.value.code, nonce });
  return fail(transferFaults.make('TRANSFER_RECEIVER_WRONG', { values: { receiver, node: self } }));
}

/** Why a request is not heard whatever its body is: it names no key of an active node. */
export async function refusePeer(
  headers: PeerSigned['headers'],
  directory: PeerDirectory,
): Promise<Fault | undefined> {
  const sender = await senderOf({ headers }, directory);
  return sender.ok ? undefined : sender.error;
}

/** The node whose key a request names; the province is asked once about one that is not known. */
async function senderOf(
  { headers }: Pick<PeerSigned, 'headers'>,
  directory: PeerDirectory,
): Promise<Result<PeerNode, Fault>> {
  const kid = keyOfRequest(headers);
  const find = (): PeerNode | undefined =>
    directory
      .nodes()
      .find(({ state, keys }) => state === 'active' && keys.some((jwk) => thumbprint(jwk) === kid));
  let sender = kid === undefined ? undefined : find();
  if (!sender && kid !== undefined) {
    await directory.refresh();
    sender = find();
  }
  if (sender && sender.code !== directory.self()) return ok(sender);
  return fail(
    transferFaults.make('TRANSFER_SENDER_UNKNOWN', { values: { kid: (kid ?? '-').slice(0, 100) } }),
  );
}

/** An answer to a request of another node. */
export interface SignedAnswer {
  readonly body: Buffer;
  /** For the header that answers are signed in. */
  readonly signature: string;
}

/** Signed for the request of that nonce alone. */
export function signAnswer(
  key: NodeKey,
  { self, sender, nonce }: { readonly self: string; readonly sender: string; readonly nonce: string },
  content: object,
): SignedAnswer {
  const body = Buffer.from(JSON.stringify(content));
  const claims = { iss: self, aud: sender, nonce, digest: contentDigest(body) };
  return { body, signature: signJws(key, answerType, claims) };
}

/**
 * What a node has answered, if a key of it signed it for this very request.
 *
 * @param read `undefined` for what is no such answer
 */
export function verifiedBody<T>(
  given: { readonly body: Buffer; readonly signature: string | undefined },
  keys: readonly PublicJwk[],
  expected: { readonly node: string; readonly self: string; readonly nonce: string },
  read: (text: string) => T | undefined,
): Result<T, Fault> {
  const invalid = (reason: string): Result<never, Fault> =>
    fail(transferFaults.make('TRANSFER_ANSWER_INVALID', { values: { node: expected.node, reason } }));
  if (given.signature === undefined) return invalid('it is not signed');
  const signed = verifyJws(given.signature, answerType, keys, SIGNATURE_MOST);
  if (!signed.ok) return invalid(signed.error.text.en);
  const { iss, aud, nonce, digest } = signed.value.claims;
  if (iss !== expected.node || aud !== expected.self || nonce !== expected.nonce)
    return invalid('it is signed for another request');
  if (typeof digest !== 'string' || !contentFits(digest, given.body))
    return invalid('it does not fit its signature');
  const answer = read(given.body.toString('utf8'));
  return answer === undefined ? invalid('it is not as agreed') : ok(answer);
}

const SIGNATURE_MOST = 4_096;
