import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface Answer {
  /** 0 when the connection broke. */
  readonly status: number;
  /** Seconds, when the server asked for patience. */
  readonly retryAfter: number | undefined;
}

/**
 * One keep-alive HTTP/1.1 connection that sends one request at a time, bytes as given. It knows of HTTP what this
 * takes: a client library costs several times as much per request, and the load shares its cores with the hub.
 */
export class Connection {
  private socket: Socket | undefined;
  private received = '';
  private answered: ((answer: Answer) => void) | undefined;

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  /** Sends a whole request, head and body; connects when there is no connection. */
  send(request: Buffer, answered: (answer: Answer) => void): void {
    this.answered = answered;
    this.received = '';
    (this.socket ??= this.open()).write(request);
  }

  close(): void {
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.take(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.socket === socket) this.socket = undefined;
      this.finish({ status: 0, retryAfter: undefined });
    });
    return socket;
  }

  private take(chunk: string): void {
    this.received += chunk;
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.received.slice(0, headEnd);
    if (!isComplete(head, this.received, headEnd + 4)) return;
    const status = Number(head.slice(9, 12));
    const retryAfter = status < 300 ? undefined : number(/\r\nretry-after: *(\d+)/i.exec(head)?.[1]);
    if (status >= 300 && /\r\nconnection: *close/i.test(head)) {
      this.socket?.destroy();
      this.socket = undefined;
    }
    this.finish({ status, retryAfter });
  }

  private finish(answer: Answer): void {
    const answered = this.answered;
    this.answered = undefined;
    answered?.(answer);
  }
}

function isComplete(head: string, received: string, bodyStart: number): boolean {
  const length = number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
  if (length !== undefined) return received.length - bodyStart >= length;
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return received.endsWith('0\r\n\r\n');
  return true;
}

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
