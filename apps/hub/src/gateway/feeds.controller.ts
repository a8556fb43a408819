import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { eventOf, Exchange, FeedWaiters, ReadingLog, Rulebook } from '#exchange';
import { feedEnd, readFeed } from '#store';
import { callerOf } from '../http/caller.js';
import { badParameter, decodeCursor, encodeCursor, notFound, pageSize } from './cursor.js';
import { recordReading } from './reading.js';

const PAGE = { standard: 100, most: 1000 };
const WAIT_MOST = 30;

interface FeedQuery {
  readonly after?: string;
  readonly limit?: string;
  readonly wait?: string;
}

/** A mailbox read by cursor: every event once in a stable order, from wherever the reader says it is. */
@Controller('v1/feeds')
export class FeedsController {
  constructor(
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly waiters: FeedWaiters,
    private readonly readings: ReadingLog,
  ) {}

  /**
   * `after` is the cursor of the answer before; absent or `start`: from the beginning; `end`: only what comes from
   * now on. `wait`: seconds to stay when there is nothing yet.
   */
  @Get(':id')
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: FeedQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(request);
    const rules = await this.rulebook.current();
    const destination = rules.setup.destinations.get(id);
    if (
      !destination ||
      destination.kind !== 'mailbox' ||
      (caller.role !== 'administrator' && destination.participantId !== caller.participantId)
    ) {
      throw notFound(`feed ${id}`);
    }
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const wait = query.wait === undefined ? 0 : Number(query.wait);
    if (!Number.isFinite(wait) || wait < 0) throw badParameter('wait', `seconds, 0 to ${WAIT_MOST}`);
    const { sql } = this.exchange;
    const after = await this.positionOf(id, query.after);
    const entries = await this.waiters.wait(
      id,
      Math.min(wait, WAIT_MOST) * 1000,
      () => readFeed(sql, id, after, limit),
      (page) => page.length > 0,
    );
    const position = entries.at(-1)?.position ?? after;
    const [first] = entries;
    if (first) {
      const positions = { first: first.position, last: position };
      await recordReading(this.readings, caller, { what: 'feed', subjectId: id, positions });
    }
    const events = entries.map((entry) => eventOf(entry, rules)).join(',');
    const cursor = encodeCursor(`feed:${id}`, position);
    const more = entries.length === limit;
    void reply
      .type('application/json; charset=utf-8')
      .send(`{"events":[${events}],"cursor":"${cursor}","more":${more}}`);
  }

  private async positionOf(id: string, after: string | undefined): Promise<number> {
    if (after === undefined || after === 'start') return 0;
    const end = await feedEnd(this.exchange.sql, id);
    if (after === 'end') return end;
    const position = Number(decodeCursor(`feed:${id}`, after));
    if (!Number.isSafeInteger(position) || position < 0 || position > end)
      throw badParameter('after', 'not a cursor of this feed');
    return position;
  }
}
