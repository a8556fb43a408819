import { answeredBy, messageTypes } from '#canonical';
import { timeOfId, type Fault } from '#kernel';
import {
  answersTo,
  enterPromiseLook,
  markPromises,
  nodeItself,
  overdueDeliveries,
  overdueMessages,
  promisedAnswers,
  promisesSince,
  tellBroken,
  type BrokenPromise,
  type LaneLook,
  type LookLimits,
  type PromiseStep,
  type Setup,
  type Sql,
  type Tx,
} from '#store';
import { exchangeFaults } from '../faults.js';
import {
  answerPromise,
  awaitedAnswers,
  dueAt,
  mayBeAnswered,
  sharedTypes,
  type Promises,
  type SharedTypes,
} from './promises.js';
import { awaitedOf } from './receipt-chain.js';
import { knownOf, type Known, type Owed, type ReceiptWriter } from './receipt-writer.js';

export interface PromiseWatchParts {
  readonly sql: Sql;
  readonly setup: () => Setup;
  readonly promises: Promises;
  readonly writer: ReceiptWriter;
  readonly now: () => number;
  readonly everyMs: number;
  readonly limits: LookLimits;
  /** Told of what was broken, by step. */
  readonly broken: (step: PromiseStep, count: number) => void;
  /** Told of destinations that are owed a receipt. */
  readonly due: (destinationId: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Lanes looked into at once, and rows of each: a look is short whatever is overdue; the next one goes on. */
export const promiseLookLimits: LookLimits = { lanes: 50, rows: 100 };

/**
 * Looks for what was not done by the time promised, and tells the sender once. Of all processes that watch one looks; it
 * looks at the oldest of each lane, and further only where that is overdue.
 */
export class PromiseWatch {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopped = false;
  /** The last look has left something to look at. */
  private more = false;

  constructor(private readonly parts: PromiseWatchParts) {}

  start(): void {
    this.schedule(this.parts.everyMs);
  }

  /** Stops and waits for the look under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private schedule(delayMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.looking = this.look()
        .catch((error: unknown) => this.parts.failed(error))
        .then(() => {
          const pause = this.parts.everyMs * (0.8 + Math.random() * 0.4);
          this.schedule(this.more ? Math.min(1_000, pause) : pause);
        });
    }, delayMs);
    this.timer.unref();
  }

  /** One look. @returns what was found broken that was not known before */
  async look(): Promise<readonly BrokenPromise[]> {
    const { sql, now, writer } = this.parts;
    const known = knownOf(this.parts.setup());
    const at = now();
    const found = await sql.transaction(async (tx) => {
      if (!(await enterPromiseLook(tx))) return undefined;
      const looks = [
        await this.messages(tx, at),
        ...(await this.deliveries(tx, at)),
        ...(await this.answers(tx, known, at)),
      ];
      // What the node made itself, and what a participant sends to itself, is promised to nobody.
      const overdue = looks
        .flatMap((look) => look.overdue)
        .filter(({ senderId, consumerId }) => senderId !== nodeItself && senderId !== consumerId);
      const told = await tellBroken(
        tx,
        overdue.map((one) => ({ ...one, fault: this.fault(one, known) })),
        at,
      );
      await markPromises(
        tx,
        looks.flatMap(({ marks }) => marks),
      );
      const more = looks.some(({ full }) => full);
      return { told, more, owed: await writer.late(tx, known, told, at) };
    });
    this.more = found?.more ?? false;
    if (!found) return [];
    this.tell(found.told, found.owed);
    return found.told;
  }

  private tell(told: readonly BrokenPromise[], owed: Owed): void {
    const counts = new Map<PromiseStep, number>();
    for (const { step } of told) counts.set(step, (counts.get(step) ?? 0) + 1);
    for (const [step, count] of counts) this.parts.broken(step, count);
    for (const id of owed) this.parts.due(id);
  }

  private messages(tx: Tx, at: number): Promise<LaneLook> {
    const { promises, limits } = this.parts;
    return promises.normalisedMs === 0
      ? Promise.resolve(nothing)
      : overdueMessages(tx, at - promises.normalisedMs, limits);
  }

  private async deliveries(tx: Tx, at: number): Promise<LaneLook[]> {
    const { promises, limits } = this.parts;
    if (promises.deliveredMs === 0) return [];
    const times = { before: at - promises.deliveredMs, since: timeOfId(await promisesSince(tx)) };
    return [
      await overdueDeliveries(tx, 'pending', times, limits),
      await overdueDeliveries(tx, 'dead', times, limits),
    ];
  }

  /** Types with the same time are looked at together: one mark for each sender and time. */
  private async answers(tx: Tx, { setup }: Known, at: number): Promise<LaneLook[]> {
    const { promises, limits } = this.parts;
    const sinceId = await promisesSince(tx);
    const shared = sharedTypes(setup.agreements, at);
    const looks: LaneLook[] = [];
    for (const [promisedMs, types] of typesByPromise(promises)) {
      const senderIds = sendersAnswered(shared, types);
      const times = { before: at - promisedMs, sinceId };
      const step = `answered:${promisedMs / 1000}`;
      const { documents, marks, full } = await promisedAnswers(tx, step, { senderIds, types }, times, limits);
      const overdue: BrokenPromise[] = [];
      for (const senderId of new Set(documents.map((one) => one.senderId))) {
        const own = documents.filter(
          (one) => one.senderId === senderId && mayBeAnswered(shared, senderId, one.type),
        );
        const awaited = own.flatMap((one) =>
          awaitedOf(one).filter(({ type }) => awaitedAnswers(one.type).includes(type)),
        );
        const answered = new Set((await answersTo(tx, senderId, awaited)).map(({ answers }) => answers));
        for (const { id, type, interchangeId, receivedAt } of own)
          if (!answered.has(id))
            overdue.push({
              step: 'answered',
              interchangeId,
              senderId,
              document: { id, type },
              since: receivedAt,
            });
      }
      looks.push({ overdue, marks, full });
    }
    return looks;
  }

  private fault({ step, since, document, consumerId }: BrokenPromise, { codeOf }: Known): Fault {
    const { promises } = this.parts;
    const promised = {
      normalised: promises.normalisedMs,
      delivered: promises.deliveredMs,
      answered: answerPromise(promises, document?.type ?? ''),
    }[step];
    const by = new Date(dueAt(since, promised) ?? since).toISOString();
    if (step === 'normalised') return exchangeFaults.make('EXCHANGE_READ_LATE', { values: { by } });
    const type = document?.type ?? '';
    const values = { by, type, document: document?.id ?? '', consumer: codeOf(consumerId ?? '') };
    return step === 'delivered'
      ? exchangeFaults.make('EXCHANGE_DELIVERY_LATE', { values })
      : exchangeFaults.make('EXCHANGE_ANSWER_LATE', { values });
  }
}

const nothing: LaneLook = { overdue: [], marks: [], full: false };

/** Types whose answers are awaited, by the time promised for them; without those that nothing is promised for. */
function typesByPromise(promises: Promises): Map<number, string[]> {
  const types = new Map<number, string[]>();
  for (const type of messageTypes.filter((one) => answeredBy(one).some(({ awaited }) => awaited))) {
    const promisedMs = answerPromise(promises, type);
    if (promisedMs === 0) continue;
    types.set(promisedMs, [...(types.get(promisedMs) ?? []), type]);
  }
  return types;
}

/** Participants that can have an answer to documents of one of these types. */
const sendersAnswered = (shared: SharedTypes, types: readonly string[]): string[] =>
  [...shared.keys()].filter((id) => types.some((type) => mayBeAnswered(shared, id, type)));
