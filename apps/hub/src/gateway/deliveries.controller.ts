import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange, exchangeFaults, redeliver, Rulebook } from '#exchange';
import { isUuid } from '#kernel';
import {
  attemptsOf,
  deliveriesOf,
  listDeliveries,
  SetupSnapshot,
  type DeliveryFilter,
  type DeliveryState,
} from '#store';
import { callerOf } from '../http/caller.js';
import { problemEntry, ProblemException } from '../http/problem.js';
import { LaneBell } from '../workers/lane-bell.js';
import { languageOf } from '../http/language.js';
import { attemptFault } from './attempt-fault.js';
import { badParameter, decodeCursor, encodeCursor, notFound, pageSize } from './cursor.js';
import { showDelivery } from './views.js';

const PAGE = { standard: 50, most: 200 };
/** Deliveries owed again by one request at most. */
const REDELIVER_MOST = 10_000;
const STATES: readonly string[] = ['pending', 'delivered', 'dead', 'cancelled'];

interface ListQuery {
  readonly state?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

/** The delivery log of a destination, for its owner and the administrator. */
@Controller('v1/destinations/:destination/deliveries')
export class DeliveriesController {
  constructor(
    private readonly exchange: Exchange,
    private readonly snapshot: SetupSnapshot,
    private readonly rulebook: Rulebook,
    private readonly bell: LaneBell,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Param('destination') id: string, @Query() query: ListQuery) {
    this.own(request, id);
    if (query.state !== undefined && !STATES.includes(query.state))
      throw badParameter('state', STATES.join(', '));
    const limit = pageSize(query.limit, PAGE.standard, PAGE.most);
    const before = decodeCursor('deliveries', query.cursor);
    const filter: DeliveryFilter = {
      destinationId: id,
      limit,
      ...(query.state === undefined ? {} : { state: query.state as DeliveryState }),
      ...(before === undefined ? {} : { before: Number(before) }),
    };
    const views = await listDeliveries(this.exchange.sql, filter);
    const last = views.at(-1);
    const language = languageOf(request.headers['accept-language']);
    return {
      items: views.map((view) => showDelivery(view, language)),
      ...(views.length === limit && last ? { next: encodeCursor('deliveries', last.seq) } : {}),
    };
  }

  @Get(':document')
  async get(
    @Req() request: FastifyRequest,
    @Param('destination') id: string,
    @Param('document') document: string,
  ) {
    this.own(request, id);
    const views = isUuid(document) ? await deliveriesOf(this.exchange.sql, [document]) : [];
    const view = views.find((one) => one.destinationId === id);
    if (!view) throw notFound(`delivery of ${document}`);
    const attempts = await attemptsOf(this.exchange.sql, id, view.seq);
    const language = languageOf(request.headers['accept-language']);
    return {
      ...showDelivery(view, language),
      log: attempts.map((one) => {
        const fault = attemptFault(one);
        return {
          ...one,
          startedAt: new Date(one.startedAt).toISOString(),
          ...(fault ? { fault: problemEntry(fault, language) } : {}),
        };
      }),
    };
  }

  /** Owe every dead delivery of the destination again, up to a bound; say it again for the rest. */
  @Post('redeliver')
  @HttpCode(200)
  async redeliverDead(@Req() request: FastifyRequest, @Param('destination') id: string) {
    this.own(request, id);
    return this.again(id, undefined);
  }

  /** Owe one delivery again, whatever became of it: same document id, marked `replayed`. */
  @Post(':document/redeliver')
  @HttpCode(200)
  async redeliverOne(
    @Req() request: FastifyRequest,
    @Param('destination') id: string,
    @Param('document') document: string,
  ) {
    this.own(request, id);
    if (!isUuid(document)) throw notFound(`delivery of ${document}`);
    return this.again(id, [document]);
  }

  private async again(id: string, documents: readonly string[] | undefined) {
    const rules = await this.rulebook.current();
    const done = await redeliver(this.exchange.sql, id, documents, REDELIVER_MOST, rules, Date.now());
    const { redelivered, withdrawn, more } = done;
    if (documents && withdrawn > 0)
      throw new ProblemException([exchangeFaults.make('EXCHANGE_RIGHT_WITHDRAWN')]);
    if (documents && redelivered === 0) throw notFound('a finished delivery of this document');
    this.bell.deliver(id);
    return { redelivered, ...(withdrawn > 0 ? { withdrawn } : {}), ...(more ? { more } : {}) };
  }

  private own(request: FastifyRequest, id: string): void {
    const caller = callerOf(request);
    const destination = this.snapshot.current().destinations.get(id);
    if (
      !destination ||
      (caller.role !== 'administrator' && destination.participantId !== caller.participantId)
    ) {
      throw notFound(`destination ${id}`);
    }
  }
}
