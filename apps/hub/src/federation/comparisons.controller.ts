import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  UseInterceptors,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Comparisons, dayOf, rangeOfDay } from '#federation';
import type { JsonObject } from '#kernel';
import { comparisonsWith, type Comparison } from '#store';
import type { FastifyRequest } from 'fastify';
import { asked } from '../admin/administered-request.js';
import { AnswerHeaders, listed, pageOf, type PageQuery } from '../admin/answers.js';
import { Exchange } from '#exchange';
import { badParameter } from '../gateway/cursor.js';
import { RequireRole } from '../http/caller.js';
import { ProblemException } from '../http/problem.js';

/** Whether a peer has what was sent to it, day by day. */
@Controller('v1/admin/nodes/:node/comparisons')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class ComparisonsController implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly comparisons: Comparisons,
    private readonly exchange: Exchange,
  ) {}

  onApplicationBootstrap(): void {
    this.comparisons.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.comparisons.stop();
  }

  /** Compares a day now, and owes again what the peer turns out not to have. */
  @Post()
  @HttpCode(200)
  async compare(@Param('node') node: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted } = asked(request, 'comparison-create');
    const day = wanted.day ?? dayOf(Date.now());
    if (!rangeOfDay(day)) throw badParameter('day', 'a day as yyyy-MM-dd');
    const compared = await this.comparisons.compare(node, day);
    if (!compared.ok) throw new ProblemException([compared.error]);
    return shown(compared.value);
  }

  @Get()
  async list(@Param('node') node: string, @Query() query: PageQuery): Promise<JsonObject> {
    const page = pageOf('comparisons', query);
    const rows = await comparisonsWith(this.exchange.sql, node, { ...page, limit: page.limit + 1 });
    const items = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? items.at(-1) : undefined;
    return listed('comparisons', { items, ...(last ? { next: last.id } : {}) }, shown);
  }
}

/** Ids of a kind shown at most. */
const idsShown = 1_000;

const shown = ({ nodeCode, at, onlyHere, onlyThere, unlike, keptBack, ...rest }: Comparison): JsonObject => ({
  ...rest,
  node: nodeCode,
  at: new Date(at).toISOString(),
  own: { ...rest.own },
  peer: { ...rest.peer },
  equal: rest.own.digest === rest.peer.digest,
  onlyHere: onlyHere.slice(0, idsShown),
  onlyThere: onlyThere.slice(0, idsShown),
  unlike: unlike.slice(0, idsShown),
  keptBack: keptBack.slice(0, idsShown).map((one) => ({ ...one })),
});
