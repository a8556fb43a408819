import { Controller, Get, HttpCode, Param, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tryMessage, type Adapter } from '#adapters';
import { isUuid, type JsonObject } from '#kernel';
import { addDryRun, dryRunById, dryRunsOf, interchangeBody } from '#store';
import { instant, notFound } from '../../gateway/cursor.js';
import { recordReading } from '../../gateway/reading.js';
import { callerOf, RequireRole } from '../../http/caller.js';
import { languageOf } from '../../http/language.js';
import { ProblemException } from '../../http/problem.js';
import { asked, refuse } from '../administered-request.js';
import { AnswerHeaders } from '../answers.js';
import { adminFaults } from '../faults.js';
import type { Requests } from '../requests.js';
import { MappingDesk, type MappingContent } from './mapping-desk.js';
import { faultList, showDryRun } from './mapping-views.js';
import { showTrial } from './show-trial.js';

/** Dry runs that are kept, and that are listed. */
const kept = { all: 200, listed: 50 };
const standardLast = 1000;

/** What a mapping does before it is published: to one message, and to those that are stored. Changes nothing. */
@Controller('v1/admin/mappings/:adapter')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class MappingTrialsController {
  constructor(private readonly desk: MappingDesk) {}

  @Post('preview')
  @HttpCode(200)
  async preview(@Param('adapter') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { wanted } = asked(request, 'mapping-preview');
    const language = languageOf(request.headers['accept-language']);
    const { bytes, contentType } = await this.message(request, wanted);
    const content = await this.contentOf(adapter, wanted);
    const faults = this.desk.faults(adapter, content);
    const check = { publishable: faults.length === 0, faults: faultList(faults, language) };
    const usable = this.desk.usable(adapter, content);
    if (!usable.ok) return { check };
    const { adapters } = this.desk.parts.normalisers.of(this.desk.parts.setup());
    const began = performance.now();
    const hints = contentType === undefined ? {} : { contentType };
    const trial = tryMessage(usable.value, adapters, bytes, hints);
    const ms = Math.round((performance.now() - began) * 10) / 10;
    return { check, ...showTrial(trial, language), ms };
  }

  @Post('dry-runs')
  @HttpCode(202)
  async start(
    @Param('adapter') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonObject> {
    const adapter = this.desk.adapter(id);
    const { wanted } = asked(request, 'mapping-dry-run');
    const { dryRuns, sql } = this.desk.parts;
    const content = await this.desk.content(adapter, wanted.version);
    const usable = this.desk.usable(adapter, content);
    refuse(usable.ok ? [] : usable.error);
    if (dryRuns.underWay >= dryRuns.limit) {
      const values = { limit: dryRuns.limit };
      throw new ProblemException([adminFaults.make('ADMIN_DRY_RUN_BUSY', { values })]);
    }
    const senderId = await this.desk.admin.filterId('participant', wanted.sender);
    const [from, to] = [instant('from', wanted.from), instant('to', wanted.to)];
    const span = {
      last: wanted.last ?? standardLast,
      ...(senderId === undefined ? {} : { senderId }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const run = await addDryRun(sql, { adapterId: id, candidate: content.label, wanted: span }, kept.all);
    dryRuns.start(run);
    void reply.header('location', `/v1/admin/dry-runs/${run}`);
    const added = await dryRunById(sql, run);
    if (!added) throw notFound(`dry run ${run}`);
    return showDryRun(added, false);
  }

  /** Counts alone: what differs is shown run by run. */
  @Get('dry-runs')
  async list(@Param('adapter') id: string): Promise<JsonObject> {
    this.desk.adapter(id);
    return {
      items: (await dryRunsOf(this.desk.parts.sql, id, kept.listed)).map((run) => showDryRun(run, false)),
    };
  }

  /** The mapping of the request, or the version that it names, or what is in force. */
  private async contentOf(adapter: Adapter, wanted: Requests['mapping-preview']): Promise<MappingContent> {
    const named = await this.desk.content(adapter, wanted.version ?? 'published');
    const { definition = named.definition, codes = named.codes } = wanted;
    return { ...named, definition, codes };
  }

  /** A stored message is shown to whoever asks for it here: that is on record like any other reading. */
  private async message(
    request: FastifyRequest,
    wanted: Requests['mapping-preview'],
  ): Promise<{ bytes: Uint8Array; contentType?: string }> {
    const { message, base64, interchange } = wanted;
    if ([message, base64, interchange].filter((one) => one !== undefined).length !== 1)
      throw new ProblemException([adminFaults.make('ADMIN_PREVIEW_SOURCE')]);
    const type = wanted.contentType === undefined ? {} : { contentType: wanted.contentType };
    if (message !== undefined) return { bytes: Buffer.from(message), ...type };
    if (base64 !== undefined) return { bytes: Buffer.from(base64, 'base64'), ...type };
    const id = interchange ?? '';
    const { sql, readings } = this.desk.parts;
    const stored = isUuid(id) ? await interchangeBody(sql, id) : undefined;
    if (!stored) throw notFound(`interchange ${id}`);
    await recordReading(readings, callerOf(request), { what: 'interchange-body', subjectId: id });
    return {
      bytes: stored.body,
      ...(stored.contentType === undefined ? {} : { contentType: stored.contentType }),
      ...type,
    };
  }
}
