/** Requests of one participant in this process: a bucket that fills at the rate, up to a burst. */
export class RateLimit {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    /** Requests a second and participant; 0 for no limit. */
    readonly perSecond: number,
    /** Requests at once. */
    private readonly burst = perSecond * 2,
    /** Participants remembered at most; the one seen longest ago is forgotten first. */
    private readonly remembered = 10_000,
  ) {}

  /** @param now milliseconds of a clock that never goes back */
  allows(participantId: string, now: number): boolean {
    if (this.perSecond === 0) return true;
    const bucket = this.buckets.get(participantId) ?? { tokens: this.burst, at: now };
    bucket.tokens = Math.min(this.burst, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    this.buckets.delete(participantId);
    this.buckets.set(participantId, bucket);
    if (this.buckets.size > this.remembered) {
      const [oldest] = this.buckets.keys();
      if (oldest !== undefined) this.buckets.delete(oldest);
    }
    if (bucket.tokens < 1) return false;
    bucket.tokens--;
    return true;
  }
}
