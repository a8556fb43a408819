import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Connections that nobody has asked anything on yet, as browsers and pools open them ahead. To the server they count
 * as requests on their way: one that is told to close would wait for them.
 */
export class UnusedConnections {
  private readonly unused = new Set<Socket>();
  private ended = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      if (this.ended) return void socket.destroy();
      this.unused.add(socket);
      socket.once('close', () => this.unused.delete(socket));
    });
    server.on('request', ({ socket }) => this.unused.delete(socket));
  }

  /** Ends those that there are, and from now on all that come. */
  end(): void {
    this.ended = true;
    for (const socket of this.unused) socket.destroy();
  }
}
