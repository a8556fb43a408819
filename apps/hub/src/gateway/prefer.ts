/** Seconds that a caller may wait for an outcome at most. */
export const WAIT_MOST = 30;

/** `Prefer: wait=N` (RFC 7240 §4.3): seconds the caller is ready to wait for the outcome; 0 when it is not. */
export function preferredWait(header: string | string[] | undefined): number {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const match = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(text);
  return match ? Math.min(Number(match[1]), WAIT_MOST) : 0;
}
