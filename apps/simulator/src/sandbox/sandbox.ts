import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent, Events, FeedEvent, Problem, TongguanClient } from '#client';
import type { Json, JsonObject, Result } from '#kernel';
import type { Request } from './answers.js';
import { ordersOf, type Orders } from './orders.js';
import { plan, type Planned } from './plan.js';

export interface SandboxOptions {
  /** The counter-agency at its hub. */
  readonly client: Pick<TongguanClient, 'send'>;
  /** Its mailbox. */
  readonly events: Events;
  /** Ends it: what waits is given up. */
  readonly signal: AbortSignal;
  /** What is done with messages that carry no mark. Default: accepted. */
  readonly standard?: Orders;
  readonly onAnswered?: (request: Request, answer: Planned, outcome: string) => void;
  /** A message that gets no answer, and why. */
  readonly onUnanswered?: (event: CloudEvent, why: string) => void;
  /** An event has been taken up: reading on from its cursor leaves nothing out but answers that wait. */
  readonly onTaken?: (event: FeedEvent) => Promise<void> | void;
}

export interface SandboxCounts {
  received: number;
  answered: number;
  /** Answers that wait for their time. */
  waiting: number;
  unanswered: number;
  /** Answers that the hub did not take. */
  refused: number;
}

export const sandboxLimits = {
  /** Messages whose answers wait; the mailbox is not read on meanwhile. */
  waiting: 10_000,
  /** Senders whose behaviour is set. */
  senders: 1_000,
  /** Seconds to wait for what becomes of an answer. */
  outcome: 10,
};

/**
 * A counter-agency that answers what comes into its mailbox, as each message asks for: `SANDBOX:REJECT=E123;DELAY=5s;TWICE`.
 *
 * @example
 * const sandbox = new Sandbox({ client, events: client.stream(inbox, { signal }), signal });
 * const problem = await sandbox.run();
 */
export class Sandbox {
  readonly counts: SandboxCounts = { received: 0, answered: 0, waiting: 0, unanswered: 0, refused: 0 };
  private readonly behaviours = new Map<string, Orders>();
  private readonly waiting = new Set<Promise<void>>();
  private standard: Orders;

  constructor(private readonly options: SandboxOptions) {
    this.standard = options.standard ?? {};
  }

  /**
   * What is done from now on with messages that carry no mark.
   *
   * @param sender of this sender alone @returns false: there are too many senders of their own
   */
  behave(orders: Orders, sender?: string): boolean {
    if (sender === undefined) {
      this.standard = orders;
      return true;
    }
    if (!this.behaviours.has(sender) && this.behaviours.size >= sandboxLimits.senders) return false;
    this.behaviours.set(sender, orders);
    return true;
  }

  /** Until it is ended, or the mailbox cannot be read. @returns why it could not */
  async run(): Promise<Problem | undefined> {
    const { events, signal, onTaken } = this.options;
    let problem: Problem | undefined;
    for await (const next of events) {
      if (!next.ok) {
        problem = next.error;
        break;
      }
      this.take(next.value.event);
      await onTaken?.(next.value);
      while (this.waiting.size >= sandboxLimits.waiting && !signal.aborted) await Promise.race(this.waiting);
    }
    await Promise.all(this.waiting);
    return problem;
  }

  private take(event: CloudEvent): void {
    this.counts.received++;
    const request = requestOf(event);
    const orders =
      request && (ordersOf(request.body) ?? this.behaviours.get(request.sender) ?? this.standard);
    const planned = request && plan(request, orders ?? {});
    if (!planned || 'none' in planned) {
      this.counts.unanswered++;
      this.options.onUnanswered?.(event, planned?.none ?? 'format');
      return;
    }
    const going = this.send(request, planned.answers, planned.delayMs).finally(() =>
      this.waiting.delete(going),
    );
    this.waiting.add(going);
  }

  /** One after the other, so that the hub has them in this order. */
  private async send(request: Request, answers: readonly Planned[], delayMs: number): Promise<void> {
    const { client, signal, onAnswered } = this.options;
    this.counts.waiting++;
    const waited = await pause(delayMs, true, { signal }).catch(() => false);
    this.counts.waiting--;
    for (const one of answers) {
      if (!waited || signal.aborted) return;
      const sent = await client.send(JSON.stringify({ type: one.type, body: one.body }), {
        adapter: 'shared/document-json',
        contentType: 'application/json',
        idempotencyKey: one.key,
        wait: sandboxLimits.outcome,
        signal,
      });
      const outcome = outcomeOf(sent);
      if (sent.ok) this.counts.answered++;
      else this.counts.refused++;
      onAnswered?.(request, one, outcome);
    }
  }
}

const outcomeOf = (
  sent: Result<{ readonly id: string; readonly interchange?: { readonly state: string } }, Problem>,
): string => (sent.ok ? (sent.value.interchange?.state ?? 'accepted') : sent.error.code);

/** Undefined when it is no document in the shared schema. */
function requestOf({ id, type, data, ...attributes }: CloudEvent): Request | undefined {
  const { sender, receivedtime } = attributes;
  if (!isObject(data) || typeof sender !== 'string' || typeof receivedtime !== 'string') return undefined;
  return {
    id,
    type: type.replace(/^cn\.tongguan\./, ''),
    sender,
    receivedAt: Date.parse(receivedtime),
    body: data,
  };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
