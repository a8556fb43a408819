/** What a receiver needs of a CloudEvent (1.0, structured JSON). */
export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject?: string;
}

export interface Counts {
  /** Requests of any outcome. */
  requests: number;
  /** Requests answered otherwise than with success, or not at all. */
  refused: number;
  /** Requests whose signature was wrong or missing. */
  badSignatures: number;
  /** Requests whose body was no event and no array of events. */
  malformed: number;
  /** Events accepted, repeats included. */
  events: number;
  /** Different event ids. */
  distinct: number;
  /** Events whose id had been accepted before. */
  duplicates: number;
  /** First-time events whose id sorts before one already accepted for the same subject (ids of version 7 sort by time). */
  inversions: number;
}

/** Remembers which events came, how often and in which order. Past `limit` ids it counts and no longer remembers. */
export class Ledger {
  readonly counts: Counts = {
    requests: 0,
    refused: 0,
    badSignatures: 0,
    malformed: 0,
    events: 0,
    distinct: 0,
    duplicates: 0,
    inversions: 0,
  };
  private readonly times = new Map<string, number>();
  private readonly subjects = new Map<string, string[]>();

  constructor(private readonly limit: number) {}

  accept(event: ReceivedEvent): void {
    this.counts.events++;
    const before = this.times.get(event.id);
    if (before !== undefined) {
      this.counts.duplicates++;
      this.times.set(event.id, before + 1);
      return;
    }
    this.counts.distinct++;
    if (this.times.size >= this.limit) return;
    this.times.set(event.id, 1);
    this.place(event.subject ?? '', event.id);
  }

  private place(subject: string, id: string): void {
    const order = this.subjects.get(subject);
    if (!order) {
      this.subjects.set(subject, [id]);
      return;
    }
    const last = order.at(-1);
    if (last !== undefined && id < last) this.counts.inversions++;
    order.push(id);
  }

  /** Ids of first-time events in the order they came; of one subject, or of all subjects together. */
  ids(subject?: string): readonly string[] {
    return subject === undefined ? [...this.times.keys()] : (this.subjects.get(subject) ?? []);
  }

  /** How often this event was accepted. */
  timesOf(id: string): number {
    return this.times.get(id) ?? 0;
  }
}
