import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { isUuid, type JsonObject } from '#kernel';
import { auditActions, type AuditFilter } from '#store';
import { badParameter, instant } from '../gateway/cursor.js';
import { RequireRole } from '../http/caller.js';
import { AdminDesk, found } from './admin-desk.js';
import { AnswerHeaders, choiceOf, listed, pageOf, type PageQuery } from './answers.js';

interface AuditQuery extends PageQuery {
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly action?: string;
  readonly participant?: string;
  readonly key?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Who did what to the set-up, and why: newest first. */
@Controller('v1/admin/audit')
@RequireRole('administrator')
@UseInterceptors(AnswerHeaders)
export class AuditController {
  constructor(private readonly desk: AdminDesk) {}

  @Get()
  async list(@Query() query: AuditQuery): Promise<JsonObject> {
    if (query.key !== undefined && !isUuid(query.key)) throw badParameter('key', 'the id of a key');
    const equal = {
      subjectType: query.subjectType,
      subjectId: query.subjectId,
      action: choiceOf('action', query.action, auditActions),
      actorParticipantId: await this.desk.filterId('participant', query.participant),
      actorKeyId: query.key,
      from: day('from', query.from),
      to: day('to', query.to),
    };
    const filter: AuditFilter = { ...present(equal), ...pageOf('audit', query) };
    const { auditEvents } = this.desk.view;
    return listed('audit', await auditEvents.list(filter), (row) => auditEvents.describe(row));
  }

  @Get(':id')
  async get(@Param('id') id: string): Promise<JsonObject> {
    const { auditEvents } = this.desk.view;
    return auditEvents.describe(found(await auditEvents.find(id)));
  }
}

function day(parameter: string, text: string | undefined): Date | undefined {
  const at = instant(parameter, text);
  return at === undefined ? undefined : new Date(at);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
