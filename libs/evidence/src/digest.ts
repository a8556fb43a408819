import { createHash } from 'node:crypto';

/** SHA-256 (FIPS 180-4), 32 bytes; of a text, its UTF-8. */
export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
