/**
 * Callers that wait for something to happen to a thing with an id. What happens in this process wakes them; what
 * happens elsewhere is noticed by looking again, because a wait is short and bounded.
 */
export class Waiters {
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(
    /** Callers that may wait at once; the next one is answered without waiting. */
    private readonly most = 1000,
    private readonly lookEveryMs = 250,
  ) {}

  wake(ids: Iterable<string>): void {
    if (this.waiting.size === 0) return;
    for (const id of ids) this.waiting.get(id)?.forEach((wake) => wake());
  }

  /** Looks until `look` gives something or the time is over; gives the last look. */
  async wait<T>(id: string, ms: number, look: () => Promise<T>, settled: (seen: T) => boolean): Promise<T> {
    const until = performance.now() + ms;
    for (;;) {
      const woken =
        this.waiting.size < this.most
          ? this.sleep(id, Math.min(this.lookEveryMs, until - performance.now()))
          : undefined;
      const seen = await look();
      if (settled(seen) || woken === undefined || performance.now() >= until) {
        woken?.cancel();
        return seen;
      }
      await woken.done;
    }
  }

  private sleep(id: string, ms: number): { done: Promise<void>; cancel: () => void } {
    let cancel = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      const wakers = this.waiting.get(id) ?? new Set();
      this.waiting.set(id, wakers);
      const finish = (): void => {
        clearTimeout(timer);
        wakers.delete(finish);
        if (wakers.size === 0) this.waiting.delete(id);
        resolve();
      };
      const timer = setTimeout(finish, Math.max(0, ms));
      wakers.add(finish);
      cancel = finish;
    });
    return { done, cancel };
  }
}

/** Callers that wait for the outcome of an interchange, by its id. */
export class OutcomeWaiters extends Waiters {}

/** Readers that wait for the next event of a feed, by the id of its destination. */
export class FeedWaiters extends Waiters {}
