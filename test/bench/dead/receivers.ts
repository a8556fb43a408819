import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Receivers that hold a hub up as far as it lets itself be held up. */
export interface BadReceivers {
  /** Nothing listens there any more: connections are refused. */
  readonly refusing: readonly string[];
  /** Connections are taken, and nothing is ever read or answered. */
  readonly silent: readonly string[];
  /** Answers each request with success, after a while. */
  readonly slow: string;
  /** Connections to those that say nothing, and requests to the slow one, so far. */
  readonly tried: () => { readonly silent: number; readonly slow: number };
  close(): Promise<void>;
}

const REFUSING = 5;
const SILENT = 5;
export const slowMs = 10_000;

export async function startBadReceivers(): Promise<BadReceivers> {
  const tried = { silent: 0, slow: 0 };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const silent = await Promise.all(
    Array.from({ length: SILENT }, () =>
      listening(
        createServer({ pauseOnConnect: true }, (socket) => {
          tried.silent++;
          keep(socket);
        }),
      ),
    ),
  );
  const slow = createHttpServer((request, response) => {
    tried.slow++;
    request.resume();
    setTimeout(() => response.writeHead(204).end(), slowMs).unref();
  });
  slow.on('connection', keep);
  await listening(slow);
  return {
    refusing: await Promise.all(Array.from({ length: REFUSING }, freePort)),
    silent: silent.map(urlOf),
    slow: urlOf(slow),
    tried: () => ({ ...tried }),
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([...silent, slow].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function listening<S extends Server>(server: S): Promise<S> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const urlOf = (server: Server | HttpServer): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

async function freePort(): Promise<string> {
  const server = await listening(createServer());
  const url = urlOf(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}
