import { rawReceiver, receiver, type Receiver } from './testing/receiver.js';
import { answering, channel, closeAll, event, never, settled, started, to } from './testing/webhook-setup.js';
import type { WebhookOptions } from './webhook.js';

afterEach(closeAll);

describe('a receiver that misbehaves', () => {
  const outcomeOf = async (
    server: Receiver,
    options: Partial<WebhookOptions> = {},
  ): Promise<{ kind: string; code: string | undefined; ms: number; responseHead?: string }> => {
    const { error, ...outcome } = await channel(options).send(to(server), [event('e1')], never);
    return { ...outcome, code: error?.code };
  };

  it('by not answering is given up after the time-out', async () => {
    const server = await started(receiver(() => undefined));
    expect(await outcomeOf(server, { timeoutMs: 100 })).toMatchObject({
      kind: 'retry',
      code: 'DELIVERY_TIMEOUT',
    });
  });

  it('by not answering is given up after its own time-out when that is shorter', async () => {
    const server = await started(receiver(() => undefined));
    const outcome = await channel().send(to(server, { timeoutMs: 100 }), [event('e1')], never);
    expect(outcome.error).toMatchObject({ code: 'DELIVERY_TIMEOUT', values: { ms: 100 } });
  });

  it('by not answering at all times out also while others wait for its connections', async () => {
    const server = await started(receiver(() => undefined));
    const webhook = channel({ timeoutMs: 200, socketsPerHost: 1 });
    const all = await Promise.all([1, 2, 3].map(() => webhook.send(to(server), [event('e1')], never)));
    expect(all.map(({ error }) => error?.code)).toEqual(Array(3).fill('DELIVERY_TIMEOUT'));
  });

  it('by dripping its headers is given up after the time-out', async () => {
    const server = await started(
      rawReceiver((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const drip = setInterval(() => socket.write('x: y\r\n'), 20);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    expect(await outcomeOf(server, { timeoutMs: 200 })).toMatchObject({
      kind: 'retry',
      code: 'DELIVERY_TIMEOUT',
    });
  });

  it('by dripping its body has taken the event, and loses its connection', async () => {
    const server = await started(
      receiver((_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(drip));
      }),
    );
    const outcome = await outcomeOf(server, { bodyMs: 150 });
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(outcome.responseHead).toMatch(/^\.+$/);
    await settled(() => server.open() === 0);
  });

  it('by a body of 5 MB has the beginning kept and the connection closed', async () => {
    const server = await started(receiver(answering(500, {}, 'x'.repeat(5_000_000))));
    const outcome = await outcomeOf(server);
    expect(outcome).toMatchObject({ kind: 'retry', code: 'DELIVERY_BUSY', responseHead: 'x'.repeat(4_096) });
    await settled(() => server.open() === 0);
  });

  it('by a body without end can send no more than the buffers of the connection hold', async () => {
    let megabytes = 0;
    const server = await started(
      receiver((_, response) => {
        const more = (): void => {
          megabytes++;
          if (!response.write(Buffer.alloc(1_000_000))) response.once('drain', more);
        };
        more();
      }),
    );
    expect(await outcomeOf(server, { bodyMs: 60_000 })).toMatchObject({ kind: 'delivered' });
    await settled(() => server.open() === 0);
    expect(megabytes).toBeLessThan(50);
  });

  it('by a body that is no text has it made text', async () => {
    const server = await started(
      receiver((_, response) => void response.end(Buffer.from([0x61, 0, 0xff, 0x62]))),
    );
    expect((await outcomeOf(server)).responseHead).toBe('a\ufffd\ufffdb');
  });

  it('by resetting the connection before it answers is tried again later', async () => {
    const server = await started(receiver((request) => void request.socket.resetAndDestroy()));
    expect(await outcomeOf(server)).toMatchObject({ kind: 'retry', code: 'DELIVERY_RESET' });
    expect(server.received).toHaveLength(1);
  });

  it('by resetting in the middle of its answer has answered', async () => {
    const server = await started(
      receiver((request, response) => {
        response
          .writeHead(200, { 'content-length': '100' })
          .write('half', () => request.socket.resetAndDestroy());
      }),
    );
    expect(await outcomeOf(server)).toMatchObject({ kind: 'delivered' });
  });

  it('by answering before it has read all has answered', async () => {
    const server = await started(
      rawReceiver((socket) =>
        socket.end('HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
      ),
    );
    const outcome = await channel().send(to(server), [event('e1', 'x'.repeat(5_000_000))], never);
    expect(outcome).toMatchObject({ kind: 'dead-letter', status: 413 });
  });

  it('by speaking no HTTP is tried again later', async () => {
    const server = await started(rawReceiver((socket) => socket.end("UNB+UNOC:3'\r\n")));
    expect(await outcomeOf(server)).toMatchObject({ kind: 'retry', code: 'DELIVERY_PROTOCOL' });
  });

  it('by not being there is tried again later', async () => {
    const server = await receiver(answering(200));
    await server.close();
    expect(await outcomeOf(server)).toMatchObject({ kind: 'retry', code: 'DELIVERY_REFUSED' });
  });
});

describe('an attempt that this node interrupts', () => {
  it('ends at once and is nobody’s failure', async () => {
    const server = await started(receiver(() => undefined));
    const stopping = new AbortController();
    const sent = channel({ timeoutMs: 60_000 }).send(to(server), [event('e1')], stopping.signal);
    await settled(() => server.received.length === 1);
    stopping.abort();
    expect(await sent).toMatchObject({ kind: 'retry', error: { code: 'DELIVERY_INTERRUPTED' } });
  });

  it('does not begin when the node is stopping already', async () => {
    const server = await started(receiver(answering(200)));
    expect(await channel().send(to(server), [event('e1')], AbortSignal.abort())).toMatchObject({
      error: { code: 'DELIVERY_INTERRUPTED' },
    });
    expect(server.received).toHaveLength(0);
  });
});
