import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange, previewSubscription, ReadingLog, Rulebook } from '#exchange';
import { isUuid, type Fault, type JsonObject, type Result } from '#kernel';
import type { SetupDesk, Subscription } from '#store';
import { AdminDesk } from '../admin/admin-desk.js';
import { asked, refuse, versionWanted } from '../admin/administered-request.js';
import { AnswerHeaders, listed, pageOf, type PageQuery } from '../admin/answers.js';
import { notFound } from '../gateway/cursor.js';
import { recordReading } from '../gateway/reading.js';
import { callerOf } from '../http/caller.js';
import { ProblemException } from '../http/problem.js';
import { RateLimit } from '../http/rate-limit.js';
import { PREVIEW_PACE } from '../node/tokens.js';
import { selfServiceFaults } from './faults.js';
import { rightsOf, wishFaults, type SubscriptionWishes } from './subscription-wishes.js';

const DAY_MS = 86_400_000;
/** Events that a preview shows. */
const PREVIEW_EVENTS = 20;

/** What an enterprise wants of that which agreements let it have: its own to make, change, pause and end. */
@Controller('v1/subscriptions')
@UseInterceptors(AnswerHeaders)
export class SubscriptionsController {
  constructor(
    private readonly desk: AdminDesk,
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly readings: ReadingLog,
    @Inject(PREVIEW_PACE) private readonly pace: RateLimit,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: PageQuery): Promise<JsonObject> {
    const { participantId } = callerOf(request);
    const page = await this.desk.view.subscriptions.list({ participantId }, pageOf('subscriptions', query));
    return listed('subscriptions', page, this.shown);
  }

  @Get(':id')
  async get(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.shown(await this.own(request, id));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'subscription-create');
    const { participantId } = callerOf(request);
    const { destination, ...plain } = wanted;
    const faults = await this.faults(request, wanted, plain.condition);
    const destinationId = await this.destinationOf(request, destination, faults);
    refuse(faults);
    const subscription = { ...plain, participantId, destinationId };
    return this.shown(await this.desk.act(actor, (setup) => setup.subscriptions.create(subscription)));
  }

  @Patch(':id')
  async change(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'subscription-change');
    const version = versionWanted(request, true);
    const now = await this.own(request, id);
    const { destination, ...plain } = wanted;
    const faults = await this.faults(request, { ...now, ...plain }, plain.condition);
    const destinationId =
      destination === undefined ? now.destinationId : await this.destinationOf(request, destination, faults);
    refuse(faults);
    const changes = { ...plain, destinationId };
    return this.shown(
      await this.desk.act(actor, (setup) => setup.subscriptions.change(id, version, changes)),
    );
  }

  /** What it would have given in the last days; nothing is made by looking. */
  @Post('preview')
  @HttpCode(200)
  async preview(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted } = asked(request, 'subscription-preview');
    const caller = callerOf(request);
    const { days, ...asking } = wanted;
    this.admitPreview(caller.participantId);
    refuse(await this.faults(request, wanted, wanted.condition));
    const rules = await this.rulebook.current();
    const now = Date.now();
    const rights = rightsOf(rules.setup, caller.participantId, now);
    const previewed = { ...asking, participantId: caller.participantId };
    const since = now - days * DAY_MS;
    const { sql } = this.exchange;
    const found = await previewSubscription(sql, rules, previewed, rights, since, PREVIEW_EVENTS);
    const { documentIds, events, ...counts } = found;
    if (documentIds.length > 0)
      await recordReading(this.readings, caller, { what: 'documents', documentIds });
    return { ...counts, events: events.map((event) => JSON.parse(event)) };
  }

  /** Each looks through many documents: few a minute, whatever else the participant may ask. */
  private admitPreview(participantId: string): void {
    if (this.pace.allows(participantId, performance.now())) return;
    const values = { limit: Math.round(this.pace.perSecond * 60) };
    throw new ProblemException([selfServiceFaults.make('SUBSCRIPTION_PREVIEWS_LIMITED', { values })]);
  }

  /** Nothing new is owed until it is resumed; what was missed meanwhile is not made up for. */
  @Post(':id/pause')
  @HttpCode(200)
  pause(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.enter(request, id, (setup, version) => setup.subscriptions.pause(id, version));
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.enter(request, id, (setup, version) => setup.subscriptions.resume(id, version));
  }

  @Delete(':id')
  @HttpCode(200)
  delete(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.enter(request, id, (setup, version) => setup.subscriptions.delete(id, version));
  }

  private async enter(
    request: FastifyRequest,
    id: string,
    act: (setup: SetupDesk, version: number | undefined) => Promise<Result<Subscription, Fault>>,
  ): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    const version = versionWanted(request, false);
    await this.own(request, id);
    return this.shown(await this.desk.act(actor, (setup) => act(setup, version)));
  }

  private async faults(
    request: FastifyRequest,
    wishes: SubscriptionWishes,
    condition: string | null | undefined,
  ): Promise<Fault[]> {
    const { setup, mappings } = await this.rulebook.current();
    const rights = rightsOf(setup, callerOf(request).participantId, Date.now());
    const types = wishes.documentTypes ?? [];
    const unknown = types.flatMap((type, at) =>
      this.desk.typeFaults(type).map((fault) => ({ ...fault, place: { pointer: `/documentTypes/${at}` } })),
    );
    if (unknown.length > 0) return [...unknown, ...this.desk.conditionFaults(condition)];
    return [...wishFaults(wishes, rights, mappings.adapters), ...this.desk.conditionFaults(condition)];
  }

  private async destinationOf(request: FastifyRequest, reference: string, faults: Fault[]): Promise<string> {
    const { participantCode, participantId } = callerOf(request);
    const named = isUuid(reference) ? reference : `${participantCode}/${reference}`;
    const row = await this.desk.view.destinations.find(named);
    if (row.ok && row.value.participantId === participantId) return row.value.id;
    const values = { destination: reference };
    const place = { pointer: '/destination' };
    faults.push(selfServiceFaults.make('SUBSCRIPTION_DESTINATION_NOT_OWN', { values, place }));
    return '';
  }

  private async own(request: FastifyRequest, id: string): Promise<Subscription> {
    const row = await this.desk.view.subscriptions.find(id);
    if (!row.ok || row.value.participantId !== callerOf(request).participantId)
      throw notFound(`subscription ${id}`);
    return row.value;
  }

  private readonly shown = (row: Subscription): JsonObject => this.desk.view.subscriptions.describe(row);
}
