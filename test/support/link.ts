import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line between two processes that a test can cut: whatever passes it is plain TCP. */
export class Link {
  readonly #sockets = new Set<Socket>();
  #whole = true;
  #cutAfter: number | undefined;
  #swallows = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @param target port of the far end on this machine */
  static async to(target: () => number): Promise<Link> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const link = new Link(server, address.port);
    server.on('connection', (near) => link.join(near, target()));
    links.add(link);
    return link;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Nothing passes any more, and what is under way is lost. */
  cut(): void {
    this.#whole = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Once so many bytes have come back from the far end, of all connections from now. */
  cutAfterAnswers(bytes: number): void {
    this.#cutAfter = bytes;
  }

  /** Questions get there and nothing comes back, on connections that stay open: whoever asked waits. */
  swallowAnswers(): void {
    this.#swallows = true;
  }

  heal(): void {
    // What was swallowed is missing on its connection for good.
    if (this.#swallows) for (const socket of this.#sockets) socket.destroy();
    this.#swallows = false;
    this.#whole = true;
    this.#cutAfter = undefined;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, port: number): void {
    if (!this.#whole) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      if (this.#swallows) return;
      if (this.#cutAfter !== undefined && (this.#cutAfter -= chunk.length) <= 0) this.cut();
      else near.write(chunk);
    });
  }
}

const links = new Set<Link>();

export async function endLinks(): Promise<void> {
  await Promise.all([...links].map((link) => link.close()));
  links.clear();
}
