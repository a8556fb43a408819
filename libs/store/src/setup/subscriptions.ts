import { type Fault, fail, isUuid, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { Subscription, type SubscriptionState } from '../entities/subscription.entity.js';
import { storeFaults } from '../faults.js';
import type { Act, AuditAction } from './act.js';
import { Collection, given, inState, iso } from './collection.js';
import { lockParticipant, type OwnLimits, ownLimits, withinQuota } from './own-limits.js';

export type NewSubscription = Pick<
  Subscription,
  'participantId' | 'code' | 'documentTypes' | 'destinationId'
> &
  Partial<Pick<Subscription, 'condition' | 'fields' | 'format'>>;
export type SubscriptionChanges = Partial<
  Pick<Subscription, 'documentTypes' | 'condition' | 'fields' | 'format' | 'destinationId'>
>;

type Reach = Pick<Subscription, 'destinationId' | 'documentTypes'>;

const overlaps = (a: Reach, b: Reach): boolean =>
  a.destinationId === b.destinationId &&
  (a.documentTypes.includes('*') ||
    b.documentTypes.includes('*') ||
    a.documentTypes.some((type) => b.documentTypes.includes(type)));

const formOf = ({ fields, format }: Pick<Subscription, 'fields' | 'format'>): string =>
  JSON.stringify([fields && [...new Set(fields)].sort(), format]);

export class Subscriptions extends Collection<Subscription> {
  constructor(
    act: Act,
    private readonly limits: OwnLimits = ownLimits,
  ) {
    super(act, Subscription, 'subscription');
  }

  describe(row: Subscription): JsonObject {
    const { id, participantId, code, documentTypes, condition, fields, format, destinationId } = row;
    return {
      id,
      participantId,
      code,
      documentTypes,
      condition,
      fields,
      format,
      destinationId,
      state: row.state,
      version: row.version,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
    };
  }

  /** @param reference id, or `participant/code` */
  override async find(reference: string): Promise<Result<Subscription, Fault>> {
    if (isUuid(reference)) return super.find(reference);
    const [participant = '', code = ''] = reference.split('/');
    const row = await this.rows()
      .innerJoin('participant', 'holder', 'holder.id = row.participantId')
      .where('holder.code = :participant AND row.code = :code', { participant, code })
      .getOne();
    return row ? ok(row) : this.missing(reference);
  }

  async create(subscription: NewSubscription): Promise<Result<Subscription, Fault>> {
    const row = Object.assign(new Subscription(), {
      condition: null,
      fields: null,
      format: null,
      ...given(subscription),
      id: uuidv7(this.act.now),
      state: 'active' as const,
      version: 1,
    });
    const allowed = await this.beside(row);
    return allowed.ok ? this.add(row, 'subscription.created') : allowed;
  }

  change(
    id: string,
    version: number | undefined,
    changes: SubscriptionChanges,
  ): Promise<Result<Subscription, Fault>> {
    return this.alter(id, version, 'subscription.changed', async (row) => {
      const wanted = given(changes);
      const allowed = await this.beside({ ...row, ...wanted });
      return allowed.ok ? ok(wanted) : allowed;
    });
  }

  /**
   * Whether there is room for it beside the others of its participant. A document is owed to a destination once, in one
   * form: two that may be about the same want it alike, or go to different destinations.
   */
  private async beside(row: Omit<Subscription, 'createdAt' | 'updatedAt'>): Promise<Result<void, Fault>> {
    const { id, participantId } = row;
    await lockParticipant(this.act, participantId);
    const others = await this.rows()
      .where('row.participantId = :participantId AND row.id <> :id', { participantId, id })
      .getMany();
    const types = [row, ...others].reduce((sum, { documentTypes }) => sum + documentTypes.length, 0);
    const room = withinQuota(types, this.limits.subscribedTypes, 'subscribed document types');
    if (!room.ok) return room;
    const other = others.find((one) => overlaps(one, row) && formOf(one) !== formOf(row));
    if (!other) return room;
    return fail(storeFaults.make('STORE_SUBSCRIPTION_DIFFERS', { values: { code: other.code } }));
  }

  pause(id: string, version?: number): Promise<Result<Subscription, Fault>> {
    return this.enter(id, version, 'paused', 'subscription.paused', ['active']);
  }

  resume(id: string, version?: number): Promise<Result<Subscription, Fault>> {
    return this.enter(id, version, 'active', 'subscription.resumed', ['paused']);
  }

  delete(id: string, version?: number): Promise<Result<Subscription, Fault>> {
    return this.remove(id, version, 'subscription.deleted');
  }

  private enter(
    id: string,
    version: number | undefined,
    state: SubscriptionState,
    action: AuditAction,
    from: readonly SubscriptionState[],
  ): Promise<Result<Subscription, Fault>> {
    return this.alter(id, version, action, (row) => {
      const allowed = inState(row.state, from);
      return allowed.ok ? ok({ state }) : allowed;
    });
  }
}
