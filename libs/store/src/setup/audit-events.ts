import { type Fault, fail, isUuid, type JsonObject, ok, type Result } from '#kernel';
import type { EntityManager } from 'typeorm';
import { AuditEvent } from '../entities/audit-event.entity.js';
import { storeFaults } from '../faults.js';
import { iso, type Page } from './collection.js';

export interface AuditFilter {
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly action?: string;
  readonly actorParticipantId?: string;
  readonly actorKeyId?: string;
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
  /** Id of the last event of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** The record of acts: read only, newest first. */
export class AuditEvents {
  constructor(readonly manager: EntityManager) {}

  describe({ at, ...row }: AuditEvent): JsonObject {
    return { ...row, at: iso(at) };
  }

  async find(id: string): Promise<Result<AuditEvent, Fault>> {
    const row = isUuid(id) ? await this.manager.findOneBy(AuditEvent, { id }) : null;
    return row ? ok(row) : fail(storeFaults.make('STORE_NOT_FOUND', { values: { what: 'audit-event', id } }));
  }

  async list({ from, to, after, limit, ...equal }: AuditFilter): Promise<Page<AuditEvent>> {
    const query = this.manager
      .createQueryBuilder(AuditEvent, 'event')
      .orderBy('event.id', 'DESC')
      .take(limit + 1);
    for (const [name, value] of Object.entries(equal))
      if (value !== undefined) query.andWhere(`event.${name} = :${name}`, { [name]: value });
    // Ids carry their time: the primary key answers a period.
    if (from) query.andWhere('event.id >= uuid_at(:from)', { from });
    if (to) query.andWhere('event.id < uuid_at(:to)', { to });
    if (after !== undefined) query.andWhere('event.id < :after', { after });
    const rows = await query.getMany();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last ? { next: last.id } : {}) };
  }
}
