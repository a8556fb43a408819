import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange } from '#exchange';
import { listNotices } from '#store';
import { callerOf } from '../http/caller.js';
import { languageOf } from '../http/language.js';
import { problemEntry } from '../http/problem.js';
import { decodeCursor, encodeCursor, pageSize } from './cursor.js';

const PAGE = { standard: 50, most: 200 };

interface NoticeQuery {
  readonly cursor?: string;
  readonly limit?: string;
}

/** What a participant is told that is no document, such as that its destination was disabled; newest first. */
@Controller('v1/notices')
export class NoticesController {
  constructor(private readonly exchange: Exchange) {}

  /** Those of the caller, for an administrator those of all. */
  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: NoticeQuery) {
    const caller = callerOf(request);
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const before = decodeCursor('notices', query.cursor);
    const notices = await listNotices(this.exchange.sql, {
      ...(caller.role === 'administrator' ? {} : { participantId: caller.participantId }),
      ...(before === undefined ? {} : { before }),
      limit,
    });
    const language = languageOf(request.headers['accept-language']);
    const last = notices.at(-1);
    return {
      items: notices.map((one) => ({
        id: one.id,
        at: new Date(one.at).toISOString(),
        participant: this.exchange.codeOf(one.participantId),
        kind: one.kind,
        subjectType: one.subjectType,
        subject: one.subjectId,
        fault: problemEntry(one.fault, language),
      })),
      ...(notices.length === limit && last ? { next: encodeCursor('notices', last.id) } : {}),
    };
  }
}
