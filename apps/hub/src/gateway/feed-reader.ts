import { Inject, Injectable } from '@nestjs/common';
import { eventOf, Exchange, FeedWaiters, ReadingLog, Rulebook, sourceOf, standingsOf } from '#exchange';
import { feedEnd, feedStart, readFeed } from '#store';
import type { FastifyRequest } from 'fastify';
import { identify, type Caller } from '../http/caller.js';
import { gatewayFaults } from '../http/faults.js';
import { ProblemException } from '../http/problem.js';
import { FEED_DAYS } from '../node/tokens.js';
import { badParameter, decodeCursor, encodeCursor, notFound } from './cursor.js';
import { recordReading } from './reading.js';

const DAY_MS = 86_400_000;
/** How old what is known of the start of a feed may be, and of how many feeds it is known. */
const START_MS = 60_000;
const STARTS_MOST = 10_000;

/** A part of a feed: events as JSON text, with the position of each. */
export interface FeedPart {
  readonly events: readonly { readonly position: number; readonly text: string }[];
  /** Where to go on: past what may not be seen, too. */
  readonly position: number;
  /** There may be more. */
  readonly more: boolean;
}

/** Mailboxes as they are read, whether page by page or as a stream: the same rights, order, events and record. */
@Injectable()
export class FeedReader {
  private readonly starts = new Map<string, { readonly at: number; readonly start: number }>();

  constructor(
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly waiters: FeedWaiters,
    private readonly readings: ReadingLog,
    /** How far back a feed is kept; 0: for ever. */
    @Inject(FEED_DAYS) private readonly days: number,
  ) {}

  /**
   * Who asks, if the feed is there for this caller: asked before a wait and again after it.
   *
   * @throws ProblemException when it is not, or not any more
   */
  async allowed(request: FastifyRequest, id: string): Promise<Caller> {
    const { setup } = await this.rulebook.current();
    const caller = identify(request, setup, Date.now());
    const destination = setup.destinations.get(id);
    const own = caller.role === 'administrator' || destination?.participantId === caller.participantId;
    if (!destination || destination.kind !== 'mailbox' || !own) throw notFound(`feed ${id}`);
    return caller;
  }

  cursor(id: string, position: number): string {
    return encodeCursor(`feed:${id}`, position);
  }

  /**
   * The position that a cursor stands for; `start` or nothing: the beginning; `end`: only what comes from now on.
   *
   * @throws ProblemException 410 when what came next is kept no more, with the cursor to begin again from
   */
  async positionOf(id: string, after: string | undefined): Promise<number> {
    const { sql } = this.exchange;
    const start = await this.startOf(id);
    if (after === undefined || after === 'start') return start;
    const end = await feedEnd(sql, id);
    if (after === 'end') return end;
    const position = Number(decodeCursor(`feed:${id}`, after));
    if (!Number.isSafeInteger(position) || position < 0 || position > end)
      throw badParameter('after', 'not a cursor of this feed');
    if (position >= start) return position;
    const restart = this.cursor(id, start);
    const values = { days: this.days, restart };
    throw new ProblemException([gatewayFaults.make('GATEWAY_CURSOR_EXPIRED', { values })], { restart });
  }

  /** The position that the feed is kept from. It only moves on, so what was found is where the next look begins. */
  private async startOf(id: string): Promise<number> {
    if (this.days === 0) return 0;
    const now = Date.now();
    const known = this.starts.get(id);
    if (known && now - known.at < START_MS) return known.start;
    const start = await feedStart(this.exchange.sql, id, now - this.days * DAY_MS, known?.start ?? 0);
    if (this.starts.size >= STARTS_MOST) this.starts.clear();
    this.starts.set(id, { at: now, start });
    return start;
  }

  /** The events after a position; waits for the first one if there is none. On record before it is given. */
  async read(caller: Caller, id: string, after: number, limit: number, waitMs: number): Promise<FeedPart> {
    const { sql } = this.exchange;
    const page = await this.waiters.wait(
      id,
      waitMs,
      () => readFeed(sql, id, after, limit),
      ({ position }) => position > after,
    );
    const rules = await this.rulebook.current();
    const now = Date.now();
    const standing = await standingsOf(sql, page.entries, rules, now);
    const entries = page.entries.filter((entry) => standing(entry) === undefined);
    const { position, full: more } = page;
    const [first] = entries;
    const last = entries.at(-1);
    if (!first || !last) return { events: [], position, more };
    const positions = { first: first.position, last: last.position };
    await recordReading(this.readings, caller, { what: 'feed', subjectId: id, positions });
    const config = rules.setup.destinations.get(id)?.config;
    const events = entries.map((entry) => ({
      position: entry.position,
      text: eventOf(sourceOf(entry, config), rules),
    }));
    return { events, position, more };
  }

  /** Events that a reader at a position has before it. */
  async behind(id: string, position: number): Promise<number> {
    return Math.max(0, (await feedEnd(this.exchange.sql, id)) - position);
  }
}
