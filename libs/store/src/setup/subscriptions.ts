import { fail, type Fault, isUuid, type JsonObject, ok, type Result, uuidv7 } from '#kernel';
import { Subscription, type SubscriptionState } from '../entities/subscription.entity.js';
import { storeFaults } from '../faults.js';
import type { Act, AuditAction } from './act.js';
import { Collection, given, inState, iso } from './collection.js';

export type NewSubscription = Pick<
  Subscription,
  'participantId' | 'code' | 'documentTypes' | 'destinationId'
> &
  Partial<Pick<Subscription, 'condition' | 'fields' | 'format'>>;
export type SubscriptionChanges = Partial<
  Pick<Subscription, 'documentTypes' | 'condition' | 'fields' | 'format' | 'destinationId'>
>;

/** Subscriptions of one participant at most. */
export const subscriptionsMost = 100;

export class Subscriptions extends Collection<Subscription> {
  constructor(act: Act) {
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
    const { participantId } = subscription;
    const held = await this.rows().where('row.participantId = :participantId', { participantId }).getCount();
    if (held >= subscriptionsMost) {
      const values = { what: 'subscription', limit: subscriptionsMost };
      return fail(storeFaults.make('STORE_QUOTA_USED', { values }));
    }
    const row = Object.assign(new Subscription(), {
      condition: null,
      fields: null,
      format: null,
      ...given(subscription),
      id: uuidv7(this.act.now),
      state: 'active' as const,
      version: 1,
    });
    return this.add(row, 'subscription.created');
  }

  change(
    id: string,
    version: number | undefined,
    changes: SubscriptionChanges,
  ): Promise<Result<Subscription, Fault>> {
    return this.alter(id, version, 'subscription.changed', () => ok(given(changes)));
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
