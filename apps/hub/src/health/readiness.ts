const PATIENCE_MS = 2000;

/** Whether this process may get traffic. */
export class Readiness {
  private closing = false;

  /** From now on it should get no more. */
  close(): void {
    this.closing = true;
  }

  async check(
    database: () => Promise<unknown>,
  ): Promise<{ ready: boolean; database: string; closing: boolean }> {
    const answered = await Promise.race([
      database().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref()),
    ]);
    return {
      ready: answered && !this.closing,
      database: answered ? 'ok' : 'unavailable',
      closing: this.closing,
    };
  }
}
