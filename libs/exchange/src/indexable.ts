import { createHash } from 'node:crypto';

/** Longest text that is kept whole in an index; longer ones are cut and told apart by their hash. */
const INDEXABLE = 256;

/** Text fit for an indexed column: no NUL, which PostgreSQL refuses, and of bounded length. */
export function indexable(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '\u2400') : text;
  if (clean.length <= INDEXABLE) return clean;
  return `${clean.slice(0, INDEXABLE - 45)}~${createHash('sha256').update(clean).digest('base64url')}`;
}
