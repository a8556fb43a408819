export * from './access-key.js';
export * from './chain/index.js';
export * from './content-digest.js';
export * from './digest.js';
export * from './digest-tree/index.js';
export {
  documentProofType,
  issueDocument,
  presentDocument,
  unverifiedClaims,
  verifyDocument,
  type ProvenDocument,
  type Showing,
} from './document-proof.js';
export * from './faults.js';
export * from './http-signature.js';
export { claimsOf, kidOf, signJws, verifyJws, type Signed } from './jws.js';
export {
  exportNodeKey,
  generateNodeKey,
  importNodeKey,
  keyAlgorithms,
  thumbprint,
  type KeyAlgorithm,
  type NodeKey,
  type PublicJwk,
  type PublicKeyLike,
} from './node-key.js';
export * from './receipt.js';
export * from './seal.js';
export { signatureBase, signatureParams } from './signature-base.js';
export { signBytes, jwsAlgorithms } from './signing.js';
export { newWebhookKey, publicWebhookKey } from './webhook-key.js';
export * from './webhook-signature.js';
