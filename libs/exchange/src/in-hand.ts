/**
 * What a stage of this process has just written and the next one will want, so that it need not be read back from
 * the database. Only ever a short cut: what is not here is read. Bounded in bytes; the oldest goes first.
 */
export class InHand<T extends { readonly length: number }> {
  private readonly held = new Map<string, T>();
  private bytes = 0;

  constructor(private readonly most: number) {}

  put(id: string, value: T): void {
    if (value.length > this.most || this.held.has(id)) return;
    this.held.set(id, value);
    this.bytes += value.length;
    for (const [oldest] of this.held) {
      if (this.bytes <= this.most) return;
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
    this.bytes -= value.length;
    this.held.delete(id);
  }
}
