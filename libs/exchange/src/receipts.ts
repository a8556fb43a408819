import { signReceipt, type NodeKey } from '#evidence';

export interface ReceiptSigner {
  readonly nodeCode: string;
  readonly key: NodeKey;
}

/**
 * The technical receipt of an interchange: this node has these bytes of this sender, committed. Made from what is
 * stored and nothing else, so the same receipt can be given again at any time (Ed25519 signs without chance).
 */
export function receiptOf(
  signer: ReceiptSigner,
  id: string,
  sha256: Buffer,
  receivedAt: number,
  sender: string,
): string {
  return signReceipt(signer.key, {
    iss: signer.nodeCode,
    sub: id,
    iat: Math.floor(receivedAt / 1000),
    kind: 'technical',
    sha256: sha256.toString('hex'),
    sender,
    receivedAt: new Date(receivedAt).toISOString(),
  });
}
