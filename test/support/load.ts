import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from './client.js';
import { declaration } from './messages.js';

/** A message that was acknowledged: the `n`-th about its key. */
export interface Acknowledged {
  readonly id: string;
  readonly key: string;
  readonly n: number;
}

export interface LoadOptions {
  /** Senders at once, each about a key of its own, one message after the other. */
  readonly senders: number;
  /** Between two messages of one sender. */
  readonly paceMs: number;
}

const again = { afterMs: 50, patienceMs: 15_000 };

/**
 * Senders as they should be: each repeats a message, byte for byte, until it is acknowledged, and sends the next one
 * only then. Whatever the hub goes through meanwhile, it may be unreachable or say 429 or 503; anything else is
 * noted as unexpected.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  readonly unexpected: string[] = [];
  /** Attempts that ended without an acknowledgement: the status, or 0 for none. */
  readonly refusals = new Map<number, number>();
  private ending = false;
  private readonly senders: readonly Promise<void>[];

  /** @param client asked for at each attempt: the hub may have come back elsewhere */
  constructor(
    private readonly client: () => Client,
    private readonly options: LoadOptions,
  ) {
    this.senders = Array.from({ length: options.senders }, (_, at) => this.send(`LN2025LOAD${at}`));
  }

  /** Resolves when the last message of every sender is acknowledged. */
  async end(): Promise<void> {
    this.ending = true;
    await Promise.all(this.senders);
  }

  private async send(key: string): Promise<void> {
    for (let n = 1; !this.ending && this.unexpected.length === 0; n++) {
      const message = declaration({ reference: key, organisation: organisationOf(n) });
      let id = await this.attempt(message);
      while (id === undefined && this.unexpected.length === 0) {
        await pause(again.afterMs);
        id = await this.attempt(message);
      }
      if (id !== undefined) this.acknowledged.push({ id, key, n });
      await pause(this.options.paceMs);
    }
  }

  private async attempt(message: Buffer): Promise<string | undefined> {
    try {
      const answer = await this.client().request('/v1/interchanges', {
        body: message,
        signal: AbortSignal.timeout(again.patienceMs),
      });
      if (answer.status === 202) return answer.string('/id');
      this.refused(answer.status);
      if (answer.status !== 429 && answer.status !== 503) this.unexpected.push(answer.text);
    } catch {
      this.refused(0);
    }
    return undefined;
  }

  private refused(status: number): void {
    this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1);
  }
}

const organisationOf = (n: number): string => `ORG${n}`;

/** Which message of a load an event is about. */
export function messageOf(event: { readonly data?: unknown }): { key: string; n: number } {
  const { signature } = event.data as { signature: { clientReference: string; organisation: string } };
  return {
    key: signature.clientReference,
    n: Number(signature.organisation.slice(organisationOf(0).length - 1)),
  };
}
