import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
}

/**
 * Says exactly these bytes to a server and reads until it closes or has answered: for requests that no HTTP client
 * would send.
 */
export function sayRaw(
  base: string,
  parts: readonly (string | Buffer)[],
  patienceMs = 10_000,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    };
    const timer = setTimeout(finish, patienceMs);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (isWhole(text)) finish();
    });
    socket.on('error', finish);
    socket.on('close', finish);
    // In one piece: a write after the answer could fail and take the answer with it.
    socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
  });
}

/** A head and as much body as it says. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return end >= 0 && (length === undefined || text.length >= end + 4 + Number(length));
}

/**
 * Sends the same part after the other without waiting for an answer, until the server cuts the connection.
 *
 * @param most parts after which it is given up
 * @returns how many parts the server took before it cut the connection; `most` when it never did
 */
export function sendWithoutEnd(base: string, head: string, part: Buffer, most: number): Promise<number> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let taken = 0;
    const next = (): void => {
      if (taken === most) {
        resolve(taken);
        socket.destroy();
      } else socket.write(part, (error) => (error ? undefined : (taken++, next())));
    };
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(taken));
    socket.resume();
    socket.write(head, () => next());
  });
}
