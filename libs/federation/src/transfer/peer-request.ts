import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { signRequest, type NodeKey, type PublicJwk } from '#evidence';
import type { Fault, Result } from '#kernel';
import { verifiedBody } from '../peer-signature.js';
import { batchType, readAnswer, type TransferAnswer, type TransferBatch } from './wire.js';

const packed = promisify(gzip);

/** A batch ready to be sent. */
export interface PeerRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
  readonly nonce: string;
}

/** Where a node takes batches. */
export const transferPath = '/v1/transfers';

export async function peerRequest(
  key: NodeKey,
  endpoint: string,
  batch: TransferBatch,
  now: number,
  tolerance: number,
): Promise<PeerRequest> {
  const url = new URL(`${endpoint}${transferPath}`);
  const body = await packed(JSON.stringify(batch), { level: constants.Z_BEST_SPEED });
  const created = Math.floor(now / 1000);
  const nonce = randomUUID();
  const signed = signRequest(
    key,
    { method: 'POST', targetUri: url.href, contentType: batchType, receiver: batch.receiver, body },
    { created, expires: created + tolerance, nonce },
  );
  const headers = { ...signed, 'content-encoding': 'gzip', 'content-length': body.length };
  return { url, headers, body, nonce };
}

/** The answer, if a key of the node signed it for this very request. */
export const verifiedAnswer = (
  given: { readonly body: Buffer; readonly signature: string | undefined },
  keys: readonly PublicJwk[],
  expected: { readonly node: string; readonly self: string; readonly nonce: string },
): Result<TransferAnswer, Fault> => verifiedBody(given, keys, expected, readAnswer);
