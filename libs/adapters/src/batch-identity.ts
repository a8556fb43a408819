import { createHash } from 'node:crypto';

/**
 * The name of a message that holds several things with names of their own: that of the only one, or a digest of all of
 * them, as another message may begin with the same one. None when one of them has none.
 */
export function batchIdentity(names: readonly (string | undefined)[]): string | undefined {
  const [first] = names;
  if (first === undefined || names.includes(undefined)) return undefined;
  if (names.length === 1) return first;
  return `batch|${createHash('sha256').update(names.join('\n')).digest('hex')}`;
}
