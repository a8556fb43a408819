import { Controller, Delete, Get, HttpCode, Param, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isUuid, type JsonObject } from '#kernel';
import { cancelDryRun, dryRunById, type DryRun } from '#store';
import { notFound } from '../../gateway/cursor.js';
import { recordReading } from '../../gateway/reading.js';
import { callerOf, RequireRole } from '../../http/caller.js';
import { AnswerHeaders } from '../answers.js';
import { MappingDesk } from './mapping-desk.js';
import { showDryRun } from './mapping-views.js';

/** Dry runs under way and done, whichever process they run in. */
@Controller('v1/admin/dry-runs')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class DryRunsController {
  constructor(private readonly desk: MappingDesk) {}

  /** Counts while it runs. First differences, which are values of documents, in the end: that is on record. */
  @Get(':id')
  async get(@Param('id') id: string, @Req() request: FastifyRequest): Promise<JsonObject> {
    const run = await this.find(id);
    const content = run.result !== null && run.state !== 'running' && run.state !== 'waiting';
    const { readings } = this.desk.parts;
    if (content) await recordReading(readings, callerOf(request), { what: 'dry-run', subjectId: id });
    return showDryRun(run, content);
  }

  /** It stops at its next page; what it found until then stays. */
  @Delete(':id')
  @HttpCode(200)
  async cancel(@Param('id') id: string): Promise<JsonObject> {
    await this.find(id);
    await cancelDryRun(this.desk.parts.sql, id);
    return showDryRun(await this.find(id), false);
  }

  private async find(id: string): Promise<DryRun> {
    const run = isUuid(id) ? await dryRunById(this.desk.parts.sql, id) : undefined;
    if (!run) throw notFound(`dry run ${id}`);
    return run;
  }
}
