import { sha256 } from './digest.js';

/** `Content-Digest` (RFC 9530) of the bytes as they are sent, after any content coding. */
export const contentDigest = (body: Uint8Array | string): string =>
  `sha-256=:${sha256(body).toString('base64')}:`;

/** Whether one of the digests is SHA-256 and fits. Digests of other algorithms are not looked at (RFC 9530 §2). */
export function contentFits(header: string, body: Uint8Array | string): boolean {
  const expected = contentDigest(body);
  return header.split(',', DIGESTS_MOST).some((one) => one.trim() === expected);
}

const DIGESTS_MOST = 8;
