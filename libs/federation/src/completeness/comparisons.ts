import { fail, ok, type Fault, type Result } from '#kernel';
import { agrees, comparisonsWith, type Comparison, type Sql } from '#store';
import { transferFaults } from '../transfer/faults.js';
import { compareDay } from './compare-day.js';
import { dayOf, rangeOfDay } from './day.js';
import { askPeer, InquiryFailed, type PeerInquiryWork } from './peer-inquiry.js';

export interface ComparisonWork extends Omit<PeerInquiryWork, 'signal'> {
  readonly sql: Sql;
  /** The destination that a node has here. */
  readonly destinationOf: (node: string) => string | undefined;
  /** Told of a destination that is owed something again. */
  readonly due: (destinationId: string) => void;
  /** Time between two looks for days that have not been compared, in milliseconds; 0: never. */
  readonly everyMs: number;
  /** Told of a look that came to nothing; the next one tries again. */
  readonly failed: (node: string, day: string, error: unknown) => void;
}

/** Days back that are looked at: what was late by a day or two is found as well. */
const daysBack = 3;

/** Compares days with peers: when it is asked to, and by itself once a day is over. */
export class Comparisons {
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly work: ComparisonWork) {}

  /** @param day `yyyy-MM-dd`, of the province */
  async compare(node: string, day: string): Promise<Result<Comparison, Fault>> {
    const { sql, now, destinationOf, due } = this.work;
    const range = rangeOfDay(day);
    const destinationId = destinationOf(node);
    if (!range || destinationId === undefined)
      return fail(transferFaults.make('TRANSFER_PEER_ABSENT', { values: { node } }));
    const peer = askPeer({ ...this.work, signal: this.ending.signal }, node, day);
    try {
      const comparison = await compareDay(sql, peer, { node, day, ...range, destinationId }, now());
      if (comparison.offered > 0) due(destinationId);
      return ok(comparison);
    } catch (error) {
      if (error instanceof InquiryFailed) return fail(error.fault);
      throw error;
    }
  }

  start(): void {
    const { everyMs } = this.work;
    if (everyMs === 0) return;
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, everyMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.ending.abort();
    await this.looking;
  }

  /** Every node of the directory, and every day that is over and was not found to agree since. */
  private async look(): Promise<void> {
    const { directory, now, failed } = this.work;
    const peers = directory
      .nodes()
      .filter(({ state, code }) => state === 'active' && code !== directory.self());
    for (const { code } of peers)
      for (let back = 1; back <= daysBack; back++) {
        const day = dayOf(now() - back * 24 * 3_600_000);
        if (this.ending.signal.aborted) return;
        try {
          if (await this.agreed(code, day)) continue;
          const compared = await this.compare(code, day);
          if (!compared.ok) failed(code, day, compared.error.code);
        } catch (error) {
          failed(code, day, error);
        }
      }
  }

  private async agreed(node: string, day: string): Promise<boolean> {
    const over = rangeOfDay(day)?.to ?? 0;
    const latest = await comparisonsWith(this.work.sql, node, { limit: 1, day });
    return latest.some((one) => one.at >= over && agrees(one));
  }
}
