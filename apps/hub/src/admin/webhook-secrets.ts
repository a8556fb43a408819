import { newWebhookKey, newWebhookSecret, publicWebhookKey, type WebhookSignature } from '#evidence';
import { type Fault, ok, type Result } from '#kernel';
import { secretsOf, type DestinationConfig, type RenewedSecrets } from '#store';
import type { Seal } from './admin-desk.js';

/** What a webhook is signed with from now on. */
export interface SigningSecret {
  /** `whsec_…` or `whsk_…`. */
  readonly plain: string;
  /** What is told of it, once: the shared secret; of a private key nothing, as its public half is in the destination. */
  readonly told: { readonly secret?: string };
  /** What the destination says of it. */
  readonly config: Pick<DestinationConfig, 'signature' | 'publicKeys'>;
}

export function newSigningSecret(signature: WebhookSignature = 'v1'): SigningSecret {
  const plain = signature === 'v1a' ? newWebhookKey() : newWebhookSecret();
  return { plain, told: signature === 'v1a' ? {} : { secret: plain }, config: saidOf([plain]) };
}

/** The newest says how it is signed; every private key that still signs has its public half here. */
function saidOf(secrets: readonly string[]): Pick<DestinationConfig, 'signature' | 'publicKeys'> {
  const publicKeys = secrets.flatMap((secret) => publicWebhookKey(secret) ?? []);
  const [newest = ''] = secrets;
  return {
    ...(publicWebhookKey(newest) === undefined ? {} : { signature: 'v1a' as const }),
    ...(publicKeys.length === 0 ? {} : { publicKeys }),
  };
}

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
  (old: Buffer, place: string): Result<RenewedSecrets, Fault> => {
    const opened = dropOld ? ok(undefined) : seal.open(old, place);
    if (!opened.ok) return opened;
    const kept = opened.value === undefined ? [] : secretsOf(opened.value).slice(0, 1);
    const secrets = [secret, ...kept];
    return ok({ sealed: sealedSecrets(seal, secrets, place), ...saidOf(secrets) });
  };
