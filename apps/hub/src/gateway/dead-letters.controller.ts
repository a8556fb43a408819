import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange } from '#exchange';
import { isUuid } from '#kernel';
import { deadLetterGroups, SetupSnapshot, type Sql } from '#store';
import { callerOf } from '../http/caller.js';
import { SQL } from '../node/tokens.js';
import { pageSize } from './cursor.js';

const PAGE = { standard: 100, most: 500 };

interface ListQuery {
  readonly destination?: string;
  readonly limit?: string;
}

/** Deliveries that were given up, by what they have in common: three hundred of one cause are one line. */
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(
    @Inject(SQL) private readonly sql: Sql,
    private readonly exchange: Exchange,
    private readonly snapshot: SetupSnapshot,
  ) {}

  /** Of the caller's destinations, for an administrator of all; the largest group first. */
  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: ListQuery) {
    const caller = callerOf(request);
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const { destination } = query;
    if (destination !== undefined && !isUuid(destination)) return { items: [] };
    const groups = await deadLetterGroups(
      this.sql,
      {
        ...(caller.role === 'administrator' ? {} : { participantId: caller.participantId }),
        ...(destination === undefined ? {} : { destinationId: destination }),
      },
      limit,
    );
    const { destinations } = this.snapshot.current();
    return {
      items: groups.map((group) => ({
        participant: this.exchange.codeOf(destinations.get(group.destinationId)?.participantId ?? ''),
        destination: group.destinationId,
        cause: group.cause,
        documentType: group.documentType,
        count: group.count,
        firstAt: new Date(group.first).toISOString(),
        lastAt: new Date(group.last).toISOString(),
        examples: group.examples,
      })),
    };
  }
}
