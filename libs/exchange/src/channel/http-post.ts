import type { Agent as HttpAgent } from 'node:http';
import {
  request as requestPlain,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';

export interface Post {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
  readonly agent: HttpAgent;
  readonly lookup: LookupFunction;
  /** From now until the status must be here. */
  readonly timeoutMs: number;
  /** From the status until the body is no longer waited for. */
  readonly bodyMs: number;
  /** Bytes of the answer's body that are kept; an answer with more has its connection closed. */
  readonly keepBytes: number;
  /** Headers of the answer that are kept, by their lower-case names. */
  readonly keepHeaders?: readonly string[];
  readonly signal: AbortSignal;
}

export type Answer =
  | {
      readonly status: number;
      readonly retryAfter: string | undefined;
      readonly head: Buffer;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly error: NodeJS.ErrnoException };

export class TimedOut extends Error {}
export class Interrupted extends Error {}

/** Connections that were closed while idle: the receiver has seen nothing, or the same id comes to it again. */
const closedWhileIdle = new Set(['ECONNRESET', 'EPIPE']);

/**
 * One POST. The status decides, so whatever happens to the body after it (dripping, endless, cut) changes nothing.
 * Never rejects. A kept connection that turns out to be closed is replaced once, within the same time.
 */
export async function post(given: Post): Promise<Answer> {
  const started = performance.now();
  const first = await attempt(given);
  if (!('error' in first) || !first.onKeptConnection || !closedWhileIdle.has(first.error.code ?? ''))
    return first;
  return attempt({ ...given, timeoutMs: Math.max(1, given.timeoutMs - (performance.now() - started)) });
}

type AttemptAnswer =
  | Exclude<Answer, { error: unknown }>
  | { readonly error: NodeJS.ErrnoException; readonly onKeptConnection: boolean };

function attempt(given: Post): Promise<AttemptAnswer> {
  return new Promise((resolve) => {
    const options: RequestOptions = {
      method: 'POST',
      headers: given.headers,
      agent: given.agent,
      lookup: given.lookup,
    };
    const request = (given.url.protocol === 'https:' ? requestSecure : requestPlain)(given.url, options);
    const interrupt = (): unknown => request.destroy(new Interrupted());
    const timer = setTimeout(() => request.destroy(new TimedOut()), given.timeoutMs);
    const settle = (answer: AttemptAnswer): void => {
      clearTimeout(timer);
      given.signal.removeEventListener('abort', interrupt);
      resolve(answer);
    };
    given.signal.addEventListener('abort', interrupt);
    let answered = false;
    request.on('error', (error) => {
      if (!answered) settle({ error, onKeptConnection: request.reusedSocket });
    });
    request.on('response', (response) => {
      answered = true;
      clearTimeout(timer);
      const { statusCode: status = 0, headers } = response;
      void readHead(response, given).then((head) =>
        settle({ status, retryAfter: headers['retry-after'], head, ...keptHeaders(headers, given) }),
      );
    });
    if (given.signal.aborted) interrupt();
    request.end(given.body);
  });
}

function keptHeaders(
  headers: IncomingHttpHeaders,
  { keepHeaders }: Post,
): { headers?: Record<string, string> } {
  if (!keepHeaders) return {};
  const kept = keepHeaders.map((name) => [name, headers[name]] as const);
  return {
    headers: Object.fromEntries(
      kept.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
  };
}

/** The beginning of the body. The connection is kept only if the body ended in time and within bounds. */
function readHead(response: IncomingMessage, { keepBytes, bodyMs }: Post): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (): void => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    };
    const timer = setTimeout(() => response.destroy(), bodyMs);
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk.subarray(0, keepBytes - size));
      size = Math.min(keepBytes, size + chunk.length);
      if (size === keepBytes) response.destroy();
    });
    response.on('end', settle);
    response.on('error', settle);
    response.on('close', settle);
  });
}
