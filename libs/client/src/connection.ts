import { fail, ok, type Json, type Result } from '#kernel';
import { chunksOf } from './chunks.js';
import { clientFaults } from './faults.js';
import { problemOf, readProblem, type Problem } from './problem.js';
import { delayAfter, isPassing, secondsOf, standardRetry, waited, type RetryPolicy } from './retry.js';

export interface ConnectionOptions {
  /** 枢纽地址 · The hub: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** 访问密钥 · Access key: `tg_…`. */
  readonly key: string;
  readonly retry?: Partial<RetryPolicy>;
  /** Milliseconds for an answer, beside what the hub is asked to wait. Default 30,000. */
  readonly requestMs?: number;
  /** Bytes of an answer at most. Default 64 MiB. */
  readonly answerBytes?: number;
  /** Language of `title` and `detail` of problems. Default `zh`. */
  readonly language?: 'zh' | 'en';
  /** Another `fetch`, such as one that goes through a proxy. */
  readonly fetch?: typeof fetch;
}

export interface HubRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Seconds that the hub is asked to wait, for which this side waits too. */
  readonly wait?: number;
  /** Doing it twice is the same as doing it once: tried again also when nobody knows whether it was done. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface HubAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Requests to one hub with one key, each bounded in time and size and tried again where that may help. */
export class HubConnection {
  readonly retry: RetryPolicy;
  private readonly requestMs: number;
  private readonly answerBytes: number;
  private readonly fetch: typeof fetch;

  constructor(private readonly options: ConnectionOptions) {
    this.retry = { ...standardRetry, ...options.retry };
    this.requestMs = options.requestMs ?? 30_000;
    this.answerBytes = options.answerBytes ?? 64 * 1024 * 1024;
    this.fetch = options.fetch ?? ((...what) => fetch(...what));
  }

  /** Asks until there is an answer, a refusal, or no attempt left. */
  async ask(request: HubRequest): Promise<Result<HubAnswer, Problem>> {
    for (let failures = 1; ; failures++) {
      const answer = await this.once(request);
      if (answer.ok) return answer;
      const problem = answer.error;
      const again = request.repeatable ? isPassing(problem) : problem.status === 429;
      const delay = again ? this.delay(failures, problem) : undefined;
      if (delay === undefined) return answer;
      if (!(await waited(delay, request.signal))) return fail(cancelled());
    }
  }

  /** Asks for JSON of a shape. */
  async askFor<T extends Json>(
    request: HubRequest,
    isIt: (body: unknown) => body is T,
  ): Promise<Result<T, Problem>> {
    const answer = await this.ask(request);
    if (!answer.ok) return answer;
    const { body, status } = answer.value;
    return isIt(body) ? ok(body) : fail(this.unreadable(status, JSON.stringify(body)));
  }

  /** Milliseconds until the next attempt; undefined: no more. */
  delay(failures: number, problem: Problem): number | undefined {
    return delayAfter(failures, this.retry, Math.random(), problem.retryAfter);
  }

  /** One attempt. */
  private async once(request: HubRequest): Promise<Result<HubAnswer, Problem>> {
    const patience = AbortSignal.timeout(this.requestMs + (request.wait ?? 0) * 1000);
    const response = await this.open(request, patience);
    if (!response.ok) return response;
    try {
      return await this.answerOf(response.value, [patience, request.signal]);
    } catch (error) {
      return fail(this.broken(error, patience, request.signal));
    }
  }

  /** A response whose body is not read yet. @param limit ends the request, its body too, when it takes too long */
  async open(request: HubRequest, limit: AbortSignal): Promise<Result<Response, Problem>> {
    const { method = 'GET', headers, body, signal } = request;
    if (signal?.aborted) return fail(cancelled());
    try {
      const response = await this.fetch(this.urlOf(request), {
        method,
        headers: {
          authorization: `Bearer ${this.options.key}`,
          'accept-language': this.options.language ?? 'zh',
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      return ok(response);
    } catch (error) {
      return fail(this.broken(error, limit, signal));
    }
  }

  /** The answer that a response is, read as far as the limit allows. @param signals each of which ends it */
  async answerOf(
    response: Response,
    signals: readonly (AbortSignal | undefined)[],
  ): Promise<Result<HubAnswer, Problem>> {
    const { status, headers } = response;
    const text = await textWithin(response, this.answerBytes, signals);
    if (text === undefined)
      return fail(
        problemOf(
          clientFaults.make('CLIENT_ANSWER_TOO_LARGE', {
            values: { url: this.options.url, limit: this.answerBytes },
          }),
        ),
      );
    const body = text === '' ? {} : parsed(text);
    if (response.ok && body !== undefined) return ok({ status, headers, body });
    const retryAfter = secondsOf(headers.get('retry-after'), Date.now());
    const problem = response.ok ? undefined : readProblem(body, status, retryAfter);
    return fail(problem ?? this.unreadable(status, text, retryAfter));
  }

  /** An answer that no hub gives; a proxy that says "not now" is believed. */
  unreadable(status: number, text: string, retryAfter?: number): Problem {
    const values = { url: this.options.url, status, start: text.slice(0, 200) };
    const problem = problemOf(clientFaults.make('CLIENT_ANSWER_UNREADABLE', { values }));
    return {
      ...problem,
      status: status >= 400 ? status : 500,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }

  /** What was thrown by fetch, or while the body was read. */
  broken(error: unknown, limit: AbortSignal, signal: AbortSignal | undefined): Problem {
    if (signal?.aborted) return cancelled();
    const { url } = this.options;
    if (limit.aborted)
      return problemOf(
        clientFaults.make('CLIENT_TIMED_OUT', { values: { url, seconds: this.requestMs / 1000 } }),
      );
    const values = { url, reason: reasonOf(error) };
    return problemOf(clientFaults.make('CLIENT_UNREACHABLE', { values }));
  }

  private urlOf({ path, query = {} }: HubRequest): string {
    const url = new URL(`${this.options.url.replace(/\/+$/, '')}${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  }
}

const cancelled = (): Problem => problemOf(clientFaults.make('CLIENT_CANCELLED'));

/** What fetch says is "fetch failed"; why is in its cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

async function textWithin(
  response: Response,
  limit: number,
  signals: readonly (AbortSignal | undefined)[],
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return '';
  for await (const chunk of chunksOf(response.body, signals)) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
