import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { badParameter, pageSize } from './cursor.js';
import { FeedReader } from './feed-reader.js';
import { FeedStreams } from './feed-streams.js';

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
    private readonly feeds: FeedReader,
    private readonly streams: FeedStreams,
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
    const caller = await this.feeds.allowed(request, id);
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const wait = query.wait === undefined ? 0 : Number(query.wait);
    if (!Number.isFinite(wait) || wait < 0) throw badParameter('wait', `seconds, 0 to ${WAIT_MOST}`);
    const after = await this.feeds.positionOf(id, query.after);
    const part = await this.feeds.read(caller, id, after, limit, Math.min(wait, WAIT_MOST) * 1000);
    if (wait > 0) await this.feeds.allowed(request, id);
    const events = part.events.map(({ text }) => text).join(',');
    const cursor = this.feeds.cursor(id, part.position);
    void reply
      .type('application/json; charset=utf-8')
      .send(`{"events":[${events}],"cursor":"${cursor}","more":${part.more}}`);
  }

  /**
   * The same events as they come, as server-sent events: the id of each is the cursor after it, so that a reader that
   * lost the connection goes on where it was by `Last-Event-ID`.
   */
  @Get(':id/stream')
  async stream(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: FeedQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = await this.feeds.allowed(request, id);
    const last = request.headers['last-event-id'];
    const after = await this.feeds.positionOf(id, typeof last === 'string' ? last : query.after);
    await this.streams.run(request, reply, caller, id, after);
  }
}
