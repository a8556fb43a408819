import { Controller, Get, HttpCode, Param, Patch, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Fault, JsonObject, Result } from '#kernel';
import { type Agreement, agreementStates, type SetupDesk } from '#store';
import { RequireRole } from '../http/caller.js';
import { AdminDesk, found } from './admin-desk.js';
import { asked, refuse, versionWanted } from './administered-request.js';
import { AnswerHeaders, choiceOf, listed, pageOf, type PageQuery } from './answers.js';
import { adminFaults } from './faults.js';

interface AgreementQuery extends PageQuery {
  readonly owner?: string;
  readonly consumer?: string;
  readonly documentType?: string;
  readonly state?: string;
}

/** Rights of one participant to documents of another. Without one nothing is shared. */
@Controller('v1/admin/agreements')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class AgreementsController {
  constructor(private readonly desk: AdminDesk) {}

  @Get()
  async list(@Query() query: AgreementQuery): Promise<JsonObject> {
    const filter = {
      ownerId: await this.desk.filterId('participant', query.owner),
      consumerId: await this.desk.filterId('participant', query.consumer),
      documentType: query.documentType,
      state: choiceOf('state', query.state, agreementStates),
    };
    const page = await this.desk.view.agreements.list(filter, pageOf('agreements', query));
    return listed('agreements', page, this.shown);
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    return this.shown(found(await this.desk.view.agreements.find(id)));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'agreement-create');
    const { owner, consumer, validFrom, validTo, ...plain } = wanted;
    const faults = [
      ...this.desk.typeFaults(plain.documentType),
      ...this.desk.conditionFaults(plain.condition),
    ];
    const ownerId = await this.desk.idOf('participant', owner, '/owner', faults);
    const consumerId = await this.desk.idOf('participant', consumer, '/consumer', faults);
    if (ownerId !== '' && ownerId === consumerId)
      faults.push(adminFaults.make('ADMIN_SAME_PARTY', { place: { pointer: '/consumer' } }));
    const from = validFrom === undefined ? new Date(this.desk.parts.now()) : new Date(validFrom);
    const to = validTo === undefined ? null : new Date(validTo);
    refuse([...faults, ...periodFaults(from, to)]);
    const agreement = { ...plain, ownerId, consumerId, validFrom: from, validTo: to };
    return this.shown(await this.desk.act(actor, (setup) => setup.agreements.create(agreement)));
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'agreement-change');
    const version = versionWanted(request, true);
    const { validFrom, validTo, ...plain } = wanted;
    const now = found(await this.desk.view.agreements.find(id));
    const period = {
      validFrom: validFrom === undefined ? now.validFrom : new Date(validFrom),
      validTo: validTo === undefined ? now.validTo : validTo === null ? null : new Date(validTo),
    };
    refuse([
      ...this.desk.conditionFaults(plain.condition),
      ...periodFaults(period.validFrom, period.validTo),
    ]);
    const changes = { ...plain, ...period };
    return this.shown(await this.desk.act(actor, (setup) => setup.agreements.change(id, version, changes)));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  suspend(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.agreements.suspend(id, version));
  }

  @Post(':id/grant')
  @HttpCode(200)
  grant(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'welcome', (setup, version) => setup.agreements.grant(id, version));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  revoke(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.agreements.revoke(id, version));
  }

  private async enter(
    request: FastifyRequest,
    reason: 'needed' | 'welcome',
    act: (setup: SetupDesk, version: number | undefined) => Promise<Result<Agreement, Fault>>,
  ): Promise<JsonObject> {
    const { actor } = asked(request, 'act', reason);
    const version = versionWanted(request, false);
    return this.shown(await this.desk.act(actor, (setup) => act(setup, version)));
  }

  private readonly shown = (row: Agreement): JsonObject => this.desk.view.agreements.describe(row);
}

function periodFaults(from: Date, to: Date | null): Fault[] {
  if (to === null || to > from) return [];
  return [adminFaults.make('ADMIN_PERIOD_EMPTY', { place: { pointer: '/validTo' } })];
}
