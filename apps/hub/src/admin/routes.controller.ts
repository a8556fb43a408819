import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Fault, JsonObject, Result } from '#kernel';
import { type Route, routeStates, type SetupDesk } from '#store';
import { RequireRole } from '../http/caller.js';
import { AdminDesk, found } from './admin-desk.js';
import { asked, refuse, versionWanted } from './administered-request.js';
import { AnswerHeaders, choiceOf, listed, pageOf, type PageQuery } from './answers.js';

interface RouteQuery extends PageQuery {
  readonly destination?: string;
  readonly documentType?: string;
  readonly state?: string;
}

/** Rules that say who should get a document, named by id or code. */
@Controller('v1/admin/routes')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class RoutesController {
  constructor(private readonly desk: AdminDesk) {}

  @Get()
  async list(@Query() query: RouteQuery): Promise<JsonObject> {
    const filter = {
      destinationId: await this.desk.filterId('destination', query.destination),
      documentType: query.documentType,
      state: choiceOf('state', query.state, routeStates),
    };
    const page = await this.desk.view.routes.list(filter, pageOf('routes', query));
    return listed('routes', page, this.shown);
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    return this.shown(found(await this.desk.view.routes.find(id)));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'route-create');
    const { destination, ...plain } = wanted;
    const faults = [
      ...this.desk.typeFaults(plain.documentType),
      ...this.desk.conditionFaults(plain.condition),
    ];
    const destinationId = await this.desk.idOf('destination', destination, '/destination', faults);
    refuse(faults);
    return this.shown(
      await this.desk.act(actor, (setup) => setup.routes.create({ ...plain, destinationId })),
    );
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'route-change');
    const version = versionWanted(request, true);
    const { destination, ...plain } = wanted;
    const faults = [
      ...this.desk.typeFaults(plain.documentType),
      ...this.desk.conditionFaults(plain.condition),
    ];
    const destinationId =
      destination === undefined
        ? undefined
        : await this.desk.idOf('destination', destination, '/destination', faults);
    refuse(faults);
    const changes = { ...plain, ...(destinationId === undefined ? {} : { destinationId }) };
    return this.shown(await this.desk.act(actor, (setup) => setup.routes.change(id, version, changes)));
  }

  @Post(':id/enable')
  @HttpCode(200)
  enable(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'welcome', (setup, version) => setup.routes.enable(id, version));
  }

  @Post(':id/disable')
  @HttpCode(200)
  disable(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.routes.disable(id, version));
  }

  @Delete(':id')
  @HttpCode(200)
  delete(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.routes.delete(id, version));
  }

  private async enter(
    request: FastifyRequest,
    reason: 'needed' | 'welcome',
    act: (setup: SetupDesk, version: number | undefined) => Promise<Result<Route, Fault>>,
  ): Promise<JsonObject> {
    const { actor } = asked(request, 'act', reason);
    const version = versionWanted(request, false);
    return this.shown(await this.desk.act(actor, (setup) => act(setup, version)));
  }

  private readonly shown = (row: Route): JsonObject => this.desk.view.routes.describe(row);
}
