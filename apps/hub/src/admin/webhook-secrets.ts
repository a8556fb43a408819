import { type Fault, ok, type Result } from '#kernel';
import { secretsOf } from '#store';
import type { Seal } from './admin-desk.js';

/** The plain form of the secrets of a webhook, newest first, sealed for their destination alone. */
export const sealedSecrets = (seal: Seal, secrets: readonly string[], place: string): Buffer =>
  seal.seal(Buffer.from(JSON.stringify(secrets)), place);

/**
 * Puts a new secret before the old one, so that both sign while receivers change over; or in its place.
 *
 * @param dropOld helps also where the old one cannot be opened any more
 */
export const secretRenewal =
  (seal: Seal, secret: string, dropOld: boolean) =>
  (old: Buffer, place: string): Result<Buffer, Fault> => {
    if (dropOld) return ok(sealedSecrets(seal, [secret], place));
    const opened = seal.open(old, place);
    if (!opened.ok) return opened;
    return ok(sealedSecrets(seal, [secret, ...secretsOf(opened.value).slice(0, 1)], place));
  };
