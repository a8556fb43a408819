/** A pause that can be cut short, though not below its least length. */
export class Nap {
  private woken = false;
  private ended = false;
  private wakeUp: () => void = () => undefined;
  private interrupt: () => void = () => undefined;

  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  /** No pause any more. */
  end(): void {
    this.ended = true;
    this.interrupt();
  }

  /**
   * @param least milliseconds to pause in any case
   * @param most milliseconds to pause when nobody wakes it
   */
  async take(least: number, most: number): Promise<void> {
    await this.wait(least, false);
    if (!this.woken) await this.wait(most - least, true);
    this.woken = false;
  }

  private async wait(ms: number, wakeable: boolean): Promise<void> {
    if (this.ended) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms));
      this.interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
      this.wakeUp = wakeable ? this.interrupt : () => undefined;
    });
    this.wakeUp = () => undefined;
  }
}
