import type { Result } from '#kernel';
import type { Logger } from 'pino';

/** What was opened, closed in the opposite order; a step that fails is told and does not keep the others open. */
export class Closers {
  private readonly steps: (() => Promise<void>)[] = [];

  constructor(private readonly log: Logger) {}

  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async close(): Promise<void> {
    for (const step of this.steps.splice(0).reverse()) {
      await step().catch((error: unknown) =>
        this.log.warn({ reason: String(error) }, 'closing: a step failed'),
      );
    }
  }

  /** Closes everything when opening the rest gives a fault or throws. */
  async closingOnFault<T, E>(open: () => Promise<Result<T, E>>): Promise<Result<T, E>> {
    try {
      const opened = await open();
      if (!opened.ok) await this.close();
      return opened;
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}
