import { Controller, Delete, Get, HttpCode, Param, UseInterceptors } from '@nestjs/common';
import { isUuid, type JsonObject } from '#kernel';
import { cancelDryRun, dryRunById, type DryRun } from '#store';
import { notFound } from '../../gateway/cursor.js';
import { RequireRole } from '../../http/caller.js';
import { AnswerHeaders } from '../answers.js';
import { MappingDesk } from './mapping-desk.js';
import { showDryRun } from './mapping-views.js';

/** Dry runs under way and done, whichever process they run in. */
@Controller('v1/admin/dry-runs')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class DryRunsController {
  constructor(private readonly desk: MappingDesk) {}

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    return showDryRun(await this.find(id));
  }

  /** It stops at its next page; what it found until then stays. */
  @Delete(':id')
  @HttpCode(200)
  async cancel(@Param('id') id: string): Promise<JsonObject> {
    await this.find(id);
    await cancelDryRun(this.desk.parts.sql, id);
    return showDryRun(await this.find(id));
  }

  private async find(id: string): Promise<DryRun> {
    const run = isUuid(id) ? await dryRunById(this.desk.parts.sql, id) : undefined;
    if (!run) throw notFound(`dry run ${id}`);
    return run;
  }
}
