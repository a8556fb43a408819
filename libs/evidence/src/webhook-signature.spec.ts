import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signWebhook, verifyWebhook, webhookSigner } from '#evidence';

const now = Math.floor(Date.now() / 1000);
const headers = (id: string, signature: string) => ({
  'webhook-id': id,
  'webhook-timestamp': String(now),
  'webhook-signature': signature,
});

describe('a webhook signature', () => {
  it('is accepted by the reference library whatever the id and the body', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.json(), (id, body) => {
        const secret = newWebhookSecret();
        const signature = signWebhook([secret], id, now, body);
        expect(new Webhook(secret).verify(body, headers(id, signature))).toEqual(JSON.parse(body));
        expect(signWebhook([secret], id, now, Buffer.from(body))).toBe(signature);
      }),
      { numRuns: 50 },
    );
  });

  it('verifies what the reference library signs', () => {
    const secret = newWebhookSecret();
    const body = '{"箱号":"DLCU1234567"}';
    const signature = new Webhook(secret).sign('m1', new Date(now * 1000), body);
    expect(verifyWebhook(secret, { id: 'm1', timestamp: String(now), signature, body }, now).ok).toBe(true);
  });

  it('is accepted with the old and with the new secret while one replaces the other', () => {
    const [before, after, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const signature = signWebhook([after, before], 'm1', now, '{}');
    expect(new Webhook(before).verify('{}', headers('m1', signature))).toEqual({});
    expect(new Webhook(after).verify('{}', headers('m1', signature))).toEqual({});
    expect(() => new Webhook(other).verify('{}', headers('m1', signature))).toThrow();
  });

  const secret = newWebhookSecret();
  const received = {
    id: 'm1',
    timestamp: String(now),
    signature: signWebhook([secret], 'm1', now, '{}'),
    body: '{}',
  };
  it.each([
    ['another body', { ...received, body: '{ }' }, 'EVIDENCE_SIGNATURE_INVALID'],
    ['another id', { ...received, id: 'm2' }, 'EVIDENCE_SIGNATURE_INVALID'],
    ['no signature', { ...received, signature: '' }, 'EVIDENCE_SIGNATURE_INVALID'],
    [
      'another version',
      { ...received, signature: received.signature.replace('v1', 'v2') },
      'EVIDENCE_SIGNATURE_INVALID',
    ],
    ['an old timestamp', { ...received, timestamp: String(now - 301) }, 'EVIDENCE_WEBHOOK_TIMESTAMP'],
    ['a future timestamp', { ...received, timestamp: String(now + 301) }, 'EVIDENCE_WEBHOOK_TIMESTAMP'],
    ['no timestamp', { ...received, timestamp: '' }, 'EVIDENCE_WEBHOOK_TIMESTAMP'],
  ])('is refused with %s', (_, given, code) => {
    const result = verifyWebhook(secret, given, now);
    expect(result.ok ? 'ok' : result.error.code).toBe(code);
  });
});

describe('webhook secrets', () => {
  it('are made as whsec_ and 32 bytes', () => {
    expect(Buffer.from(newWebhookSecret().slice(6), 'base64')).toHaveLength(32);
  });

  it.each([
    ['none', []],
    ['one too short', ['whsec_c2hvcnQ=']],
    ['one that is no base64', [`whsec_${'?'.repeat(40)}`]],
    ['one bad among good', [newWebhookSecret(), '']],
    ['too many', Array.from({ length: 6 }, newWebhookSecret)],
  ])('are refused: %s', (_, secrets) => {
    expect(webhookSigner(secrets)).toMatchObject({ ok: false, error: { code: 'EVIDENCE_WEBHOOK_SECRET' } });
  });

  it('do not show in the fault', () => {
    const result = webhookSigner([newWebhookSecret(), 'whsec_dGVsbHRhbGU=']);
    expect(JSON.stringify(result)).not.toContain('dGVsbHRhbGU');
  });
});
