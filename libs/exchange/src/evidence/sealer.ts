import { sealBlock, type NodeKey } from '#evidence';
import { appendBlock, enterChain, takePending, type Sql } from '#store';

export interface SealerParts {
  readonly sql: Sql;
  readonly nodeCode: string;
  /** The key that signs now: asked for each time something is sealed, because keys are rolled over. */
  readonly key: () => Promise<NodeKey>;
  readonly now: () => number;
  readonly limits: SealerLimits;
  /** Told of a step that failed; it is tried again. */
  readonly failed: (error: unknown) => void;
}

export interface SealerLimits {
  /** From one look at what waits to the next: how old a record is at most before it is sealed. */
  readonly everyMs: number;
  /** Of one block: statements whose entries it takes, and bytes of entries past the first statement. */
  readonly rows: number;
  readonly bytes: number;
}

export const sealerLimits: SealerLimits = { everyMs: 5_000, rows: 4_000, bytes: 1024 * 1024 };

/**
 * Seals what the node has written: blocks of entries, each signed and bound to the one before. Every worker has one;
 * of several, one is at it and the others find nothing to do.
 */
export class Sealer {
  private timer: NodeJS.Timeout | undefined;
  private step: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly parts: SealerParts) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.step = this.sealAll()
        .catch((error: unknown) => this.parts.failed(error))
        .finally(() => {
          if (!this.stopped) this.start();
        });
    }, this.parts.limits.everyMs);
    this.timer.unref();
  }

  /** What waits is sealed by the next process that starts; nothing is lost. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.step;
  }

  /** Seals what waits, block by block. @returns blocks */
  async sealAll(): Promise<number> {
    for (let blocks = 0; ; blocks++) if (this.stopped || !(await this.sealOne())) return blocks;
  }

  /** @returns whether there was something to seal, and nobody else at it */
  async sealOne(): Promise<boolean> {
    const { sql, nodeCode, key, now, limits } = this.parts;
    return sql.transaction(async (tx) => {
      const chain = await enterChain(tx);
      if (!chain) return false;
      const pending = await takePending(tx, limits);
      if (pending.length === 0) return false;
      const entries = Buffer.concat(pending);
      const sealedAt = now();
      const sealed = sealBlock(await key(), nodeCode, chain.head, entries, sealedAt);
      await appendBlock(tx, { ...sealed, sealedAt, entries });
      return true;
    });
  }
}
