import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from './problem.js';

/**
 * 重试策略：间隔加倍、带抖动，遵守 Retry-After。
 *
 * How often and how long something is tried again; every number is a bound.
 */
export interface RetryPolicy {
  /** Attempts in all; of a feed or a stream: failures in a row. Default 8. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; doubled each time. Default 500. */
  readonly firstMs: number;
  /** Milliseconds between attempts at most; a hub that asks for more is believed, and the problem given. Default 30,000. */
  readonly longestMs: number;
}

export const standardRetry: RetryPolicy = { attempts: 8, firstMs: 500, longestMs: 30_000 };

/**
 * Milliseconds until the next attempt; undefined: no more. Between half and the whole of the step, so that many
 * clients that lost the same hub do not come back at once.
 *
 * @param failures so far, 1 or more
 * @param chance 0 to 1
 */
export function delayAfter(
  failures: number,
  policy: RetryPolicy,
  chance: number,
  retryAfter?: number,
): number | undefined {
  if (failures >= policy.attempts) return undefined;
  const step = Math.min(policy.longestMs, policy.firstMs * 2 ** Math.min(failures - 1, 30));
  const own = step * (0.5 + chance / 2);
  if (retryAfter === undefined) return own;
  return retryAfter * 1000 > policy.longestMs ? undefined : Math.max(own, retryAfter * 1000);
}

/** Whether doing the same again may end otherwise. */
export const isPassing = ({ status, code }: Problem): boolean =>
  [429, 502, 503, 504].includes(status) && !['CLIENT_ANSWER_TOO_LARGE'].includes(code);

/** Seconds of a Retry-After (RFC 9110 §10.2.3), which may be a date. */
export function secondsOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/** @returns false when the signal ended it */
export async function waited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await pause(ms, undefined, signal ? { signal } : {});
    return true;
  } catch {
    return false;
  }
}
