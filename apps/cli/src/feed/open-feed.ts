import { TongguanClient, type Events, type FeedEvent, type Problem } from '#client';
import { fail, isUuid, ok, type Fault, type Result } from '#kernel';
import { cliFaults } from '../faults.js';
import { printError } from '../terminal/print.js';

export interface FeedPlace {
  readonly url: string;
  readonly key?: string;
  /** Cursor, `start` or `end`. */
  readonly after: string;
}

/** Failures in a row until a reader gives up: most of a working day. */
const attempts = 1000;

/**
 * A mailbox, named by its id or by the code its owner gave it, as a stream. That the hub is there and the key is good is
 * found out at once; outages that come later are waited out.
 */
export async function openFeed(
  feed: string,
  { url, key, after }: FeedPlace,
  signal: AbortSignal,
): Promise<Result<Events, Fault | Problem>> {
  if (key === undefined || key === '') return fail(cliFaults.make('CLI_KEY_MISSING'));
  const id = await idOf(feed, new TongguanClient({ url, key, retry: { attempts: 2 } }));
  if (!id.ok) return id;
  const client = new TongguanClient({ url, key, retry: { attempts } });
  return ok(client.stream(id.value, { after, signal }));
}

async function idOf(feed: string, client: TongguanClient): Promise<Result<string, Fault | Problem>> {
  if (isUuid(feed)) {
    const seen = await client.destinations.list({ limit: 1 });
    return seen.ok ? ok(feed) : seen;
  }
  const found = await client.destinations.find(feed, 'mailbox');
  if (!found.ok) return found;
  const id = found.value?.['id'];
  return typeof id === 'string' ? ok(id) : fail(cliFaults.make('CLI_FEED_UNKNOWN', { values: { feed } }));
}

/** Ended by Ctrl-C, or by whoever runs this. */
export function untilInterrupted(): AbortSignal {
  const control = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => control.abort());
  return control.signal;
}

/** For a person: `2026-02-01T08:00:00Z Declaration haitong-broker 018f… bill:DLC123`. */
export function eventLine({ event }: FeedEvent): string {
  const { time, type, sender, id, subject } = event;
  const parts = [time, type.replace(/^cn\.tongguan\./, ''), sender, id, subject];
  return parts.filter((part) => typeof part === 'string').join(' ');
}

/** Why reading ended, in both languages where the hub gave them. */
export function printProblem({ code, status, title, detail, errors, traceId }: Problem): void {
  printError(`错误 error ${code} (${status})`);
  for (const { text, advice } of errors) printError(`  ${text.zh}\n  ${text.en}\n  → ${advice}`);
  if (errors.length === 0) printError(`  ${title}\n  → ${detail}`);
  if (traceId !== undefined) printError(`  traceId ${traceId}`);
}
