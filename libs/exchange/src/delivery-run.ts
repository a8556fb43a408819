import { uuidv7, type Fault } from '#kernel';
import type { LaneOutcome } from '#queue';
import type { DueDelivery, NewAttempt, SetupDestination, TakenDocument } from '#store';
import { afterAnswer, afterFailure, type Breaker, type BreakerLimits } from './channel/breaker.js';
import type { Apart, ChannelOutcome, OutboundEvent } from './channel/channel.js';
import { nextWait, type RetrySchedule } from './channel/retry-schedule.js';
import type { DeliverLane, DeliverWork } from './deliver-lane.js';
import { eventOf, sourceOf } from './event.js';
import { exchangeFaults } from './faults.js';
import type { Rules } from './rulebook.js';

/** Failed attempts after which a delivery goes alone, so that one bad event does not take its batch with it. */
const ALONE_AFTER = 2;

type Batch = readonly [DueDelivery, ...DueDelivery[]];

/**
 * One claim of one destination, sent out. What shares an order key goes in sequence, also past a failure: the rest
 * of the sequence then waits. A failure that would meet any event ends the run; what was not tried stays as it is.
 */
export class DeliveryRun {
  private readonly started: number;
  private stopped = false;
  private tried = false;
  /** Something of the claim was not tried and is still due. */
  private left = false;
  private dueInMs: number | undefined;
  private readonly limits: RunLimits;

  constructor(
    private readonly destination: SetupDestination,
    private readonly rules: Rules,
    private breaker: Breaker,
    private readonly work: DeliverWork,
    private readonly lane: DeliverLane,
    private readonly signal: AbortSignal,
  ) {
    this.started = work.now();
    this.limits = runLimits(destination, work);
  }

  /** @param more whether the claim may have left something behind */
  async deliver(due: readonly DueDelivery[], more: boolean): Promise<LaneOutcome> {
    const size = this.destination.config.batchLimit ?? this.limits.batch;
    const sequences = size > 1 ? [batches(due, size, this.limits.aloneAfter)] : sequencesByKey(due);
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let own = sequences[next++]; own; own = sequences[next++]) await this.sequence(own);
    };
    const parallel = Math.min(sequences.length, this.work.limits.parallel);
    await this.together(Array.from({ length: parallel }, worker));
    return { more: !this.stopped && (more || this.left), ...this.later() };
  }

  /** What cannot be recorded ends the run; the lane is let go only when nothing of it is under way any more. */
  private async together(workers: readonly Promise<void>[]): Promise<void> {
    const stopping = workers.map((one) =>
      one.catch((error: unknown) => {
        this.stopped = true;
        throw error;
      }),
    );
    const broken = (await Promise.allSettled(stopping)).find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
  }

  private later(): { dueInMs?: number } {
    return this.dueInMs === undefined ? {} : { dueInMs: this.dueInMs };
  }

  /**
   * Also when half of the lease is used, or when the setup has changed since: what is left is claimed again, without
   * what was withdrawn meanwhile. One attempt is made all the same, so that a setup in constant change stops nothing.
   */
  private over(): boolean {
    const over =
      this.stopped ||
      this.signal.aborted ||
      this.work.now() - this.started > this.work.limits.leaseMs / 2 ||
      (this.tried && !this.work.rulebook.isCurrent(this.rules));
    if (over) this.left = true;
    return over;
  }

  /** A right that runs out while its delivery waits for its turn here takes effect at once: the next claim ends it. */
  private notExpired(batch: Batch): readonly DueDelivery[] {
    const now = this.work.now();
    const open = batch.filter(({ right: { validTo } }) => validTo === undefined || now < validTo);
    if (open.length < batch.length) this.left = true;
    return open;
  }

  private async sequence(batches: readonly Batch[]): Promise<void> {
    const held = new Set<string>();
    for (const batch of batches) {
      if (this.over()) return;
      const open = this.notExpired(batch).filter((one) => !held.has(one.orderKey));
      if (!isBatch(open)) continue;
      // What was refused for good is out of the way; what goes again holds back what stands behind it.
      for (const one of await this.attempt(open)) held.add(one.orderKey);
    }
  }

  /** Gives what goes again. */
  private async attempt(batch: Batch): Promise<readonly DueDelivery[]> {
    this.tried = true;
    const startedAt = this.work.now();
    const events = batch.map((one) => this.event(one));
    const outcome = await this.unlessRenewed(
      await this.work.channel.send(this.destination, events, this.signal),
    );
    const before = this.breaker;
    if (outcome.kind === 'dead-letter' && batch.length > 1) {
      await this.settle(batch, { ...outcome, kind: 'retry' }, startedAt, before);
      return this.oneByOne(batch);
    }
    this.breaker = breakerAfter(before, outcome, this.limits);
    const again: DueDelivery[] = [];
    for (const [ended, part] of apart(batch, outcome)) {
      for (const same of sameAttempts(part)) await this.settle(same, ended, startedAt, before);
      if (ended.kind === 'retry' || ended.kind === 'gone') again.push(...part);
    }
    if (outcome.kind === 'gone') {
      this.stopped = true;
      if (outcome.error) await this.lane.disable(this.destination.id, outcome.error);
    }
    // One event that keeps failing alone says nothing about the others.
    const isolated =
      batch.length === 1 && batch[0].attempts >= this.limits.aloneAfter && this.breaker.state === 'closed';
    if (outcome.kind === 'retry' && !isolated) this.stop();
    return again;
  }

  /**
   * Who does not believe a signature may have a secret already that was renewed after it was made: the event goes again
   * with the new one.
   */
  private async unlessRenewed(outcome: ChannelOutcome): Promise<ChannelOutcome> {
    if (outcome.kind !== 'dead-letter' || !UNBELIEVED.includes(outcome.status ?? 0)) return outcome;
    const { destinations } = await this.work.rulebook.newest();
    const { id, version } = this.destination;
    return destinations.get(id)?.version === version ? outcome : { ...outcome, kind: 'retry' };
  }

  private stop(): void {
    this.stopped = true;
    const { state, openUntil } = this.breaker;
    if (state === 'open' && openUntil !== undefined) this.lookAgain(openUntil - this.work.now());
  }

  /** A batch was refused for its content: whose content it is shows when each goes alone. */
  private async oneByOne(batch: Batch): Promise<readonly DueDelivery[]> {
    const again: DueDelivery[] = [];
    for (const [index, one] of batch.entries()) {
      if (this.over()) return [...again, ...batch.slice(index)];
      if (this.notExpired([one]).length === 0) continue;
      again.push(...(await this.attempt([one])));
    }
    return again;
  }

  private async settle(
    batch: Batch,
    outcome: ChannelOutcome,
    startedAt: number,
    before: Breaker,
  ): Promise<void> {
    const attempts = batch[0].attempts + 1;
    const wait = this.waitAfter(outcome, attempts);
    const ended =
      outcome.kind === 'gone'
        ? 'retry'
        : outcome.kind === 'retry' && wait === undefined
          ? 'dead-letter'
          : outcome.kind;
    if (wait !== undefined && outcome.kind === 'retry') this.lookAgain(wait);
    const attempt: NewAttempt = {
      id: uuidv7(startedAt),
      startedAt,
      ms: outcome.ms,
      outcome: ended,
      status: outcome.status,
      error: outcome.error?.code,
      request: outcome.request,
      responseHead: outcome.responseHead?.replaceAll('\0', '\u2400'),
      seqs: batch.map((one) => one.seq),
      fault: faultOf(ended, outcome, attempts),
      dueAt: ended === 'retry' ? startedAt + (wait ?? 0) : undefined,
    };
    const tell = ended === 'retry' ? [] : this.toTell(batch);
    await this.lane.record(this.destination.id, attempt, before, this.breaker, tell, this.rules);
    this.work.settled({
      destinationId: this.destination.id,
      outcome: ended,
      count: batch.length,
      receivedAt: ended === 'delivered' ? batch.map((one) => one.document.receivedAt) : [],
    });
  }

  /** What senders that want to be told of it have in a batch. */
  private toTell(batch: Batch): TakenDocument[] {
    const told = this.work.receipts.toldOfDeliveries(this.rules);
    if (told.length === 0) return [];
    return batch
      .filter(({ document }) => told.includes(document.senderId))
      .map(({ document: { id, type, senderId, interchangeId } }) => ({
        documentId: id,
        type,
        senderId,
        interchangeId,
      }));
  }

  private waitAfter(outcome: ChannelOutcome, attempts: number): number | undefined {
    if (outcome.kind !== 'retry') return undefined;
    if (outcome.error?.code === INTERRUPTED) return 0;
    const { schedule } = this.limits;
    const wait = nextWait(schedule, attempts, this.work.random(), outcome.retryAfterMs);
    // A node is offered its documents until it says that it has them.
    return wait ?? (this.destination.kind === 'peer' ? schedule.capMs : undefined);
  }

  private lookAgain(inMs: number): void {
    this.dueInMs = Math.max(0, Math.min(this.dueInMs ?? inMs, inMs));
  }

  private event(delivery: DueDelivery): OutboundEvent {
    const { rules } = this;
    const source = sourceOf(delivery, this.destination.config);
    return {
      id: delivery.document.id,
      get body() {
        return eventOf(source, rules);
      },
      time: delivery.document.receivedAt,
      orderKey: delivery.orderKey,
      source,
    };
  }
}

interface RunLimits {
  readonly batch: number;
  /** Failed attempts after which an event goes alone; not where the receiver speaks of each one. */
  readonly aloneAfter: number;
  readonly schedule: RetrySchedule;
  readonly breaker: BreakerLimits;
  readonly now: () => number;
}

/** A node that was away is met again sooner than a subscriber: its documents are waited for by a whole city. */
function runLimits({ kind }: SetupDestination, { limits, now }: DeliverWork): RunLimits {
  const { schedule, breaker, peer } = limits;
  if (kind !== 'peer') return { batch: 1, aloneAfter: ALONE_AFTER, schedule, breaker, now };
  const capped = { ...breaker, maxOpenMs: Math.min(breaker.maxOpenMs, peer.longestWaitMs) };
  return {
    batch: peer.batch,
    aloneAfter: Infinity,
    schedule: { ...schedule, capMs: Math.min(schedule.capMs, peer.longestWaitMs) },
    breaker: { ...capped, firstOpenMs: Math.min(capped.firstOpenMs, capped.maxOpenMs) },
    now,
  };
}

/** HTTP: not who it says it is, or not allowed. */
const UNBELIEVED = [401, 403];

/** The hub itself cut the attempt short: nobody's failure. */
const INTERRUPTED = 'DELIVERY_INTERRUPTED';

function breakerAfter(before: Breaker, outcome: ChannelOutcome, limits: RunLimits): Breaker {
  if (outcome.kind === 'delivered' || outcome.kind === 'dead-letter') return afterAnswer();
  if (outcome.error?.code === INTERRUPTED || outcome.kind === 'gone') return before;
  return afterFailure(before, limits.now(), limits.breaker);
}

/** The batch in the parts that ended alike; most often one. */
function apart(batch: Batch, outcome: ChannelOutcome): [ChannelOutcome, Batch][] {
  const { apart: otherwise, ...common } = outcome;
  if (!otherwise || otherwise.size === 0) return [[common, batch]];
  const parts = new Map<string, [ChannelOutcome, DueDelivery[]]>();
  for (const one of batch) {
    const own = otherwise.get(one.document.id);
    const key = own ? `${own.kind} ${JSON.stringify(own.error)}` : '';
    const part = parts.get(key);
    if (part) part[1].push(one);
    else parts.set(key, [own ? endedApart(common, own) : common, [one]]);
  }
  return [...parts.values()].flatMap(([ended, part]) => (isBatch(part) ? [[ended, part]] : []));
}

function endedApart(common: ChannelOutcome, { kind, error }: Apart): ChannelOutcome {
  const { error: _, retryAfterMs: __, ...rest } = common;
  return { ...rest, kind, ...(error === undefined ? {} : { error }) };
}

function faultOf(ended: NewAttempt['outcome'], outcome: ChannelOutcome, attempts: number): Fault | undefined {
  if (ended === 'dead-letter' && outcome.kind === 'retry') {
    return exchangeFaults.make('EXCHANGE_ATTEMPTS_EXHAUSTED', { values: { attempts } });
  }
  return outcome.error;
}

const isBatch = (list: readonly DueDelivery[]): list is Batch => list.length > 0;

/** Consecutive deliveries up to a size; one that failed more than once goes alone. */
function batches(due: readonly DueDelivery[], size: number, aloneAfter: number): Batch[] {
  const made: Batch[] = [];
  let current: DueDelivery[] = [];
  const close = (): void => {
    if (isBatch(current)) made.push(current);
    current = [];
  };
  for (const one of due) {
    const alone = one.attempts >= aloneAfter;
    if (alone) close();
    current.push(one);
    if (alone || current.length === size) close();
  }
  close();
  return made;
}

/** Single deliveries, in sequence where they share an order key and beside each other where they do not. */
function sequencesByKey(due: readonly DueDelivery[]): Batch[][] {
  const byKey = new Map<string, Batch[]>();
  for (const one of due) {
    const known = byKey.get(one.orderKey);
    if (known) known.push([one]);
    else byKey.set(one.orderKey, [[one]]);
  }
  return [...byKey.values()];
}

/** The parts of a batch that were tried as often: their next attempt is due together. */
function sameAttempts(batch: Batch): Batch[] {
  const byCount = new Map<number, DueDelivery[]>();
  for (const one of batch) {
    const same = byCount.get(one.attempts);
    if (same) same.push(one);
    else byCount.set(one.attempts, [one]);
  }
  return [...byCount.values()].flatMap((same) => (isBatch(same) ? [same] : []));
}
