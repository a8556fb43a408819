import type { LaneOutcome } from '#queue';
import type { Fault } from '#kernel';
import {
  appendToFeed,
  cancelDeliveries,
  claimDeliveries,
  confirmRights,
  disableDestination,
  holdDeliveries,
  readHealth,
  releaseLane,
  settleAttempt,
  writeHealth,
  paceDestination,
  takenByFeed,
  type DestinationHealth,
  type DueDelivery,
  type NewAttempt,
  type OutboundDocument,
  type SetupDestination,
  type Sql,
  type TakenDocument,
  type Tx,
} from '#store';
import { admit, breakerLimits, type Admission, type Breaker, type BreakerLimits } from './channel/breaker.js';
import type { Channel } from './channel/channel.js';
import { paceOf } from './channel/pace.js';
import { publishedSchedule, type RetrySchedule } from './channel/retry-schedule.js';
import { DeliveryRun } from './delivery-run.js';
import { exchangeFaults } from './faults.js';
import type { Owed, ReceiptWriter } from './receipt-chain/index.js';
import type { Rulebook, Rules } from './rulebook.js';
import { askedAnew, standingsOf } from './standing.js';

export interface DeliverLimits {
  /** Deliveries claimed at once. */
  readonly claim: number;
  /** Bytes of documents claimed at once, past the first. */
  readonly claimBytes: number;
  /** Requests under way at once to one destination that takes single events. */
  readonly parallel: number;
  /** How long a claim is this worker's alone, in milliseconds; longer than a request may take. */
  readonly leaseMs: number;
  readonly breaker: BreakerLimits;
  readonly schedule: RetrySchedule;
  /** A destination that has failed for so long without a success is disabled, and its owner told; 0: never. */
  readonly disableAfterMs: number;
  /** For destinations that are nodes. */
  readonly peer: {
    /** Documents offered in one go, where the destination does not say. */
    readonly batch: number;
    /** No wait for a node that cannot be reached is longer, in milliseconds. */
    readonly longestWaitMs: number;
  };
  /** Destinations in trouble that are tried at once: a slow death of many leaves room for those that answer. */
  readonly troubled: number;
}

export const deliverLimits: DeliverLimits = {
  claim: 500,
  claimBytes: 16 * 1024 * 1024,
  parallel: 8,
  leaseMs: 60_000,
  breaker: breakerLimits,
  schedule: publishedSchedule,
  disableAfterMs: 5 * 24 * 3_600_000,
  peer: { batch: 200, longestWaitMs: 60_000 },
  troubled: 4,
};

export interface DeliverNews {
  readonly destinationId: string;
  readonly outcome: 'delivered' | 'retry' | 'dead-letter' | 'cancelled';
  readonly count: number;
  /** Unix milliseconds at which the interchange of each delivered document was received. */
  readonly receivedAt: readonly number[];
}

export interface DeliverWork {
  readonly sql: Sql;
  readonly rulebook: Rulebook;
  readonly channel: Channel<SetupDestination>;
  /** Documents that this process made itself a moment ago. */
  readonly inHand: (documentId: string) => OutboundDocument | undefined;
  /** Tells senders what became of their documents, those who want that. */
  readonly receipts: ReceiptWriter;
  /** Told of destinations that are owed such a receipt. */
  readonly due: (destinationId: string) => void;
  /** Tells this process from others that run the same lanes. */
  readonly owner: string;
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly limits: DeliverLimits;
  readonly settled: (news: DeliverNews) => void;
}

/** Hands out what is owed to one destination, in order, as far as it can be reached now. */
export class DeliverLane {
  /** Destinations whose last success was written a moment ago: their health need not be written again. */
  private readonly fresh = new Map<string, number>();
  /** Runs under way to destinations whose last attempt failed. */
  private troubled = 0;
  /** Destinations that nothing goes to for now, armed for when that ends: what comes meanwhile costs no look at them. */
  private readonly shut = new Map<string, { readonly version: number; readonly until: number }>();

  constructor(private readonly work: DeliverWork) {}

  async run(destinationId: string, signal: AbortSignal): Promise<LaneOutcome> {
    const rules = await this.work.rulebook.current();
    const destination = rules.setup.destinations.get(destinationId);
    const holder = destination && rules.setup.participants.get(destination.participantId);
    // What is owed to a destination that is paused or disabled, or whose participant is suspended, stays owed; the
    // sweep finds it when they are active again.
    if (!destination || destination.state !== 'active' || holder?.state !== 'active') return { more: false };
    return destination.kind === 'mailbox'
      ? this.append(destinationId, rules)
      : this.send(destination, rules, signal);
  }

  private async append(destinationId: string, rules: Rules): Promise<LaneOutcome> {
    const { sql, limits, settled, receipts, now, due } = this.work;
    const told = receipts.toldOfDeliveries(rules);
    const { appended, left, receivedAt, owed, looked, changed, wait } = await sql.transaction(async (tx) => {
      const done = await appendToFeed(tx, destinationId, limits.claim, JSON.stringify(withdrawnFault));
      const wait = await this.hold(tx, destinationId, done.held);
      if (done.last === undefined || told.length === 0) return { ...done, wait, owed: none };
      const positions = { after: done.last - done.appended, upTo: done.last };
      const taken = await takenByFeed(tx, destinationId, positions, told);
      return {
        ...done,
        wait,
        owed: await receipts.handedOn(tx, rules, destinationId, taken, 'delivered', now()),
      };
    });
    for (const id of owed) due(id);
    if (appended > 0) settled({ destinationId, outcome: 'delivered', count: appended, receivedAt });
    if (left > appended)
      settled({ destinationId, outcome: 'cancelled', count: left - appended, receivedAt: [] });
    if (changed.length > 0) await this.askAnew(destinationId, changed, rules);
    return { more: looked === limits.claim || changed.length > 0, ...wait };
  }

  /** Of agreements that were changed since the decision: their conditions are asked, and the next run goes by that. */
  private async askAnew(destinationId: string, seqs: readonly number[], rules: Rules): Promise<void> {
    const { sql, now } = this.work;
    const { covered, lost } = await askedAnew(sql, destinationId, seqs, rules, now());
    if (covered.length > 0) await confirmRights(sql, destinationId, covered);
    if (lost.length > 0) await this.cancel(destinationId, lost);
  }

  private async send(destination: SetupDestination, rules: Rules, signal: AbortSignal): Promise<LaneOutcome> {
    const { sql, limits, now } = this.work;
    if (this.isShut(destination)) return { more: false };
    const health = await readHealth(sql, destination.id);
    const admission = admit(health, now(), limits.breaker);
    if (admission.pass === 'none')
      return this.shutFor(destination, (admission.breaker.openUntil ?? 0) - now());
    if (health.failures === 0) return this.sendNow(destination, rules, signal, health, admission);
    if (this.troubled >= limits.troubled) return this.shutFor(destination, TROUBLED_WAIT_MS);
    this.troubled++;
    try {
      return await this.sendNow(destination, rules, signal, health, admission);
    } finally {
      this.troubled--;
    }
  }

  /** Whoever activates it again changes its version. */
  private isShut({ id, version }: SetupDestination): boolean {
    const shut = this.shut.get(id);
    if (shut === undefined) return false;
    if (shut.version === version && performance.now() < shut.until) return true;
    this.shut.delete(id);
    return false;
  }

  private shutFor({ id, version }: SetupDestination, ms: number): LaneOutcome {
    if (this.shut.size >= FRESH_MOST) this.shut.clear();
    // On a clock that never jumps, and not to the very end: what wakes the lane then must not come too early.
    this.shut.set(id, { version, until: performance.now() + ms - SHUT_ENDS_EARLY_MS });
    return { more: false, dueInMs: ms };
  }

  private async sendNow(
    destination: SetupDestination,
    rules: Rules,
    signal: AbortSignal,
    health: DestinationHealth,
    admission: Admission,
  ): Promise<LaneOutcome> {
    const { sql, owner, limits } = this.work;
    const { id, config } = destination;
    const pace = paceOf(config.ratePerSecond, health, this.work.now());
    if (pace.rows === 0) return { more: false, dueInMs: pace.waitMs };
    // After a failure the next one ends the run: no more is read for it than goes at once.
    const most = health.failures > 0 ? limits.parallel : limits.claim;
    const rows = Math.min(pace.rows, admission.pass === 'probe' ? 1 : most);
    const claimed = await claimDeliveries(
      sql,
      id,
      { owner, ms: limits.leaseMs },
      { rows, bytes: limits.claimBytes },
      this.work.inHand,
      config.urgent,
    );
    // Another worker has the lane and goes on while there is work; this looks again in case it stopped just before.
    if (!claimed) return { more: false, dueInMs: 500 };
    try {
      if (claimed.length === 0) return { more: false };
      if (admission.pass === 'probe') await writeHealth(sql, id, admission.breaker, false);
      const { due, wait } = await this.standing(id, claimed, rules);
      if (config.ratePerSecond !== undefined && due.length > 0)
        await paceDestination(sql, id, due.length, config.ratePerSecond);
      const run = new DeliveryRun(destination, rules, admission.breaker, this.work, this, signal);
      const cut = claimed.length === rows || mayFill(claimed, limits.claimBytes);
      return soonest(await run.deliver(due, cut || admission.pass === 'probe'), wait);
    } finally {
      await releaseLane(sql, id, owner);
    }
  }

  /**
   * What may go now. What was withdrawn is cancelled; what is held waits, and with it in this run what stands behind it
   * about the same key.
   */
  private async standing(
    destinationId: string,
    claimed: readonly DueDelivery[],
    rules: Rules,
  ): Promise<{ readonly due: readonly DueDelivery[]; readonly wait: Wait }> {
    const standingNow = await standingsOf(this.work.sql, claimed, rules, this.work.now());
    const withdrawn: number[] = [];
    const held: number[] = [];
    const waiting = new Map<string, number>();
    const open: DueDelivery[] = [];
    for (const one of claimed) {
      const standing = standingNow(one);
      if (standing === 'withdrawn') withdrawn.push(one.seq);
      else if (standing === undefined) open.push(one);
      else {
        held.push(one.seq);
        waiting.set(one.orderKey, Math.min(one.seq, waiting.get(one.orderKey) ?? one.seq));
      }
    }
    if (withdrawn.length > 0) await this.cancel(destinationId, withdrawn);
    const wait = await this.hold(this.work.sql, destinationId, held);
    const due = open.filter(({ orderKey, seq }) => seq < (waiting.get(orderKey) ?? Infinity));
    return { due: held.length === 0 ? open : due, wait };
  }

  private async hold(tx: Tx, destinationId: string, seqs: readonly number[]): Promise<Wait> {
    if (seqs.length === 0) return {};
    return { dueInMs: await holdDeliveries(tx, destinationId, seqs, suspendedFault) };
  }

  private async cancel(destinationId: string, seqs: readonly number[]): Promise<void> {
    await cancelDeliveries(this.work.sql, destinationId, seqs, withdrawnFault);
    this.work.settled({ destinationId, outcome: 'cancelled', count: seqs.length, receivedAt: [] });
  }

  /** Record one attempt and what it means for its deliveries and for the destination. */
  async record(
    destinationId: string,
    attempt: NewAttempt,
    before: Breaker,
    after: Breaker,
    tell: readonly TakenDocument[],
    rules: Rules,
  ): Promise<void> {
    const { sql, now, limits } = this.work;
    if (tell.length === 0) await settleAttempt(sql, destinationId, attempt);
    else await this.recordAndTell(destinationId, attempt, tell, rules);
    const succeeded = attempt.outcome === 'delivered';
    const changed = before.state !== after.state || before.failures !== after.failures;
    const written = this.fresh.get(destinationId) ?? 0;
    if (!changed && succeeded && now() - written < FRESH_MS) return;
    if (this.fresh.size >= FRESH_MOST) this.fresh.clear();
    this.fresh.set(destinationId, now());
    const failingSince = await writeHealth(sql, destinationId, after, succeeded);
    if (failingSince === undefined || limits.disableAfterMs === 0) return;
    if (rules.setup.destinations.get(destinationId)?.kind === 'peer') return;
    if (now() - failingSince < limits.disableAfterMs) return;
    const values = { since: new Date(failingSince).toISOString() };
    await this.disable(destinationId, exchangeFaults.make('EXCHANGE_DESTINATION_FAILING', { values }));
  }

  private async recordAndTell(
    destinationId: string,
    attempt: NewAttempt,
    tell: readonly TakenDocument[],
    rules: Rules,
  ): Promise<void> {
    const { sql, receipts, now, due } = this.work;
    const outcome = attempt.outcome === 'delivered' ? 'delivered' : 'failed';
    const owed = await sql.transaction(async (tx) => {
      const open = await settleAttempt(tx, destinationId, attempt);
      return open === 0 ? none : receipts.handedOn(tx, rules, destinationId, tell, outcome, now());
    });
    for (const id of owed) due(id);
  }

  /** Nothing is tried until its owner, who is told why, has looked at it. */
  async disable(destinationId: string, reason: Fault): Promise<void> {
    await disableDestination(this.work.sql, destinationId, reason, this.work.now());
  }
}

/** When a lane is to look again at what it holds, if at anything. */
type Wait = Pick<LaneOutcome, 'dueInMs'>;

const soonest = (outcome: LaneOutcome, { dueInMs = Infinity }: Wait): LaneOutcome =>
  dueInMs < (outcome.dueInMs ?? Infinity) ? { ...outcome, dueInMs } : outcome;

/** How old the last success of a destination may look in its health. */
const FRESH_MS = 10_000;
const FRESH_MOST = 10_000;

/** A lane that is armed for the end of a wait is woken a few milliseconds before or after it. */
const SHUT_ENDS_EARLY_MS = 100;

/** When a destination in trouble asks again for one of the few places. */
const TROUBLED_WAIT_MS = 500;

/** Whether the claim may have ended at its bytes: a character of a body is three of them at most. */
const mayFill = (claimed: readonly DueDelivery[], bytes: number): boolean =>
  claimed.reduce((sum, one) => sum + one.body.length, 0) * 3 >= bytes;

const none: Owed = new Set();

const withdrawnFault = exchangeFaults.make('EXCHANGE_RIGHT_WITHDRAWN');
const suspendedFault = JSON.stringify(exchangeFaults.make('EXCHANGE_RIGHT_SUSPENDED'));
