import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Receiver {
  readonly port: number;
  /** Requests that came in whole. */
  readonly received: Received[];
  /** Connections opened to it so far. */
  connections(): number;
  /** Connections open now. */
  open(): number;
  /** Cuts every connection, as a restart does. */
  cut(): void;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of 127.0.0.1 that answers each request, once it is whole, as told. */
export async function receiver(
  answer: RequestListener,
  tls?: { readonly certificate: string; readonly key: string },
): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(chunks) });
      answer(request, response);
    });
  };
  const server = tls
    ? createSecureServer({ cert: tls.certificate, key: tls.key }, listener)
    : createServer(listener);
  return listening(server, received);
}

/** A server that speaks no HTTP of its own: what it does with a connection is given. */
export const rawReceiver = (talk: (socket: Socket) => void): Promise<Receiver> =>
  listening(createRawServer(talk), []);

async function listening(server: Server, received: Received[]): Promise<Receiver> {
  const open = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  const cut = (): void => open.forEach((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server.address()),
    received,
    connections: () => connections,
    open: () => open.size,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (typeof address === 'object' && address) return address.port;
  throw new Error('not listening');
}
