import { Controller, Get, HttpCode, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Fault, JsonObject } from '#kernel';
import { type AccessKey, type IssuedKey, roles } from '#store';
import { RequireRole } from '../http/caller.js';
import { AdminDesk, found } from './admin-desk.js';
import { asked, refuse } from './administered-request.js';
import { AnswerHeaders, choiceOf, listed, pageOf, type PageQuery } from './answers.js';
import { adminFaults } from './faults.js';

/** Access keys. The text of a key is in the answer that made it and nowhere else, not even with us. */
@Controller('v1/admin/keys')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class KeysController {
  constructor(private readonly desk: AdminDesk) {}

  @Get()
  async list(@Query() query: PageQuery & { participant?: string; role?: string }): Promise<JsonObject> {
    const filter = {
      role: choiceOf('role', query.role, roles),
      participantId: await this.desk.filterId('participant', query.participant),
    };
    const page = await this.desk.view.accessKeys.list(filter, pageOf('keys', query));
    return listed('keys', page, this.shown);
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    return this.shown(found(await this.desk.view.accessKeys.find(id)));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'key-create');
    const { participant, role, label } = wanted;
    const faults: Fault[] = [];
    const participantId = await this.desk.idOf('participant', participant, '/participant', faults);
    const expiresAt = wanted.expiresAt === undefined ? undefined : new Date(wanted.expiresAt);
    if (expiresAt && expiresAt.getTime() <= this.desk.parts.now())
      faults.push(adminFaults.make('ADMIN_EXPIRY_PAST', { place: { pointer: '/expiresAt' } }));
    refuse(faults);
    const key = { participantId, role, label, ...(expiresAt ? { expiresAt } : {}) };
    return this.shownOnce(await this.desk.act(actor, (setup) => setup.accessKeys.issue(key)));
  }

  @Post(':id/rotate')
  async rotate(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'key-rotate');
    const overlap = wanted.overlapSeconds * 1000;
    return this.shownOnce(await this.desk.act(actor, (setup) => setup.accessKeys.rotate(id, overlap)));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act', 'needed');
    return this.shown(await this.desk.act(actor, (setup) => setup.accessKeys.revoke(id)));
  }

  private readonly shown = (row: AccessKey): JsonObject => this.desk.view.accessKeys.describe(row);

  private shownOnce({ row, key }: IssuedKey): JsonObject {
    return { ...this.shown(row), key };
  }
}
