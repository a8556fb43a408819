import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange } from '#exchange';
import { isUuid } from '#kernel';
import { documentById, listReadings, readingsOf, type ReadingView } from '#store';
import { callerOf, RequireRole } from '../http/caller.js';
import { decodeCursor, encodeCursor, instant, notFound, pageSize } from './cursor.js';

const PAGE = { standard: 50, most: 200 };

interface ReadingQuery {
  readonly participant?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

/** Who has read what: of one document for its sender, of all for the administrator. */
@Controller('v1')
export class ReadingsController {
  constructor(private readonly exchange: Exchange) {}

  @Get('documents/:id/readings')
  async ofDocument(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: ReadingQuery) {
    const caller = callerOf(request);
    const found = isUuid(id) ? await documentById(this.exchange.sql, id) : undefined;
    const own = caller.role === 'administrator' || found?.document.senderId === caller.participantId;
    if (!found || !own) throw notFound(`document ${id}`);
    return this.page(query, (page) => readingsOf(this.exchange.sql, id, page));
  }

  @Get('admin/readings')
  @RequireRole('administrator')
  async all(@Query() query: ReadingQuery) {
    const { participant, subject } = query;
    const participantId = isUuid(participant ?? '') ? participant : this.exchange.participantId(participant);
    if (participant !== undefined && participantId === undefined) return { items: [] };
    if (subject !== undefined && !isUuid(subject)) return { items: [] };
    const from = instant('from', query.from);
    const to = instant('to', query.to);
    return this.page(query, (page) =>
      listReadings(this.exchange.sql, {
        ...page,
        ...(participantId === undefined ? {} : { participantId }),
        ...(subject === undefined ? {} : { subjectId: subject }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }),
    );
  }

  private async page(
    query: ReadingQuery,
    read: (page: { before?: string; limit: number }) => Promise<ReadingView[]>,
  ) {
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const before = decodeCursor('readings', query.cursor);
    const views = await read({ limit, ...(before === undefined ? {} : { before }) });
    const last = views.at(-1);
    return {
      items: views.map((view) => this.show(view)),
      ...(views.length === limit && last ? { next: encodeCursor('readings', last.id) } : {}),
    };
  }

  private show(view: ReadingView) {
    return {
      id: view.id,
      at: new Date(view.at).toISOString(),
      participant: this.exchange.codeOf(view.participantId),
      key: view.keyId,
      role: view.role,
      address: view.address,
      what: view.what,
      ...(view.subjectId === undefined ? {} : { subject: view.subjectId }),
      ...(view.documents === undefined ? {} : { documents: view.documents }),
    };
  }
}
