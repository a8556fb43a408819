import { fail, ok, type Result } from '#kernel';
import { isFeedPage, type CloudEvent, type FeedPage } from './answers.js';
import type { HubConnection } from './connection.js';
import type { Problem } from './problem.js';

export interface FeedOptions {
  /** Cursor to go on from; `start` (default): the first event kept; `end`: what comes from now on. */
  readonly after?: string;
  /** Ends the reading, in order and without a problem. */
  readonly signal?: AbortSignal | undefined;
  /**
   * What to do when the hub keeps what came after the cursor no more (410): `stop` (default) gives the problem, whose
   * `restart` is the cursor of the oldest event that is kept; `restart` goes on from there, the first event having
   * `gap: true`.
   */
  readonly onExpired?: 'stop' | 'restart';
}

export interface PageOptions extends FeedOptions {
  /** Events asked for at once, 1 to 1,000. Default 100. */
  readonly limit?: number;
  /** Seconds to wait for an event at the end of the feed, 0 to 30; with 0 the reading ends there. Default 20. */
  readonly wait?: number;
}

/** 事件与续读位置 · An event, and where to go on once it is dealt with. */
export interface FeedEvent {
  readonly event: CloudEvent;
  /**
   * Keep it when the event is dealt with: reading on from it misses nothing. By page, the events of one page but the
   * last have the cursor of the page before, so a few may come again; in a stream each has its own.
   */
  readonly cursor: string;
  /** Events before this one are kept no more and were not given. */
  readonly gap?: true;
}

/**
 * The cursor that `after` stands for once it is `end`: asked for without a wait and one event at a time, so that an
 * event which comes meanwhile has a cursor of its own before it.
 */
export function endOf(
  hub: HubConnection,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Result<FeedPage, Problem>> {
  return page(hub, id, { after: 'end', limit: 1, wait: 0, signal });
}

/** A mailbox by cursor, as long as the caller reads. @see TongguanClient.events */
export async function* readFeed(
  hub: HubConnection,
  id: string,
  options: PageOptions,
): AsyncGenerator<Result<FeedEvent, Problem>, void, undefined> {
  const { signal, onExpired = 'stop', wait: asked = 20 } = options;
  const limit = Math.min(1000, Math.max(1, options.limit ?? 100));
  const wait = Math.min(30, Math.max(0, asked));
  let after = options.after ?? 'start';
  let gap = false;
  while (!signal?.aborted) {
    const read =
      after === 'end' ? await endOf(hub, id, signal) : await page(hub, id, { after, limit, wait, signal });
    if (!read.ok) {
      if (signal?.aborted) return;
      const { restart } = read.error;
      if (restart === undefined || onExpired === 'stop') return yield fail(read.error);
      gap = true;
      after = restart;
      continue;
    }
    const { events, cursor } = read.value;
    for (const [at, event] of events.entries()) {
      yield ok({
        event,
        cursor: at === events.length - 1 ? cursor : after,
        ...(gap ? { gap: true as const } : {}),
      });
      gap = false;
      if (signal?.aborted) return;
    }
    const pinned = after === 'end';
    after = cursor;
    if (wait === 0 && !pinned && !read.value.more) return;
  }
}

interface Wanted {
  readonly after: string;
  readonly limit: number;
  readonly wait: number;
  readonly signal: AbortSignal | undefined;
}

const page = (
  hub: HubConnection,
  id: string,
  { after, limit, wait, signal }: Wanted,
): Promise<Result<FeedPage, Problem>> =>
  hub.askFor(
    {
      path: `/v1/feeds/${encodeURIComponent(id)}`,
      query: { after, limit, wait: wait === 0 ? undefined : wait },
      wait,
      repeatable: true,
      signal,
    },
    isFeedPage,
  );
