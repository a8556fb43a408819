import { fail, ok, type Result } from '#kernel';
import { isCloudEvent, isObject } from './answers.js';
import { chunksOf } from './chunks.js';
import type { HubConnection } from './connection.js';
import { endOf, type FeedEvent, type FeedOptions } from './feed.js';
import type { Problem } from './problem.js';
import { isPassing, waited } from './retry.js';
import { ServerSentEvents, type ServerSentEvent } from './server-sent-events.js';

export interface StreamOptions extends FeedOptions {
  /** Milliseconds without a sign of life, which the hub gives every ten seconds, until it is connected anew. Default 45,000. */
  readonly silenceMs?: number;
  /** Called when this reader is more than a thousand events behind. */
  readonly onLag?: (behind: number) => void;
}

/** A connection that gave nothing and lived no longer than this counts as a failure. */
const steadyMs = 5_000;
/** Milliseconds before a stream that ended in order is opened again, when the hub does not say. */
const reopenMs = 2_000;
const reopenMostMs = 60_000;

/** A mailbox as it fills, over connections that come and go. @see TongguanClient.stream */
export async function* readStream(
  hub: HubConnection,
  id: string,
  options: StreamOptions,
): AsyncGenerator<Result<FeedEvent, Problem>, void, undefined> {
  const { signal, onExpired = 'stop' } = options;
  let at = options.after ?? 'start';
  let gap = false;
  if (at === 'end') {
    // Once it is known where the end was, a connection that is lost before the first event loses none.
    const end = await endOf(hub, id, signal);
    if (!end.ok) return signal?.aborted ? undefined : yield fail(end.error);
    at = end.value.cursor;
    const [event] = end.value.events;
    if (event) yield ok({ event, cursor: at });
  }
  for (let failures = 0; !signal?.aborted;) {
    const began = performance.now();
    const connection = new StreamConnection(hub, id, options);
    for await (const { event, cursor } of connection.events(at)) {
      at = cursor;
      failures = 0;
      yield ok({ event, cursor, ...(gap ? { gap: true as const } : {}) });
      gap = false;
      if (signal?.aborted) return;
    }
    if (signal?.aborted) return;
    const { problem } = connection;
    if (problem?.restart !== undefined && onExpired === 'restart') {
      at = problem.restart;
      gap = true;
      continue;
    }
    if (problem && !isPassing(problem)) return yield fail(problem);
    failures = performance.now() - began > steadyMs ? 1 : failures + 1;
    const delay = problem ? hub.delay(failures, problem) : connection.reopenMs;
    if (delay === undefined) return yield fail(problem ?? hub.unreadable(503, ''));
    if (!(await waited(delay, signal))) return;
  }
}

/** One connection: gives events until it ends, and then knows why. */
class StreamConnection {
  /** Absent: the hub ended it in order. */
  problem: Problem | undefined;
  reopenMs = reopenMs;

  constructor(
    private readonly hub: HubConnection,
    private readonly id: string,
    private readonly options: StreamOptions,
  ) {}

  async *events(at: string): AsyncGenerator<FeedEvent, void, undefined> {
    const silence = new Silence(this.options.silenceMs ?? 45_000);
    try {
      const { signal } = this.options;
      const path = `/v1/feeds/${encodeURIComponent(this.id)}/stream`;
      const headers = { accept: 'text/event-stream', ...(at === 'start' ? {} : { 'last-event-id': at }) };
      const response = await this.hub.open({ path, headers, repeatable: true, signal }, silence.signal);
      if (!response.ok) this.problem = response.error;
      else if (response.value.status !== 200 || !response.value.body) {
        const answer = await this.hub.answerOf(response.value, [silence.signal, signal]);
        this.problem = answer.ok ? this.hub.unreadable(answer.value.status, '') : answer.error;
      } else yield* this.read(response.value.body, silence);
    } catch (error) {
      this.problem = this.hub.broken(error, silence.signal, this.options.signal);
    } finally {
      silence.end();
    }
  }

  private async *read(
    body: ReadableStream<Uint8Array>,
    silence: Silence,
  ): AsyncGenerator<FeedEvent, void, undefined> {
    const parser = new ServerSentEvents();
    const decoder = new TextDecoder();
    for await (const chunk of chunksOf(body, [silence.signal, this.options.signal])) {
      silence.over();
      const events = parser.push(decoder.decode(chunk, { stream: true }));
      if (!events) {
        this.problem = this.hub.unreadable(200, 'an event without end');
        return;
      }
      this.reopenMs = Math.min(reopenMostMs, parser.retryMs ?? reopenMs);
      for (const one of events) {
        // While the caller is busy nothing is read, and that is not the silence of the hub.
        silence.pause();
        const given = this.eventOf(one);
        if (given) yield given;
        if (this.problem) return;
      }
      silence.over();
    }
  }

  private eventOf({ id, type, data }: ServerSentEvent): FeedEvent | undefined {
    const value = parsed(data);
    if (type === 'lag' && isObject(value)) {
      this.options.onLag?.(Number(value['behind']));
      return undefined;
    }
    if (type !== 'message') return undefined;
    if (isCloudEvent(value)) return { event: value, cursor: id };
    this.problem = this.hub.unreadable(200, data);
    return undefined;
  }
}

/** Ends a connection on which nothing is heard. */
class Silence {
  private readonly control = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ms: number) {
    this.over();
  }

  get signal(): AbortSignal {
    return this.control.signal;
  }

  over(): void {
    this.pause();
    this.timer = setTimeout(() => this.control.abort(), this.ms);
  }

  pause(): void {
    clearTimeout(this.timer);
  }

  /** Also what is left of the connection: nobody reads it any more. */
  end(): void {
    this.pause();
    this.control.abort();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
