import { keyOfRequest, thumbprint, verifyRequest, type ReceivedRequest } from '#evidence';
import { fail, ok, type Fault, type Result } from '#kernel';
import type { PeerDirectory, PeerNode } from './peer-directory.js';
import { transferFaults } from './transfer/faults.js';

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

/** The node whose key a request names; the province is asked once about one that is not known. */
async function senderOf({ headers }: PeerSigned, directory: PeerDirectory): Promise<Result<PeerNode, Fault>> {
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
