import type { Fault } from '#kernel';
import { openSql, type Sql } from '../sql.js';
import { loadSetup, type Open, type SetupLimits, setupLimits, setupVersion } from './load-setup.js';
import type { Setup } from './setup.js';

export interface SetupSnapshotOptions {
  readonly url: string;
  readonly open: Open;
  /** How often to ask for the version although no notice came, in milliseconds. Default 1000. */
  readonly checkEvery?: number;
  readonly limits?: SetupLimits;
  /** Told when a newer set-up could not be read: the last one stays in use and the next check tries again. */
  readonly onFault?: (error: Fault | Error) => void;
  /** Told of every newer set-up. */
  readonly onChange?: (setup: Setup) => void;
}

/**
 * The set-up in memory, the same in every process: read again as soon as the database says that it changed, and
 * when a version check finds that a notice was missed. It has two connections of its own, so that work which waits
 * for a newer set-up inside a transaction never waits for connections held by work that waits for the same.
 */
export class SetupSnapshot {
  private reading: Promise<void> | undefined;
  private queued: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopListening: () => Promise<void> = () => Promise.resolve();

  private constructor(
    private readonly sql: Sql,
    private readonly options: SetupSnapshotOptions,
    private latest: Setup,
  ) {}

  /** @throws when the first set-up cannot be read */
  static async open(options: SetupSnapshotOptions): Promise<SetupSnapshot> {
    const sql = openSql({ url: options.url, connections: 1, name: 'tongguan-setup-snapshot' });
    try {
      const first = await loadSetup(sql, options.open, options.limits ?? setupLimits);
      if (!first.ok) throw new Error(first.error.text.en);
      const snapshot = new SetupSnapshot(sql, options, first.value);
      await snapshot.watch();
      return snapshot;
    } catch (error) {
      await sql.end();
      throw error;
    }
  }

  /** What is known now, without asking: behind the database by the way of a notice, or by `checkEvery` when lost. */
  current(): Setup {
    return this.latest;
  }

  /** This version or a later one, read from the database if it is not here yet. */
  async atLeast(version: string): Promise<Setup> {
    if (isBehind(this.latest, version)) await this.refresh();
    if (isBehind(this.latest, version)) throw new Error(`set-up ${version} could not be read`);
    return this.latest;
  }

  /** What the database holds at this moment or later. */
  async refresh(): Promise<Setup> {
    // A reading under way may have begun before the change that the caller knows of.
    this.queued ??= (this.reading ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        this.queued = undefined;
        return (this.reading = this.read().finally(() => (this.reading = undefined)));
      });
    await this.queued;
    return this.latest;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.stopListening();
    await this.queued?.catch(() => undefined);
    await this.reading?.catch(() => undefined);
    await this.sql.end();
  }

  private async watch(): Promise<void> {
    const look = () => void this.refresh().catch((error: unknown) => this.report(error));
    this.stopListening = await this.sql.listen('setup_changed', look);
    this.timer = setInterval(look, this.options.checkEvery ?? 1000);
    this.timer.unref();
    await this.refresh();
  }

  private async read(): Promise<void> {
    if (!isBehind(this.latest, await setupVersion(this.sql))) return;
    const next = await loadSetup(
      this.sql,
      this.options.open,
      this.options.limits ?? setupLimits,
      this.latest,
    );
    if (!next.ok) return this.options.onFault?.(next.error);
    this.latest = next.value;
    this.options.onChange?.(next.value);
  }

  private report(error: unknown): void {
    this.options.onFault?.(error instanceof Error ? error : new Error(String(error)));
  }
}

const isBehind = (setup: Setup, version: string): boolean => BigInt(setup.version) < BigInt(version);
