import { Controller, Get, HttpCode, Param, Patch, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '#kernel';
import { type Participant, participantKinds, participantStates } from '#store';
import { RequireRole } from '../http/caller.js';
import { AdminDesk, found } from './admin-desk.js';
import { asked, versionWanted } from './administered-request.js';
import { AnswerHeaders, choiceOf, listed, pageOf, type PageQuery } from './answers.js';

/** Organisations at this node, named by id or code. */
@Controller('v1/admin/participants')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class ParticipantsController {
  constructor(private readonly desk: AdminDesk) {}

  @Get()
  async list(
    @Query() query: PageQuery & { kind?: string; state?: string; code?: string },
  ): Promise<JsonObject> {
    const filter = {
      kind: choiceOf('kind', query.kind, participantKinds),
      state: choiceOf('state', query.state, participantStates),
      code: query.code,
    };
    const page = await this.desk.view.participants.list(filter, pageOf('participants', query));
    return listed('participants', page, this.shown);
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    return this.shown(found(await this.desk.view.participants.find(id)));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'participant-create');
    return this.shown(await this.desk.act(actor, (setup) => setup.participants.create(wanted)));
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'participant-change');
    const version = versionWanted(request, true);
    return this.shown(await this.desk.act(actor, (setup) => setup.participants.change(id, version, wanted)));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  async suspend(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act', 'needed');
    const version = versionWanted(request, false);
    return this.shown(await this.desk.act(actor, (setup) => setup.participants.suspend(id, version)));
  }

  @Post(':id/activate')
  @HttpCode(200)
  async activate(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    const version = versionWanted(request, false);
    return this.shown(await this.desk.act(actor, (setup) => setup.participants.activate(id, version)));
  }

  private readonly shown = (row: Participant): JsonObject => this.desk.view.participants.describe(row);
}
