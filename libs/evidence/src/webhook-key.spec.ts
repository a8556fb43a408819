import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import {
  newWebhookKey,
  newWebhookSecret,
  publicWebhookKey,
  signWebhook,
  verifyWebhook,
  webhookSigner,
} from '#evidence';

const now = 1_780_000_000;
const body = '{"箱号":"DLCU1234567"}';
const content = (id = 'm1'): Buffer => Buffer.from(`${id}.${now}.${body}`);

/** By node:crypto alone, with the key as a JWK: nothing of what is tested. */
function independently(publicKey: string, signature: string): boolean {
  const x = Buffer.from(publicKey.replace('whpk_', ''), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, content(), key, Buffer.from(signature.replace('v1a,', ''), 'base64'));
}

const publicOf = (secret: string): string => {
  const key = publicWebhookKey(secret);
  if (key === undefined) throw new Error('no private key');
  return key;
};

const received = (signature: string, id = 'm1') => ({ id, timestamp: String(now), signature, body });

describe('an Ed25519 signature of a webhook', () => {
  it('is checked with the public key alone, also by others', () => {
    const secret = newWebhookKey();
    const signature = signWebhook([secret], 'm1', now, body);
    expect(signature).toMatch(/^v1a,[A-Za-z0-9+/]{86}==$/);
    expect(independently(publicOf(secret), signature)).toBe(true);
    expect(independently(publicOf(newWebhookKey()), signature)).toBe(false);
    expect(verifyWebhook(publicOf(secret), received(signature), now).ok).toBe(true);
    expect(signWebhook([secret], 'm1', now, Buffer.from(body))).toBe(signature);
  });

  it('of another signer is checked', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const key = `whpk_${Buffer.from(x, 'base64url').toString('base64')}`;
    const signature = `v1a,${sign(null, content(), privateKey).toString('base64')}`;
    expect(verifyWebhook(key, received(`v1,AAAA ${signature}`), now).ok).toBe(true);
    expect(verifyWebhook(key, received(signature, 'm2'), now)).toMatchObject({
      error: { code: 'EVIDENCE_SIGNATURE_INVALID' },
    });
    expect(verifyWebhook(key, received(signature), now + 301)).toMatchObject({
      error: { code: 'EVIDENCE_WEBHOOK_TIMESTAMP' },
    });
  });

  it('stands beside others while one replaces another', () => {
    const [before, after, shared] = [newWebhookKey(), newWebhookKey(), newWebhookSecret()];
    const signature = signWebhook([after, before, shared], 'm1', now, body);
    for (const key of [publicOf(before), publicOf(after), shared])
      expect(verifyWebhook(key, received(signature), now).ok).toBe(true);
    expect(verifyWebhook(publicOf(newWebhookKey()), received(signature), now).ok).toBe(false);
  });

  it('is not taken for one of a shared secret, nor a public key for a secret', () => {
    const secret = newWebhookKey();
    const key = publicOf(secret);
    const raw = Buffer.from(key.slice(5), 'base64');
    const forged = signWebhook([`whsec_${raw.toString('base64')}`], 'm1', now, body);
    expect(verifyWebhook(key, received(forged), now).ok).toBe(false);
    expect(verifyWebhook(key, received(forged.replace('v1,', 'v1a,')), now).ok).toBe(false);
  });

  it.each([
    ['a public key', publicOf(newWebhookKey())],
    ['too short', 'whsk_AAAA'],
    [
      'with the public half of another',
      `whsk_${Buffer.concat([
        Buffer.from(newWebhookKey().slice(5), 'base64').subarray(0, 32),
        Buffer.from(newWebhookKey().slice(5), 'base64').subarray(32),
      ]).toString('base64')}`,
    ],
  ])('is not made with what is no private key: %s', (_, secret) => {
    expect(webhookSigner([secret])).toMatchObject({ error: { code: 'EVIDENCE_WEBHOOK_SECRET' } });
  });

  it('is not checked with a private key: who checks has no need of it', () => {
    const secret = newWebhookKey();
    expect(verifyWebhook(secret, received(signWebhook([secret], 'm1', now, body)), now)).toMatchObject({
      error: { code: 'EVIDENCE_WEBHOOK_SECRET' },
    });
    expect(publicWebhookKey(newWebhookSecret())).toBeUndefined();
  });
});
