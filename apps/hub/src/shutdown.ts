import type { Logger } from 'pino';

/**
 * Ends the process in order when it is told to, also while it is still starting: what was opened is closed in the
 * opposite order. A second signal, or a step that takes too long, ends it at once.
 */
export class Shutdown {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private closing = false;

  constructor(
    private readonly log: Logger,
    private readonly seconds: number,
  ) {
    process.on('SIGTERM', (signal) => this.onSignal(signal));
    process.on('SIGINT', (signal) => this.onSignal(signal));
  }

  add(step: () => Promise<unknown>): void {
    this.steps.push(step);
    // Opened while closing was under way already: close it too.
    if (this.closing) void this.undo();
  }

  /** Closes what is open. */
  async undo(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      await step().catch((error: unknown) =>
        this.log.error({ reason: String(error) }, 'closing: a step failed'),
      );
    }
  }

  private onSignal(signal: NodeJS.Signals): void {
    if (this.closing) process.exit(1);
    this.closing = true;
    this.log.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), this.seconds * 1000).unref();
    void this.undo().then(() => process.exit(0));
  }
}
