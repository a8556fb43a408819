import { Webhook } from 'standardwebhooks';
import { newWebhookSecret } from '#evidence';
import { receiver, type Received } from './testing/receiver.js';
import { answering, channel, closeAll, event, never, secret, started, to } from './testing/webhook-setup.js';

afterEach(closeAll);

const verified = (received: Received | undefined, by = secret): unknown => {
  const headers = Object.fromEntries(
    Object.entries(received?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  return new Webhook(by).verify(received?.body ?? '', headers);
};

describe('a delivery', () => {
  it('is one CloudEvent that the reference library verifies', async () => {
    const server = await started(receiver(answering(200, {}, 'taken')));
    const outcome = await channel().send(to(server), [event('e1')], never);
    expect(outcome).toEqual({
      kind: 'delivered',
      status: 200,
      responseHead: 'taken',
      request: expect.stringMatching(
        /^POST http:\/\/127\.0\.0\.1:\d+\/…\n(.+\n)+webhook-id: e1\nwebhook-timestamp: \d+$/,
      ),
      ms: expect.any(Number),
    });
    const [received] = server.received;
    expect(received).toMatchObject({
      method: 'POST',
      path: '/hook?token=kept-secret',
      headers: {
        'content-type': 'application/cloudevents+json',
        'webhook-id': 'e1',
        'content-length': String(Buffer.byteLength(event('e1').body)),
      },
    });
    expect(verified(received)).toEqual(JSON.parse(event('e1').body));
  });

  it('is a JSON array to a destination with batches, under an id that the same events have again', async () => {
    const server = await started(receiver(answering(204)));
    const destination = to(server, { batch: 10 });
    const webhook = channel();
    for (const ids of [['a', 'b'], ['a', 'b'], ['a'], ['b', 'a']])
      await webhook.send(
        destination,
        ids.map((id) => event(id)),
        never,
      );
    const [one, again, single, turned] = server.received;
    expect(one?.headers['content-type']).toBe('application/cloudevents-batch+json');
    expect(verified(one)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
    expect(verified(single)).toMatchObject([{ id: 'a' }]);
    expect(again?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
    expect(new Set([one, single, turned].map((each) => each?.headers['webhook-id'])).size).toBe(3);
  });

  it('has the time of its attempt and the id of its content', async () => {
    const server = await started(receiver(answering(500)));
    let now = Date.now();
    const webhook = channel({ now: () => now });
    await webhook.send(to(server), [event('e1')], never);
    now += 90_000;
    await webhook.send(to(server), [event('e1')], never);
    const [first, second] = server.received.map(({ headers }) => headers);
    expect(second?.['webhook-id']).toBe(first?.['webhook-id']);
    expect(Number(second?.['webhook-timestamp']) - Number(first?.['webhook-timestamp'])).toBe(90);
    expect(second?.['webhook-signature']).not.toBe(first?.['webhook-signature']);
  });

  it('is signed with both secrets while one replaces the other', async () => {
    const server = await started(receiver(answering(200)));
    const next = newWebhookSecret();
    await channel().send(to(server, { secrets: [next, secret] }), [event('e1')], never);
    expect(verified(server.received[0], secret)).toMatchObject({ id: 'e1' });
    expect(verified(server.received[0], next)).toMatchObject({ id: 'e1' });
    expect(() => verified(server.received[0], newWebhookSecret())).toThrow();
  });

  it('reuses its connection', async () => {
    const server = await started(receiver(answering(200, {}, 'ok')));
    const webhook = channel();
    for (let at = 0; at < 5; at++) await webhook.send(to(server), [event(`e${at}`)], never);
    expect(server.received).toHaveLength(5);
    expect(server.connections()).toBe(1);
  });

  it('goes over a new connection when the kept one was closed meanwhile', async () => {
    const server = await started(receiver(answering(200)));
    const webhook = channel();
    await webhook.send(to(server), [event('e1')], never);
    server.cut();
    expect((await webhook.send(to(server), [event('e2')], never)).kind).toBe('delivered');
  });

  it('opens no more connections to one host than allowed', async () => {
    const server = await started(receiver((_, response) => void setTimeout(() => response.end(), 20)));
    const webhook = channel({ socketsPerHost: 2 });
    const sent = Array.from({ length: 10 }, (_, at) => webhook.send(to(server), [event(`e${at}`)], never));
    expect((await Promise.all(sent)).every(({ kind }) => kind === 'delivered')).toBe(true);
    expect(server.connections()).toBe(2);
  });

  it('refuses to send nothing, or more than the destination takes', async () => {
    const server = await started(receiver(answering(200)));
    await expect(channel().send(to(server), [], never)).rejects.toThrow('0 events');
    await expect(channel().send(to(server), [event('a'), event('b')], never)).rejects.toThrow('2 events');
  });
});

describe('a status', () => {
  it.each([
    [200, 'delivered', undefined],
    [201, 'delivered', undefined],
    [204, 'delivered', undefined],
    [301, 'gone', 'DELIVERY_MOVED'],
    [302, 'retry', 'DELIVERY_REDIRECT'],
    [304, 'retry', 'DELIVERY_REDIRECT'],
    [307, 'retry', 'DELIVERY_REDIRECT'],
    [308, 'gone', 'DELIVERY_MOVED'],
    [400, 'dead-letter', 'DELIVERY_UNACCEPTED'],
    [401, 'dead-letter', 'DELIVERY_UNACCEPTED'],
    [404, 'dead-letter', 'DELIVERY_UNACCEPTED'],
    [408, 'retry', 'DELIVERY_BUSY'],
    [410, 'gone', 'DELIVERY_GONE'],
    [413, 'dead-letter', 'DELIVERY_UNACCEPTED'],
    [422, 'dead-letter', 'DELIVERY_UNACCEPTED'],
    [425, 'retry', 'DELIVERY_BUSY'],
    [429, 'retry', 'DELIVERY_BUSY'],
    [500, 'retry', 'DELIVERY_BUSY'],
    [503, 'retry', 'DELIVERY_BUSY'],
    [599, 'retry', 'DELIVERY_BUSY'],
  ])('%i is %s', async (status, kind, code) => {
    const server = await started(receiver(answering(status, { location: 'http://127.0.0.1:1/elsewhere' })));
    const outcome = await channel().send(to(server), [event('e1')], never);
    expect(outcome).toMatchObject({ kind, status });
    expect(outcome.error?.code).toBe(code);
    expect(server.received).toHaveLength(1);
  });

  const now = Date.UTC(2026, 5, 1);
  it.each([
    ['30', 30_000],
    ['0', 0],
    ['99999999', 6 * 3_600_000],
    [new Date(now + 60_000).toUTCString(), 60_000],
    [new Date(now - 60_000).toUTCString(), 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
  ])('429 with Retry-After %s waits %s ms', async (header, expected) => {
    const server = await started(receiver(answering(429, { 'retry-after': header })));
    const outcome = await channel({ now: () => now }).send(to(server), [event('e1')], never);
    expect(outcome.retryAfterMs).toBe(expected);
  });
});
