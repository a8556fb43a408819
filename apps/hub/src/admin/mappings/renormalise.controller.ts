import { Controller, HttpCode, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '#kernel';
import { toRenormalise, type Renormalised, type RenormaliseFilter } from '#store';
import { instant } from '../../gateway/cursor.js';
import { RequireRole } from '../../http/caller.js';
import { asked } from '../administered-request.js';
import { AnswerHeaders } from '../answers.js';
import { MappingDesk } from './mapping-desk.js';

/** Ids that an answer lists at most. */
const listed = 1000;

/** Messages that were held or rejected, read again after what was to blame is mended. */
@Controller('v1/admin/interchanges')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class RenormaliseController {
  constructor(private readonly desk: MappingDesk) {}

  @Post('renormalise')
  @HttpCode(200)
  async renormalise(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'interchanges-renormalise', 'needed');
    const { ids, state, adapter, fault, sender, limit, dryRun } = wanted;
    const participantId = await this.desk.admin.filterId('participant', sender);
    const [from, to] = [instant('from', wanted.from), instant('to', wanted.to)];
    const filter: RenormaliseFilter = {
      limit,
      ...(ids === undefined ? {} : { ids }),
      ...(state === undefined ? {} : { state }),
      ...(adapter === undefined ? {} : { adapterId: adapter }),
      ...(fault === undefined ? {} : { fault }),
      ...(participantId === undefined ? {} : { participantId }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    if (dryRun) return shown(await toRenormalise(this.desk.parts.sql, filter), limit, true);
    const due = await this.desk.admin.act(actor, (setup) => setup.interchanges.renormalise(filter));
    this.desk.parts.ring([...new Set(due.map((one) => one.participantId))]);
    return shown(due, limit, false);
  }
}

/** When there are as many as the limit, there may be more: ask again. */
const shown = (due: readonly Renormalised[], limit: number, dryRun: boolean): JsonObject => ({
  dryRun,
  count: due.length,
  more: due.length === limit,
  senders: new Set(due.map((one) => one.participantId)).size,
  interchanges: due.slice(0, listed).map(({ id }) => id),
});
