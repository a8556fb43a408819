import { setTimeout as pause } from 'node:timers/promises';

const lookEveryMs = 50;
const patienceMs = 50_000;

/**
 * Looks again and again until there is something: what a test waits for is a condition, not a time. What `look`
 * throws counts as nothing yet.
 *
 * @param what said when it does not come, with what was seen last
 * @param look gives undefined or false as long as it is not there
 */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  ms = patienceMs,
): Promise<Exclude<T, undefined | false>> {
  const until = performance.now() + ms;
  for (;;) {
    const seen = await outcome(look);
    if ('value' in seen && isThere(seen.value)) return seen.value;
    if (performance.now() > until) {
      throw new Error(`not within ${ms} ms: ${what}`, 'error' in seen ? { cause: seen.error } : {});
    }
    await pause(lookEveryMs);
  }
}

async function outcome<T>(look: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await look() };
  } catch (error) {
    return { error };
  }
}

const isThere = <T>(value: T): value is Exclude<T, undefined | false> =>
  value !== undefined && value !== false;
