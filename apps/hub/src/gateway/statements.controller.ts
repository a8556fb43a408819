import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUuid } from '#kernel';
import {
  deliveriesStated,
  documentsSent,
  messagesSent,
  SetupSnapshot,
  statedDeliveries,
  statementDifferences,
  type Day,
  type Sql,
  type StatedDelivery,
  type StatementOf,
} from '#store';
import { asked } from '../admin/administered-request.js';
import { callerOf, type Caller } from '../http/caller.js';
import { SQL } from '../node/tokens.js';
import { badParameter, decodeCursor, encodeCursor, notFound, pageSize } from './cursor.js';

/** A day is one of Beijing, as all of clearance counts. */
const OFFSET = '+08:00';
const DAY_MS = 86_400_000;
const PAGE = { standard: 1_000, most: 10_000 };
/** Differences that one answer tells at most. */
const DIFFERENCES_MOST = 10_000;

interface StatementQuery {
  readonly day?: string;
  readonly route?: string;
  readonly cursor?: string;
  readonly limit?: string;
  readonly format?: string;
}

/** Daily statements: what a sender handed in, what a destination was given, and where the two sides differ. */
@Controller('v1/statements')
export class StatementsController {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly snapshot: SetupSnapshot,
  ) {}

  /** Of the caller as a sender. */
  @Get('sent')
  async sent(@Req() request: FastifyRequest, @Query() query: StatementQuery) {
    const { participantId, participantCode } = callerOf(request);
    const day = dayOf(query.day);
    const [messages, documents] = await Promise.all([
      messagesSent(this.sql, participantId, day),
      documentsSent(this.sql, participantId, day),
    ]);
    return { day: query.day, participant: participantCode, messages, documents };
  }

  /** Of one destination, or of one subscription or route to it. */
  @Get('destinations/:id')
  async received(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: StatementQuery) {
    const of = this.of(callerOf(request), id, query.route);
    const lines = await deliveriesStated(this.sql, of, dayOf(query.day));
    return {
      day: query.day,
      destination: id,
      ...(of.routeId === undefined ? {} : { route: of.routeId }),
      lines,
    };
  }

  /** Every document of the statement: as JSON, or with `format=csv` as a table to be kept. */
  @Get('destinations/:id/documents')
  async documents(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: StatementQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const of = this.of(callerOf(request), id, query.route);
    if (query.format !== undefined && query.format !== 'json' && query.format !== 'csv')
      throw badParameter('format', 'json, csv');
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const after = decodeCursor('statement', query.cursor);
    const day = dayOf(query.day);
    const page = { limit, ...(after === undefined ? {} : { after }) };
    const stated = await statedDeliveries(this.sql, of, day, page);
    const last = stated.at(-1);
    const next = stated.length === limit && last ? encodeCursor('statement', last.documentId) : undefined;
    if (query.format === 'csv') {
      void reply
        .headers({
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="statement-${query.day ?? ''}.csv"`,
          ...(next === undefined ? {} : { 'x-next-cursor': next }),
        })
        .send(table(stated));
      return;
    }
    const items = stated.map(shown);
    void reply.send({ items, ...(next === undefined ? {} : { next }) });
  }

  /** Where the ids that the receiver has differ from what was delivered: what is missing can be replayed. */
  @Post('destinations/:id/differences')
  @HttpCode(200)
  async differences(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { wanted } = asked(request, 'statement-compare');
    const of = this.of(callerOf(request), id, wanted.route);
    const day = dayOf(wanted.day);
    const { missing, unknown } = await statementDifferences(
      this.sql,
      of,
      day,
      wanted.documents,
      DIFFERENCES_MOST,
    );
    const more = missing.length === DIFFERENCES_MOST || unknown.length === DIFFERENCES_MOST;
    return { day: wanted.day, missing: missing.map(shown), unknown, more };
  }

  private of(caller: Caller, id: string, route: string | undefined): StatementOf {
    const destination = this.snapshot.current().destinations.get(id);
    const own = caller.role === 'administrator' || destination?.participantId === caller.participantId;
    if (!destination || !own) throw notFound(`destination ${id}`);
    if (route !== undefined && !isUuid(route)) throw badParameter('route', 'id of a route or subscription');
    return { destinationId: id, ...(route === undefined ? {} : { routeId: route }) };
  }
}

function dayOf(text: string | undefined): Day {
  const from =
    text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00${OFFSET}`) : Number.NaN;
  if (Number.isNaN(from)) throw badParameter('day', 'yyyy-MM-dd, a day of Beijing');
  return { from, to: from + DAY_MS };
}

const shown = ({ documentId, documentType, state, finishedAt }: StatedDelivery) => ({
  document: documentId,
  documentType,
  state,
  ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt).toISOString() }),
});

/** RFC 4180; nothing in it needs quotes. */
function table(stated: readonly StatedDelivery[]): string {
  const rows = stated
    .map(shown)
    .map((one) => [one.document, one.documentType, one.state, one.finishedAt ?? '']);
  return [['document', 'documentType', 'state', 'finishedAt'], ...rows]
    .map((row) => `${row.join(',')}\r\n`)
    .join('');
}
