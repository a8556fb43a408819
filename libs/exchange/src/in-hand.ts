/**
 * What a stage of this process has just written and the next one will want, so that it need not be read back from
 * the database. Only ever a short cut: what is not here is read. Bounded in size; the oldest goes first.
 */
export class InHand<T> {
  private readonly held = new Map<string, T>();
  private size = 0;

  constructor(
    private readonly most: number,
    private readonly sizeOf: (value: T) => number,
  ) {}

  put(id: string, value: T): void {
    const size = this.sizeOf(value);
    if (size > this.most || this.held.has(id)) return;
    this.held.set(id, value);
    this.size += size;
    for (const [oldest] of this.held) {
      if (this.size <= this.most) return;
      this.drop(oldest);
    }
  }

  get(id: string): T | undefined {
    return this.held.get(id);
  }

  /** Gives it and lets go of it. */
  take(id: string): T | undefined {
    const value = this.held.get(id);
    this.drop(id);
    return value;
  }

  private drop(id: string): void {
    const value = this.held.get(id);
    if (value === undefined) return;
    this.size -= this.sizeOf(value);
    this.held.delete(id);
  }
}
