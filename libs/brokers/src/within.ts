/** The time given to a broker is over. */
export class TimedOut extends Error {}

/** The hub itself stops waiting, as it is closing. */
export class Interrupted extends Error {}

/** What comes first: the work, the end of its time, or the end of the waiting. The work itself is not stopped. */
export async function within<T>(work: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  let settle = (): void => undefined;
  const end = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new TimedOut()), ms);
    const interrupt = (): void => reject(new Interrupted());
    signal?.addEventListener('abort', interrupt);
    if (signal?.aborted === true) interrupt();
    settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupt);
    };
  });
  // Whoever is beaten has nobody who listens any more.
  work.catch(() => undefined);
  return Promise.race([work, end]).finally(settle);
}

/** Resolves after a while, or at once when the signal is given. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
