/** Lanes whose failures are remembered; the oldest is forgotten, and begins again with the shortest wait. */
const REMEMBERED_LANES = 10_000;

/**
 * Waits between the runs of a lane that keeps failing: doubled each time up to the longest, then drawn from the upper
 * half, so that lanes that failed together do not come back together.
 */
export class Backoff {
  readonly #failures = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
  ) {}

  failed(lane: string, now: number): { attempt: number; delayMs: number } {
    const count = (this.#failures.get(lane)?.count ?? 0) + 1;
    const ceiling = Math.min(this.longestMs, this.firstMs * 2 ** Math.min(count - 1, 30));
    const delayMs = Math.ceil(ceiling / 2 + (Math.random() * ceiling) / 2);
    this.#failures.delete(lane);
    this.#failures.set(lane, { count, until: now + delayMs });
    if (this.#failures.size > REMEMBERED_LANES) {
      const oldest = this.#failures.keys().next();
      if (!oldest.done) this.#failures.delete(oldest.value);
    }
    return { attempt: count, delayMs };
  }

  succeeded(lane: string): void {
    this.#failures.delete(lane);
  }

  /** Whether the lane failed here and its wait is not over. */
  waiting(lane: string, now: number): boolean {
    return (this.#failures.get(lane)?.until ?? 0) > now;
  }
}
