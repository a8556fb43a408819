import { jest } from '@jest/globals';
import { parseNetworks } from './networks.js';
import { certificateFor } from './testing/certificate.js';
import { receiver, type Receiver } from './testing/receiver.js';
import {
  answering,
  channel,
  closeAll,
  event,
  guarded,
  never,
  secret,
  started,
  to,
} from './testing/webhook-setup.js';
import type { WebhookDestination, WebhookOptions } from './webhook.js';

afterEach(closeAll);

describe('a secure destination', () => {
  const tls = certificateFor('localhost');
  const secure = ({ port }: Receiver, host = 'localhost'): WebhookDestination => ({
    url: `https://${host}:${port}/`,
    secrets: [secret],
  });

  it('is delivered to when its certificate is good', async () => {
    const server = await started(receiver(answering(200), tls));
    expect(
      await channel({ authorities: tls.certificate }).send(secure(server), [event('e1')], never),
    ).toMatchObject({
      kind: 'delivered',
    });
  });

  it.each([
    ['of an unknown authority', {}, 'localhost', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['for another name', { authorities: tls.certificate }, '127.0.0.1', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('is not told anything when its certificate is %s', async (_, options, host, detail) => {
    const server = await started(receiver(answering(200), tls));
    expect(await channel(options).send(secure(server, host), [event('e1')], never)).toMatchObject({
      kind: 'retry',
      error: { code: 'DELIVERY_TLS', values: { detail } },
    });
    expect(server.received).toHaveLength(0);
  });

  it('is not told anything when it speaks no TLS', async () => {
    const server = await started(receiver(answering(200)));
    expect(await channel().send(secure(server), [event('e1')], never)).toMatchObject({
      kind: 'retry',
      error: { code: 'DELIVERY_TLS' },
    });
  });
});

describe('an address that is not a subscriber’s to reach', () => {
  const outcome = async (url: string, webhook = guarded()): Promise<unknown[]> => {
    const { kind, error } = await webhook.send({ url, secrets: [secret] }, [event('e1')], never);
    return [kind, error?.code];
  };

  it.each([
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/',
    'https://100.100.100.200/',
    'https://0/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://[64:ff9b::7f00:1]/',
    'http://127.0.0.1/',
    'https://１２７.0.0.1/',
  ])('%s is refused without connecting', async (url) => {
    expect(await outcome(url)).toEqual(['gone', 'DELIVERY_ADDRESS']);
  });

  it.each([
    ['http://subscriber.example/', 'DELIVERY_PLAIN_HTTP'],
    ['http://8.8.8.8/', 'DELIVERY_PLAIN_HTTP'],
    ['https://user:secret@subscriber.example/', 'DELIVERY_URL'],
    ['ftp://subscriber.example/', 'DELIVERY_URL'],
    ['file:///etc/passwd', 'DELIVERY_URL'],
    ['subscriber.example', 'DELIVERY_URL'],
    ['', 'DELIVERY_URL'],
    [`https://subscriber.example/${'x'.repeat(2048)}`, 'DELIVERY_URL'],
  ])('%s is refused as %s', async (url, code) => {
    expect(await outcome(url)).toEqual(['gone', code]);
    expect(guarded().check({ url, secrets: [secret] })).toMatchObject([{ code }]);
  });

  it('is refused behind a name, without connecting', async () => {
    const server = await started(receiver(answering(200)));
    expect(await outcome(`https://localhost:${server.port}/`)).toEqual(['retry', 'DELIVERY_ADDRESS']);
    expect(await outcome(`http://localhost:${server.port}/`)).toEqual(['retry', 'DELIVERY_ADDRESS']);
    expect(server.connections()).toBe(0);
  });

  it('is refused when it is one of several of a name', async () => {
    const resolve = jest.fn<NonNullable<WebhookOptions['resolve']>>((_host, _options, done) =>
      done(null, [
        { address: '223.5.5.5', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]),
    );
    expect(await outcome('https://subscriber.example/', guarded({ resolve }))).toEqual([
      'retry',
      'DELIVERY_ADDRESS',
    ]);
    expect(resolve).toHaveBeenCalledTimes(1);
  });

  it('is refused by plain http even where its network is allowed', async () => {
    const networks = parseNetworks(['10.0.0.0/8']);
    if (!networks.ok) throw new Error('refused');
    expect(await outcome('http://10.0.0.7/', guarded({ allowNetworks: networks.value }))).toEqual([
      'gone',
      'DELIVERY_PLAIN_HTTP',
    ]);
  });

  it('says that a name does not exist', async () => {
    expect(await outcome('https://subscriber.invalid/')).toEqual(['retry', 'DELIVERY_DNS']);
  });

  it('never shows the path, the query or a secret in a fault', async () => {
    const server = await started(receiver(answering(500)));
    const shown = JSON.stringify(await channel().send(to(server), [event('e1')], never));
    expect(shown).not.toMatch(/kept-secret|\/hook|whsec|webhook-signature/);
  });

  it('is found out when it is set up, with a bad secret too', () => {
    const faults = guarded().check({ url: 'https://192.168.0.1/', secrets: ['whsec_short'] });
    expect(faults.map(({ code }) => code)).toEqual(['DELIVERY_ADDRESS', 'EVIDENCE_WEBHOOK_SECRET']);
    expect(guarded().check({ url: 'https://subscriber.example/hook', secrets: [secret] })).toEqual([]);
  });
});
