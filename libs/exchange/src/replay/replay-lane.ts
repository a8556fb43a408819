import type { LaneOutcome } from '#queue';
import {
  advanceReplay,
  closeSuperseded,
  holdReplay,
  nextToReplay,
  oweAgain,
  oweCorrected,
  pendingUpTo,
  storeCorrected,
  type Replayable,
  type ReplayView,
  type Sql,
  type Tx,
} from '#store';
import { paceOf } from '../channel/pace.js';
import { exchangeFaults } from '../faults.js';
import { deliveriesFrom } from '../routed-documents.js';
import type { Rulebook } from '../rulebook.js';
import { standingsOf } from '../standing.js';
import { readToday } from './today.js';

export interface ReplayLimits {
  /** Deliveries owed again in one transaction at most. */
  readonly batchRows: number;
  /** Deliveries that a destination may have before it: a replay waits for it to take them. */
  readonly ahead: number;
  /** How long it waits for that, in milliseconds. */
  readonly waitMs: number;
}

export const replayLimits: ReplayLimits = { batchRows: 200, ahead: 2_000, waitMs: 1_000 };

export interface ReplayWork {
  readonly sql: Sql;
  readonly rulebook: Rulebook;
  readonly now: () => number;
  readonly limits: ReplayLimits;
  /** Told that a destination has deliveries due. */
  readonly due: (destinationId: string) => void;
}

/** Owes again what a replay asks for, some at a time, in order, no faster than asked and than its receiver takes it. */
export class ReplayLane {
  constructor(private readonly work: ReplayWork) {}

  async run(replayId: string): Promise<LaneOutcome> {
    const { sql, now, due } = this.work;
    const ran = await sql.transaction(async (tx) => {
      const replay = await holdReplay(tx, replayId);
      if (!replay) return undefined;
      const pace = paceOf(replay.perSecond, replay, now());
      if (pace.rows === 0) return { outcome: { more: false, dueInMs: pace.waitMs }, replay };
      return { outcome: await this.step(tx, replay, pace.rows), replay };
    });
    if (!ran) return { more: false };
    due(ran.replay.destinationId);
    return ran.outcome;
  }

  private async step(tx: Tx, replay: ReplayView, allowed: number): Promise<LaneOutcome> {
    const { limits, now } = this.work;
    const { destinationId } = replay;
    const room = limits.ahead - (await pendingUpTo(tx, destinationId, limits.ahead));
    if (room <= 0) return { more: false, dueInMs: limits.waitMs };
    const rows = Math.min(limits.batchRows, allowed, room);
    const found = await nextToReplay(tx, replay, { after: replay.afterSeq, last: replay.lastSeq }, rows);
    const made = await this.owe(tx, replay, found);
    const done = found.length < rows;
    const { perSecond } = replay;
    const each = perSecond === undefined ? 0 : 1_000 / perSecond;
    await advanceReplay(tx, replay.id, {
      ...made,
      afterSeq: found.at(-1)?.seq ?? replay.afterSeq,
      done,
      pacedUntil:
        perSecond === undefined ? undefined : Math.max(replay.pacedUntil ?? 0, now()) + found.length * each,
    });
    return { more: !done };
  }

  private async owe(tx: Tx, replay: ReplayView, found: readonly Replayable[]) {
    const { destinationId } = replay;
    const same: number[] = [];
    const corrected: number[] = [];
    let failed = 0;
    let withdrawn = 0;
    const now = this.work.now();
    const rules = await this.work.rulebook.current();
    const standing = await standingsOf(tx, found, rules, now);
    for (const one of found) {
      if (standing(one) !== undefined) {
        withdrawn++;
        continue;
      }
      const today =
        replay.mapping === 'current' ? await readToday(tx, one, destinationId, rules, now) : undefined;
      if (today?.kind === 'corrected') {
        const { document, decision } = today;
        if (!decision) {
          withdrawn++;
          continue;
        }
        const id = await storeCorrected(tx, document);
        for (const owed of deliveriesFrom([decision], id, one.orderKey, rules))
          await oweCorrected(tx, owed, now);
        corrected.push(one.seq);
      } else if (today?.kind === 'unreadable') failed++;
      else same.push(one.seq);
    }
    await closeSuperseded(tx, destinationId, corrected, exchangeFaults.make('EXCHANGE_SUPERSEDED'));
    return { again: await oweAgain(tx, destinationId, same), corrected: corrected.length, failed, withdrawn };
  }
}
