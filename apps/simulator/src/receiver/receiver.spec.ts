import { request } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { startControl, startReceiver } from './index.js';
import type { Receiver, ReceiverOptions } from './index.js';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const event = (id: string, subject = 'a') => ({
  specversion: '1.0',
  id,
  type: 'Declaration',
  source: '/',
  subject,
});

let receiver: Receiver;
const start = async (options: ReceiverOptions = {}): Promise<void> => {
  receiver = await startReceiver(options);
};
afterEach(() => receiver.close());

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(receiver.url, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
const deliver = (...ids: string[]): Promise<Response> => post(JSON.stringify(ids.map((id) => event(id))));

describe('events', () => {
  it('takes one event or a batch and counts repeats once', async () => {
    await start();
    expect((await post(JSON.stringify(event('1')))).status).toBe(204);
    expect((await deliver('2', '3', '1')).status).toBe(204);
    expect(receiver.ledger.counts).toMatchObject({
      requests: 2,
      events: 4,
      distinct: 3,
      duplicates: 1,
      refused: 0,
    });
    expect(receiver.ledger.timesOf('1')).toBe(2);
    expect(receiver.ledger.ids()).toEqual(['1', '2', '3']);
  });

  it('keeps the order of each subject and counts first-time events that came too late', async () => {
    await start();
    const events = [event('1', 'a'), event('4', 'b'), event('3', 'a'), event('2', 'a'), event('1', 'a')];
    await post(JSON.stringify(events));
    expect(receiver.ledger.ids('a')).toEqual(['1', '3', '2']);
    expect(receiver.ledger.counts.inversions).toBe(1);
  });

  test.each([
    '',
    '{',
    '{}',
    '[{"specversion":"1.0","id":1,"type":"x"}]',
    '{"specversion":"0.3","id":"1","type":"x"}',
  ])('answers 400 to %j', async (body) => {
    await start();
    expect((await post(body)).status).toBe(400);
    expect(receiver.ledger.counts).toMatchObject({ malformed: 1, refused: 1, events: 0 });
  });

  it('answers 413 to a body past its limit', async () => {
    await start({ maxBody: 100 });
    expect((await deliver('1', '2')).status).toBe(413);
  });

  it('counts past the limit of what it remembers', async () => {
    await start({ remember: 2 });
    await deliver('1', '2', '3');
    expect(receiver.ledger.counts.distinct).toBe(3);
    expect(receiver.ledger.ids()).toEqual(['1', '2']);
  });
});

describe('signatures', () => {
  const signed = (body: string, key: string, at = new Date()): Record<string, string> => ({
    'webhook-id': 'batch-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign('batch-1', at, body),
  });
  const body = JSON.stringify([event('1')]);
  const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;

  test.each<[string, string, Record<string, string>, number]>([
    ['the right signature', body, signed(body, secret), 204],
    [
      'one right signature of two',
      body,
      {
        ...signed(body, secret),
        'webhook-signature': `${signed(body, other)['webhook-signature']} ${signed(body, secret)['webhook-signature']}`,
      },
      204,
    ],
    ['another secret', body, signed(body, other), 401],
    ['another body', JSON.stringify([event('2')]), signed(body, secret), 401],
    ['an old time', body, signed(body, secret, new Date(Date.now() - 3_600_000)), 401],
    ['no signature', body, {}, 401],
  ])('%s', async (_, sent, headers, status) => {
    await start({ secret });
    expect((await post(sent, headers)).status).toBe(status);
    expect(receiver.ledger.counts.events).toBe(status === 204 ? 1 : 0);
    expect(receiver.ledger.counts.badSignatures).toBe(status === 204 ? 0 : 1);
  });
});

describe('trust', () => {
  it('asks for the secret that it was told after the start', async () => {
    await start();
    expect((await deliver('1')).status).toBe(204);
    receiver.trust(secret);
    expect((await deliver('2')).status).toBe(401);
  });
});

describe('behaviours', () => {
  it('answers a status as often as told, then accepts', async () => {
    await start();
    await receiver.behave({ mode: 'error', status: 503, retryAfter: 2, times: 2 });
    const answers = [await deliver('1'), await deliver('1'), await deliver('1')];
    expect(answers.map((each) => each.status)).toEqual([503, 503, 204]);
    expect(answers[0]?.headers.get('retry-after')).toBe('2');
    expect(receiver.ledger.counts).toMatchObject({ requests: 3, refused: 2, events: 1 });
  });

  it('redirects', async () => {
    await start();
    await receiver.behave({ mode: 'redirect', location: 'http://127.0.0.1:1/' });
    const answer = await deliver('1');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'http://127.0.0.1:1/']);
  });

  it('hangs without recording, while other requests are answered', async () => {
    await start();
    await receiver.behave({ mode: 'hang', times: 1 });
    const hung = fetch(receiver.url, { method: 'POST', body: '[]', signal: AbortSignal.timeout(500) });
    await expect(hung).rejects.toThrow();
    expect((await deliver('1')).status).toBe(204);
    expect(receiver.ledger.counts).toMatchObject({ requests: 2, refused: 1, events: 1 });
  });

  it('cuts the connection without recording', async () => {
    await start();
    await receiver.behave({ mode: 'reset', times: 1 });
    await expect(fetch(receiver.url, { method: 'POST', body: '[]' })).rejects.toThrow();
    expect((await deliver('1')).status).toBe(204);
    expect(receiver.ledger.counts).toMatchObject({ requests: 2, refused: 1, events: 1 });
  });

  it('drips an answer that does not end', async () => {
    await start();
    await receiver.behave({ mode: 'drip', everyMs: 10 });
    const received = await new Promise<string>((resolve, reject) => {
      const sent = request(receiver.url, { method: 'POST' }, (response) => {
        let text = '';
        response.on('error', () => undefined);
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.length >= 5) {
            sent.destroy();
            resolve(text);
          }
        });
        response.on('end', () => reject(new Error('ended')));
      });
      sent.on('error', () => undefined);
      sent.end(JSON.stringify([event('1')]));
    });
    expect(received).toMatch(/^\.{5,}$/);
    expect(receiver.ledger.counts.events).toBe(1);
  });

  it('goes down and comes back on the same port with its counts', async () => {
    await start();
    await deliver('1');
    await receiver.behave({ mode: 'down' });
    await expect(deliver('2')).rejects.toThrow();
    await receiver.behave({ mode: 'accept' });
    expect((await deliver('2')).status).toBe(204);
    expect(receiver.ledger.counts.distinct).toBe(2);
  });
});

describe('control', () => {
  it('tells the counts and changes the behaviour over HTTP, also while the receiver is down', async () => {
    await start();
    const control = await startControl(receiver, 0);
    const put = (body: unknown): Promise<Response> =>
      fetch(`${control.url}behaviour`, { method: 'PUT', body: JSON.stringify(body) });
    await deliver('1', '2');
    expect((await put({ mode: 'down' })).status).toBe(200);
    expect(await (await fetch(`${control.url}counts`)).json()).toMatchObject({ distinct: 2 });
    expect(await (await fetch(`${control.url}ids?subject=a`)).json()).toEqual(['1', '2']);
    expect((await put({ mode: 'error', status: 500, times: 1 })).status).toBe(200);
    expect([(await deliver('3')).status, (await deliver('3')).status]).toEqual([500, 204]);
    expect([(await put({ mode: 'dance' })).status, (await put({ mode: 'redirect' })).status]).toEqual([
      422, 422,
    ]);
    expect((await fetch(control.url)).status).toBe(404);
    await control.close();
  });
});
