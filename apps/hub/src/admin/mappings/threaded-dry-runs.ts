import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { JsonObject } from '#kernel';
import { reportDryRun, type Sql } from '#store';
import { DryRuns } from './dry-runs.js';
import type { DryRunStart } from './dry-run-thread.js';

/** Memory of one run: two readings of a page and the compiled mappings are far less. */
const OLD_MIB = 512;

/** Each dry run has a thread for as long as it lasts. */
export class ThreadedDryRuns extends DryRuns {
  private readonly threads = new Map<string, Worker>();

  constructor(
    private readonly databaseUrl: string,
    private readonly sql: Sql,
    readonly limit: number,
    private readonly log: Logger,
  ) {
    super();
  }

  get underWay(): number {
    return this.threads.size;
  }

  start(id: string): void {
    const start: DryRunStart = { databaseUrl: this.databaseUrl, id };
    const thread = new Worker(new URL('./dry-run-thread.js', import.meta.url), {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: OLD_MIB },
    });
    this.threads.set(id, thread);
    let result: JsonObject | undefined;
    let reason: string | undefined;
    thread.on('message', (message: JsonObject | undefined) => (result = message));
    thread.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
      this.log.error({ run: id, reason }, 'a dry run broke off');
    });
    // Whoever reads that it is done may begin another one: its place is free by then.
    thread.on('exit', (code) => {
      this.threads.delete(id);
      const told = result
        ? reportDryRun(this.sql, id, 'done', result)
        : code !== 0 && reportDryRun(this.sql, id, 'failed', { error: reason ?? 'the process was stopped' });
      Promise.resolve(told).catch(() => undefined);
    });
  }

  /** What is under way is given up. */
  async close(): Promise<void> {
    const ended = [...this.threads.values()].map((thread) => once(thread, 'exit'));
    for (const thread of this.threads.values()) void thread.terminate();
    await Promise.all(ended);
  }
}
