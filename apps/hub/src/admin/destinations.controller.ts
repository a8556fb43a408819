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
import { type Destination, destinationKinds, destinationStates, type SetupDesk } from '#store';
import { RequireRole } from '../http/caller.js';
import { AdminDesk, found } from './admin-desk.js';
import { asked, refuse, versionWanted } from './administered-request.js';
import { AnswerHeaders, choiceOf, listed, pageOf, type PageQuery } from './answers.js';
import { brokerMisplaced, misplaced, unknownFormat, unsigned } from './destination-members.js';
import { newSigningSecret, secretRenewal, sealedSecrets } from './webhook-secrets.js';
import { webhookUrlFaults } from './webhook-url.js';

interface DestinationQuery extends PageQuery {
  readonly participant?: string;
  readonly kind?: string;
  readonly state?: string;
}

/** Where documents of a participant go, named by id or `participant/code` (the slash written %2F in a path). */
@Controller('v1/admin/destinations')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class DestinationsController {
  constructor(private readonly desk: AdminDesk) {}

  @Get()
  async list(@Query() query: DestinationQuery): Promise<JsonObject> {
    const filter = {
      participantId: await this.desk.filterId('participant', query.participant),
      kind: choiceOf('kind', query.kind, destinationKinds),
      state: choiceOf('state', query.state, destinationStates),
    };
    const page = await this.desk.view.destinations.list(filter, pageOf('destinations', query));
    return listed('destinations', page, this.shown);
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    return this.shown(found(await this.desk.view.destinations.find(id)));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'destination-create');
    const { participant, code, kind, signature, ...config } = wanted;
    const faults = [
      ...webhookUrlFaults(config.url),
      ...unknownFormat(config.format),
      ...unsigned(kind, signature),
      ...brokerMisplaced(config, this.desk.parts.brokers),
      ...this.urgentFaults(config.urgent),
    ];
    const participantId = await this.desk.idOf('participant', participant, '/participant', faults);
    refuse(faults);
    const plain = { participantId, code, kind, config };
    if (kind !== 'webhook')
      return this.shown(await this.desk.act(actor, (setup) => setup.destinations.create(plain)));
    const secret = newSigningSecret(signature);
    const seal = (place: string) => sealedSecrets(this.desk.parts.seal, [secret.plain], place);
    const signed = { ...plain, config: { ...config, ...secret.config } };
    const row = await this.desk.act(actor, (setup) => setup.destinations.create({ ...signed, seal }));
    return { ...this.shown(row), ...secret.told };
  }

  @Patch(':id')
  async change(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'destination-change');
    const version = versionWanted(request, true);
    const { kind, config } = found(await this.desk.view.destinations.find(id));
    refuse([
      ...webhookUrlFaults(wanted.url),
      ...misplaced(kind, wanted),
      ...unknownFormat(wanted.format),
      ...brokerMisplaced(wanted, this.desk.parts.brokers, config),
      ...this.urgentFaults(wanted.urgent),
    ]);
    const named = wanted.url === undefined ? wanted : { ...wanted, addressBy: null };
    return this.shown(await this.desk.act(actor, (setup) => setup.destinations.change(id, version, named)));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotateSecret(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'secret-rotate');
    const version = versionWanted(request, false);
    const { config } = found(await this.desk.view.destinations.find(id));
    const secret = newSigningSecret(wanted.signature ?? config.signature);
    const renew = secretRenewal(this.desk.parts.seal, secret.plain, wanted.dropOld);
    const row = await this.desk.act(actor, (setup) => setup.destinations.rotateSecret(id, version, renew));
    return { ...this.shown(row), ...secret.told };
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.destinations.pause(id, version));
  }

  @Post(':id/activate')
  @HttpCode(200)
  activate(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'welcome', (setup, version) => setup.destinations.activate(id, version));
  }

  @Post(':id/disable')
  @HttpCode(200)
  disable(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.destinations.disable(id, version));
  }

  @Delete(':id')
  @HttpCode(200)
  delete(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    return this.enter(request, 'needed', (setup, version) => setup.destinations.delete(id, version));
  }

  private urgentFaults(types: readonly string[] | null | undefined): Fault[] {
    return (types ?? []).flatMap((type, at) => this.desk.typeFaults(type, `/urgent/${String(at)}`));
  }

  private async enter(
    request: FastifyRequest,
    reason: 'needed' | 'welcome',
    act: (setup: SetupDesk, version: number | undefined) => Promise<Result<Destination, Fault>>,
  ): Promise<JsonObject> {
    const { actor } = asked(request, 'act', reason);
    const version = versionWanted(request, false);
    return this.shown(await this.desk.act(actor, (setup) => act(setup, version)));
  }

  private readonly shown = (row: Destination): JsonObject => this.desk.view.destinations.describe(row);
}
