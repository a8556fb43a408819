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
import { type Fault, type JsonObject, type Result } from '#kernel';
import { type Destination, type SetupDestination, SetupSnapshot, type SetupDesk } from '#store';
import { AdminDesk } from '../admin/admin-desk.js';
import { asked, refuse, versionWanted } from '../admin/administered-request.js';
import { AnswerHeaders, listed, pageOf, type PageQuery } from '../admin/answers.js';
import { administeredAlone, misplaced, unknownFormat, unsigned } from '../admin/destination-members.js';
import { newSigningSecret, secretRenewal, sealedSecrets } from '../admin/webhook-secrets.js';
import { webhookUrlFaults } from '../admin/webhook-url.js';
import { notFound } from '../gateway/cursor.js';
import { callerOf } from '../http/caller.js';
import { languageOf } from '../http/language.js';
import { problemEntry, ProblemException } from '../http/problem.js';
import { asStored } from './as-stored.js';
import { selfServiceFaults } from './faults.js';
import { WebhookTrial } from './webhook-trial.js';

/** Where the caller's own documents and subscriptions go. A webhook is used once it has answered a challenge. */
@Controller('v1/destinations')
@UseInterceptors(AnswerHeaders)
export class OwnDestinationsController {
  constructor(
    private readonly desk: AdminDesk,
    private readonly snapshot: SetupSnapshot,
    private readonly trial: WebhookTrial,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Query() query: PageQuery): Promise<JsonObject> {
    const { participantId } = callerOf(request);
    const page = await this.desk.view.destinations.list({ participantId }, pageOf('own-destinations', query));
    return listed('own-destinations', page, this.shown);
  }

  @Get(':id')
  async get(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.shown(await this.own(request, id));
  }

  @Post()
  async create(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'own-destination-create');
    const { participantId } = callerOf(request);
    const { code, kind, signature, ...config } = wanted;
    refuse([...webhookUrlFaults(config.url), ...unknownFormat(config.format), ...unsigned(kind, signature)]);
    const plain = { participantId, code, kind, config };
    if (kind !== 'webhook')
      return this.shown(await this.desk.act(actor, (setup) => setup.destinations.createOwn(plain)));
    const secret = newSigningSecret(signature);
    const seal = (place: string) => sealedSecrets(this.desk.parts.seal, [secret.plain], place);
    const named = { ...plain, config: { ...config, ...secret.config, addressBy: 'participant' as const } };
    const row = await this.desk.act(actor, (setup) =>
      setup.destinations.createOwn({ ...named, seal, state: 'unverified' }),
    );
    return { ...this.shown(row), ...secret.told };
  }

  /** A new address is one that has yet to be proven: what is owed waits until it is. */
  @Patch(':id')
  async change(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'destination-change');
    const version = versionWanted(request, true);
    const row = await this.own(request, id);
    refuse([
      ...webhookUrlFaults(wanted.url),
      ...misplaced(row.kind, wanted),
      ...administeredAlone(wanted),
      ...unknownFormat(wanted.format),
    ]);
    if (wanted.url !== undefined) await this.refuseStopped(row);
    return this.shown(
      await this.desk.act(actor, async (setup) => {
        if (wanted.url === undefined) return setup.destinations.change(id, version, wanted);
        const named = { ...wanted, addressBy: 'participant' as const };
        const changed = await setup.destinations.change(id, version, named);
        return changed.ok ? setup.destinations.unverify(id) : changed;
      }),
    );
  }

  /** Sends a challenge; the destination is active once it came back. */
  @Post(':id/verify')
  @HttpCode(200)
  async verify(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    const row = await this.own(request, id);
    const destination = await this.webhook(row);
    const faults = await this.trial.challenge(destination);
    if (faults) throw new ProblemException(faults);
    if (row.state !== 'unverified') return this.shown(row);
    // Only what was challenged is proven: had the address changed meanwhile, the version had too.
    const { version } = destination;
    return this.shown(await this.desk.act(actor, (setup) => setup.destinations.verify(id, version)));
  }

  /** Sends a test event now and says what came of it. */
  @Post(':id/test')
  @HttpCode(200)
  async test(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    const row = await this.own(request, id);
    const data = { message: '测试事件 · a test event', destination: row.code };
    const { kind, status, responseHead, ms, error } = await this.trial.test(await this.webhook(row), data);
    return {
      outcome: kind,
      ms,
      ...(status === undefined ? {} : { status }),
      ...(responseHead === undefined ? {} : { responseHead }),
      ...(error === undefined
        ? {}
        : {
            error: error.code,
            fault: { ...problemEntry(error, languageOf(request.headers['accept-language'])) },
          }),
    };
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotateSecret(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'secret-rotate');
    const version = versionWanted(request, false);
    const { config } = await this.own(request, id);
    const secret = newSigningSecret(wanted.signature ?? config.signature);
    const renew = secretRenewal(this.desk.parts.seal, secret.plain, wanted.dropOld);
    const row = await this.desk.act(actor, (setup) => setup.destinations.rotateSecret(id, version, renew));
    return { ...this.shown(row), ...secret.told };
  }

  /** Keeps what is owed until it is activated again. */
  @Post(':id/pause')
  @HttpCode(200)
  pause(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.enter(request, id, (setup, version) => setup.destinations.pause(id, version));
  }

  /** Not one that an administrator has stopped: that is for an administrator to lift. */
  @Post(':id/activate')
  @HttpCode(200)
  async activate(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    await this.refuseStopped(await this.own(request, id));
    return this.enter(request, id, (setup, version) => setup.destinations.activate(id, version));
  }

  @Delete(':id')
  @HttpCode(200)
  delete(@Req() request: FastifyRequest, @Param('id') id: string): Promise<JsonObject> {
    return this.enter(request, id, (setup, version) => setup.destinations.delete(id, version));
  }

  private async enter(
    request: FastifyRequest,
    id: string,
    act: (setup: SetupDesk, version: number | undefined) => Promise<Result<Destination, Fault>>,
  ): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    const version = versionWanted(request, false);
    await this.own(request, id);
    return this.shown(await this.desk.act(actor, (setup) => act(setup, version)));
  }

  /** What its owner paused and what the hub itself disabled its owner may start again. */
  private async refuseStopped({ id, state, participantId }: Destination): Promise<void> {
    if (state !== 'paused' && state !== 'disabled') return;
    const filter = {
      subjectType: 'destination',
      subjectId: id,
      action: `destination.${state}`,
      limit: 1,
    } as const;
    const [stop] = (await this.desk.view.auditEvents.list(filter)).items;
    const by = stop?.actorParticipantId ?? null;
    if (by !== null && by !== participantId)
      throw new ProblemException([selfServiceFaults.make('DESTINATION_STOPPED')]);
  }

  private async own(request: FastifyRequest, id: string): Promise<Destination> {
    const row = await this.desk.view.destinations.find(id);
    if (!row.ok || row.value.participantId !== callerOf(request).participantId)
      throw notFound(`destination ${id}`);
    return row.value;
  }

  /** The webhook of a trial that may be made now. */
  private async webhook(row: Destination): Promise<SetupDestination> {
    if (row.kind !== 'webhook') throw unfit(row.kind);
    const limited = this.trial.admit(row.participantId);
    if (limited) throw new ProblemException([limited]);
    const destination = await asStored(this.snapshot, row);
    if (!destination.ok) throw new ProblemException([destination.error]);
    return destination.value;
  }

  private readonly shown = (row: Destination): JsonObject => this.desk.view.destinations.describe(row);
}

const unfit = (kind: string): ProblemException =>
  new ProblemException([selfServiceFaults.make('DESTINATION_KIND_UNFIT', { values: { kind } })]);
