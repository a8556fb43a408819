import { Webhook } from 'standardwebhooks';
import { challengeOf, verifyWebhook, type WebhookHeaders } from '#client';
import { newWebhookKey, newWebhookSecret, publicWebhookKey, webhookSigner } from '#evidence';

const now = Math.floor(Date.now() / 1000);
const [secret, next, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
const event = { specversion: '1.0', id: 'd1', type: 'cn.tongguan.Declaration', source: '/nodes/dalian' };
const body = JSON.stringify({ ...event, data: { 箱号: 'DLCU1234567' } });

const signed = (text: string, by: readonly string[], at = now): Record<string, string> => ({
  'webhook-id': 'm1',
  'webhook-timestamp': String(at),
  'webhook-signature': by.map((one) => new Webhook(one).sign('m1', new Date(at * 1000), text)).join(' '),
});

/** What the reference library says of it, by the clock of this machine. */
function reference(by: string, headers: Record<string, string>, text: string): boolean {
  try {
    new Webhook(by).verify(text, headers);
    return true;
  } catch {
    return false;
  }
}

const { 'webhook-id': _id, ...withoutId } = signed(body, [secret]);
const { 'webhook-signature': _signature, ...withoutSignature } = signed(body, [secret]);
const changed = body.replace('DLCU', 'XLCU');

describe('a webhook', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['signed', signed(body, [secret]), body, 'ok'],
    ['signed twice while secrets are rotated', signed(body, [next, secret]), body, 'ok'],
    [
      'with a signature of another scheme beside',
      {
        ...signed(body, [secret]),
        'webhook-signature': `v1a,xyz ${signed(body, [secret])['webhook-signature']}`,
      },
      body,
      'ok',
    ],
    ['a moment old', signed(body, [secret], now - 200), body, 'ok'],
    ['signed by another', signed(body, [other]), body, 'EVIDENCE_SIGNATURE_INVALID'],
    ['changed', signed(body, [secret]), changed, 'EVIDENCE_SIGNATURE_INVALID'],
    ['of another id', { ...signed(body, [secret]), 'webhook-id': 'm2' }, body, 'EVIDENCE_SIGNATURE_INVALID'],
    ['old', signed(body, [secret], now - 400), body, 'EVIDENCE_WEBHOOK_TIMESTAMP'],
    ['of tomorrow', signed(body, [secret], now + 400), body, 'EVIDENCE_WEBHOOK_TIMESTAMP'],
    [
      'without a time',
      { ...signed(body, [secret]), 'webhook-timestamp': 'now' },
      body,
      'EVIDENCE_WEBHOOK_TIMESTAMP',
    ],
    ['without an id', withoutId, body, 'CLIENT_WEBHOOK_HEADERS'],
    ['without a signature', withoutSignature, body, 'CLIENT_WEBHOOK_HEADERS'],
  ])('%s is judged as the reference library judges it', (_, headers, text, outcome) => {
    const verified = verifyWebhook(secret, headers, text, { now });
    expect(verified.ok ? 'ok' : verified.error.code).toBe(outcome);
    expect(reference(secret, headers, text)).toBe(outcome === 'ok');
  });

  it('is checked with a public key, and while it changes over with either', () => {
    const key = newWebhookKey();
    const publicKey = publicWebhookKey(key) ?? '';
    const sender = webhookSigner([key, secret]);
    if (!sender.ok) throw new Error(sender.error.text.en);
    const headers = {
      'webhook-id': 'm1',
      'webhook-timestamp': String(now),
      'webhook-signature': sender.value.sign('m1', now, body),
    };
    for (const one of [publicKey, secret]) expect(verifyWebhook(one, headers, body, { now }).ok).toBe(true);
    const others = publicWebhookKey(newWebhookKey()) ?? '';
    expect(verifyWebhook([others, other], headers, body, { now })).toMatchObject({
      error: { code: 'EVIDENCE_SIGNATURE_INVALID' },
    });
    expect(verifyWebhook([others, publicKey], headers, body, { now }).ok).toBe(true);
    expect(verifyWebhook(key, headers, body, { now })).toMatchObject({
      error: { code: 'EVIDENCE_WEBHOOK_SECRET' },
    });
  });

  it.each<[string, WebhookHeaders]>([
    ['fetch', new Headers(signed(body, [secret]))],
    ['node:http', signed(body, [secret])],
    [
      'a framework that keeps the case and gives lists',
      Object.fromEntries(
        Object.entries(signed(body, [secret])).map(([name, value]) => [name.toUpperCase(), [value]]),
      ),
    ],
  ])('has its headers as %s gives them, and whichever secret fits', (_, headers) => {
    const verified = verifyWebhook([other, secret], headers, Buffer.from(body), { now });
    expect(verified).toMatchObject({ ok: true, value: { id: 'm1', timestamp: now, events: [{ id: 'd1' }] } });
  });

  it('has the tolerance that it is given, and at least one sound secret', () => {
    const headers = signed(body, [secret], now - 400);
    expect(verifyWebhook(secret, headers, body, { now, toleranceSeconds: 600 }).ok).toBe(true);
    for (const secrets of [[], ['whsec_short'], 'x']) {
      expect(verifyWebhook(secrets, headers, body, { now: now - 400 })).toMatchObject({
        ok: false,
        error: { code: 'EVIDENCE_WEBHOOK_SECRET' },
      });
    }
  });

  it('of several events gives each, and of what is no event none', () => {
    const batch = JSON.stringify([event, { ...event, id: 'd2' }]);
    const two = verifyWebhook(secret, signed(batch, [secret]), batch, { now });
    expect(two.ok && two.value.events.map(({ id }) => id)).toEqual(['d1', 'd2']);
    for (const text of ['{"箱号":1}', 'no JSON', 'null', '[1]']) {
      expect(verifyWebhook(secret, signed(text, [secret]), text, { now })).toMatchObject({
        ok: false,
        error: { code: 'CLIENT_WEBHOOK_CONTENT' },
      });
    }
  });

  it('that asks whose the address is has the answer in it', () => {
    const asked = JSON.stringify({ ...event, type: 'cn.tongguan.verification', data: { challenge: 'c1' } });
    const verified = verifyWebhook(secret, signed(asked, [secret]), asked, { now });
    expect(verified.ok && challengeOf(verified.value)).toBe('c1');
    const usual = verifyWebhook(secret, signed(body, [secret]), body, { now });
    expect(usual.ok && challengeOf(usual.value)).toBeUndefined();
  });
});
